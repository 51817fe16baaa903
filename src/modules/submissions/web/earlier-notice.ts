import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { link } from "../../../ui/link.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { EarlierSubmission } from "../use-cases/list-similar.ts";
import { ownApplicationsPath } from "./own-applications-page.ts";

/** Says before sending that the same was sent already. Nobody is kept from sending it again. */
export function earlierNotice(
  earlier: readonly EarlierSubmission[],
  locale: Locale,
): SafeHtml | false {
  if (earlier.length === 0) return false;
  const t = submissionsTexts(locale);
  return alert({
    kind: "info",
    title: t("earlier.title"),
    body: html`<p class="kern-body">${t("earlier.body")}</p>
      <ul class="kern-list kern-list--bullet">
        ${earlier.map(({ id, submittedAt }) => html`<li>${link(`${ownApplicationsPath}/${id}`, t("earlier.link", { date: formatDate(submittedAt, locale) }))}</li>`)}
      </ul>`,
  });
}
