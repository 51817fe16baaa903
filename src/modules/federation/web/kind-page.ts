import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { providerKinds } from "../domain/identity-provider.ts";
import { setupTexts } from "../i18n/setup-texts.ts";

/** What shall be set up? The settings differ. */
export function kindPage(locale: Locale, base: string): Page {
  const t = setupTexts(locale);
  return page({
    title: t("new.title"),
    section: base,
    main: html`${backLink({ label: t("back"), href: base })}
      ${pageHeading({ title: t("new.title"), lead: t("kind.lead") })}
      <ul class="portal-list" role="list">
        ${providerKinds.map(
          (kind) =>
            html`<li>
              ${link(`${base}/neu?art=${kind}`, t(`kind.${kind}`))}
              <p class="kern-body">${t(`kind.${kind}.what`)}</p>
            </li>`,
        )}
      </ul>`,
  });
}
