import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { accordion } from "./accordion.ts";
import { copyableLink } from "./copyable-link.ts";
import { uiTexts } from "./i18n/texts.ts";
import { link } from "./link.ts";
import { printButton } from "./print-button.ts";

/**
 * Passes a page on, without any third party: its address, an e-mail, paper. Works without scripts; `copy-reference` and `print-page` add
 * their buttons.
 */
export function sharePage(props: {
  /** Of the page; the subject of the e-mail. */
  readonly title: string;
  /** Absolute. */
  readonly href: string;
  readonly locale: Locale;
}): SafeHtml {
  const { title, href, locale } = props;
  const t = uiTexts(locale);
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(href)}`;
  const body = accordion({
    title: t("share"),
    body: html`${copyableLink({ label: t("share.link"), href, locale })}
      <p class="portal-no-print">${link(mail, t("share.mail"))}</p>
      ${printButton(locale)}`,
  });
  return html`<div class="portal-no-print">${body}</div>`;
}
