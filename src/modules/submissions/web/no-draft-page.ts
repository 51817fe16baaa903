import { html } from "../../../platform/html/html.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { draftRetentionDays } from "../domain/draft-term.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** A private link leads to no draft, or a page that stayed open has none any more. Nobody learns which links there were. */
export function noDraftPage(
  { locale }: Pick<PortalRequest, "locale">,
  again: string,
): Page {
  const t = submissionsTexts(locale);
  const title = t("no-draft.title");
  return page({
    status: 404,
    title,
    section: "/leistungen",
    main: html`${pageHeading({ title, lead: t("no-draft.lead") })}
      <ul class="kern-list kern-list--bullet">
        <li>${t("no-draft.term", { days: draftRetentionDays })}</li>
        <li>${t("no-draft.deleted")}</li>
        <li>${t("no-draft.link")}</li>
      </ul>
      <p>${linkButton({ label: t("no-draft.again"), href: again })}</p>`,
  });
}
