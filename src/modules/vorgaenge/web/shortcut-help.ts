import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { heading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { button } from "../../../ui/button.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import type { QueuePageProps } from "./queue-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

const keys = [
  ["j", "next"],
  ["k", "previous"],
  ["Enter", "open"],
  ["x", "choose"],
  ["/", "search"],
  ["?", "help"],
] as const;

/** What each key does. */
export function keyList(locale: Locale): SafeHtml {
  const t = worklistTexts(locale);
  return html`<dl class="portal-keys">
    ${keys.map(
      ([key, text]) =>
        html`<div>
          <dt><kbd>${key}</kbd></dt>
          <dd>${t(`keys.${text}`)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Dialog with the keys of the list; nothing for who has switched them off. @see WCAG 2.1.4 */
export function shortcutHelp({
  locale,
  queue,
}: QueuePageProps): SafeHtml | false {
  if (!queue.layout.hasShortcuts) return false;
  const t = worklistTexts(locale);
  return html`<dialog
    class="portal-dialog"
    data-shortcuts
    aria-labelledby="tasten"
  >
    ${heading(2, t("keys.title"), { id: "tasten" })} ${keyList(locale)}
    <p class="kern-body">
      ${t("keys.off")} ${link(vorgaengePaths.layout, t("layout.link"))}
    </p>
    <form method="dialog">
      ${button({ label: t("keys.close"), variant: "secondary" })}
    </form>
  </dialog>`;
}
