import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { link } from "../../../ui/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { StaffNotice } from "../use-cases/list-notices.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** What is new for oneself, above the list; nothing where nothing is. */
export function personalNotices(
  notices: readonly StaffNotice[],
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): SafeHtml | false {
  if (notices.length === 0) return false;
  const t = vorgaengeTexts(locale);
  return alert({
    kind: "info",
    title: t("notices.title"),
    body: html`<ul class="portal-list">
      ${notices.map(
        ({ vorgangId, reference, leistungTitle, kind, at }) =>
          html`<li>
            ${t(`notice.${kind}`)}:
            ${link(vorgaengePaths.vorgang(vorgangId), `${leistungTitle}, ${reference}`)}
            (${formatDaysAgo(at, now, locale)})
          </li>`,
      )}
    </ul>`,
  });
}
