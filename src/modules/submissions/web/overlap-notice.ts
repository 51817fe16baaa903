import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import type { OverlapDescription } from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** What was changed in another window as well, with what it had there: nothing is lost without a word. */
export function overlapNotice(
  overlaps: readonly OverlapDescription[],
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (overlaps.length === 0) return false;
  return alert({
    kind: "warning",
    title: t("overlap.title"),
    isAnnounced: true,
    body: html`<p class="kern-body">${t("overlap.body")}</p>
      <ul class="kern-list kern-list--bullet">
        ${overlaps.map(
          ({ kind, path, label, otherValues }) =>
            html`<li>
              <a class="kern-link" href="#${path}">${label}</a><br />
              ${t(`overlap.${kind}`)}
              ${kind !== "brought-back" && html`<strong>${otherValues.length === 0 ? t("overlap.nothing") : otherValues.join("; ")}</strong>`}
            </li>`,
        )}
      </ul>`,
  });
}
