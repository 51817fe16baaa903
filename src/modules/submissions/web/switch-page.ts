import { html } from "../../../platform/html/html.ts";
import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath } from "./antrag-request.ts";
import { resumePath } from "./resume-path.ts";

export type SwitchPageProps = {
  /** What this browser has open. */
  readonly own: Draft;
  /** What the link opens. */
  readonly linked: Draft;
};

/** The link opens another application than the one that is open in this browser: which one shall it be? */
export function switchPage(
  { locale, path }: PortalRequest,
  { own, linked }: SwitchPageProps,
): Page {
  const t = submissionsTexts(locale);
  const begun = ({ createdAt }: Draft) =>
    t("switch.begun", {
      date: formatDate(createdAt, locale),
      time: formatClock(createdAt, locale),
    });
  return page({
    title: t("switch.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("switch.title"), preline: own.definition.title, lead: t("switch.lead") })}
      ${definitionRows([
        { term: t("switch.own"), value: begun(own) },
        { term: t("switch.linked"), value: begun(linked) },
      ])}
      <p class="kern-body">
        ${t("switch.hint")}
        <a
          class="kern-link"
          href="${antragPath(own.leistungSlug, "/speichern")}"
          >${t("switch.keep-link")}</a
        >
      </p>
      <form method="post" action="${path}">
        ${buttonRow(
          linkButton({ label: t("switch.stay"), href: resumePath(own) }),
          button({ label: t("switch.button"), variant: "secondary" }),
        )}
      </form>`,
  });
}
