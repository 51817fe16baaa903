import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { definitionRows, lines } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import type { Leistung } from "../../catalogue/index.ts";
import { listFields, type FormDefinition } from "../../forms/index.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { antragPath } from "./antrag-request.ts";

export type StartPageProps = {
  readonly leistung: Leistung;
  readonly definition: FormDefinition;
  /** An unfinished application of this browser. */
  readonly draft: Draft | undefined;
};

/** Before anything is typed: what one needs, how long it takes, what it costs, what happens with it. */
export function startPage(
  { locale }: PortalRequest,
  props: StartPageProps,
): Page {
  const t = submissionsTexts(locale);
  const { leistung, definition, draft } = props;
  const title = t("start.title", { service: leistung.title });
  const rows = [
    {
      term: t("start.duration"),
      value: t("start.duration.minutes", {
        minutes: estimatedMinutes(definition),
        steps: definition.pages.length,
      }),
    },
    {
      term: t("start.documents"),
      value:
        leistung.documents.length > 0
          ? lines(leistung.documents)
          : t("start.documents.none"),
    },
    { term: t("start.fee"), value: leistung.feeText },
    { term: t("start.level"), value: t("start.level.none") },
    { term: t("start.after"), value: lines(leistung.afterSending) },
  ];
  return page({
    title,
    section: "/leistungen",
    main: html`${backLink({ label: leistung.title, href: `/leistungen/${leistung.slug}` })}
      ${pageHeading({ title, lead: t("start.lead") })}
      ${draft && resumeNotice({ draft, locale })} ${definitionRows(rows)}
      <p class="kern-body">
        ${t("start.privacy")}
        <a class="kern-link" href="/datenschutz">${t("start.privacy.link")}</a>
      </p>
      <form method="post" action="${antragPath(leistung.slug)}">
        ${buttonRow(
          draft
            ? button({ label: t("start.again"), variant: "secondary" })
            : button({ label: t("start.button"), icon: "arrow-forward" }),
        )}
      </form>`,
  });
}

/** The service has no online form (yet): says so and where to go instead. */
export function offlinePage(
  { locale }: PortalRequest,
  leistung: Leistung,
): Page {
  const t = submissionsTexts(locale);
  return page({
    title: t("start.offline.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("start.offline.title"), lead: t("start.offline.body") })}
    ${linkButton({ label: t("start.offline.link"), href: `/leistungen/${leistung.slug}` })}`,
  });
}

function resumeNotice({
  draft,
  locale,
}: {
  readonly draft: Draft;
  readonly locale: PortalRequest["locale"];
}): SafeHtml {
  const t = submissionsTexts(locale);
  return alert({
    kind: "info",
    title: t("start.resume.title"),
    body: html`<p class="kern-body">
        ${t("start.resume.body", { date: formatDate(draft.createdAt, locale) })}
      </p>
      ${linkButton({ label: t("start.resume.button"), href: antragPath(draft.leistungSlug, "/schritt/1") })}`,
  });
}

/** A quarter of a minute for each field, in steps of five minutes. */
function estimatedMinutes(definition: FormDefinition): number {
  const fields = definition.pages
    .flatMap((formPage) => listFields(formPage.elements))
    .filter((field) => field.dataType !== "label");
  return Math.max(5, Math.ceil(fields.length / 4 / 5) * 5);
}
