import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import type { AuditEntry, ChainReport } from "../domain/entry.ts";
import { auditTexts, isAuditKey } from "../i18n/texts.ts";
import { auditFilter } from "./audit-filter.ts";
import type { AuditPageProps } from "./audit-page-props.ts";
import { entryDetails } from "./entry-details.ts";
import {
  auditAddress,
  auditCheckPath,
  auditPath,
  auditSealsPath,
} from "./audit-query.ts";

/** Who did what, newest first. */
export function auditPage(props: AuditPageProps): Page {
  const { locale, log, report } = props;
  const t = auditTexts(locale);
  return page({
    title: t("title"),
    section: auditPath,
    layout: "wide",
    main: html`${report && reportAlert(report, locale)}
    ${pageHeading({ title: t("title"), lead: t("lead") })} ${auditFilter(props)}
    ${
      log.entries.length === 0
        ? emptyState({ title: t("empty.title"), body: t("empty.body") })
        : entryTable(props)
    }
    ${
      log.older !== undefined &&
      html`<p>
        <a
          class="kern-link"
          href="${auditAddress({ ...props.filter, before: log.older })}"
          >${t("older")}</a
        >
      </p>`
    }
    ${section({
      title: t("check.title"),
      body: html`<p>${t("check.lead")}</p>
        <form method="post" action="${auditCheckPath}">
          ${button({ label: t("check.button"), variant: "secondary" })}
        </form>
        <p>${t("seals.lead")}</p>
        <p>
          <a class="kern-link" href="${auditSealsPath}" download
            >${t("seals.download")}</a
          >
        </p>`,
    })}`,
  });
}

function reportAlert(report: ChainReport, locale: Locale): SafeHtml {
  const t = auditTexts(locale);
  if (report.kind === "intact")
    return alert({
      kind: "success",
      title: t("check.intact", { entries: report.entries }),
      isAnnounced: true,
    });
  return alert({
    kind: "danger",
    title: t(`check.${report.kind}`, { seq: report.seq }),
    body: t("check.act"),
    isAnnounced: true,
  });
}

function entryTable(props: AuditPageProps): SafeHtml {
  const { locale, log } = props;
  const t = auditTexts(locale);
  return table({
    caption: t("title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.at") },
      { label: t("column.actor") },
      { label: t("column.action") },
      { label: t("column.subject") },
      { label: t("column.details") },
    ],
    rows: log.entries.map((entry) => ({
      cells: [
        formatDateTime(entry.at, locale),
        actorOf(entry, props),
        actionOf(entry, locale),
        subjectOf(entry, props),
        entryDetails(entry.details, props),
      ],
    })),
  });
}

function actorOf(
  { actorKind, actorId }: AuditEntry,
  { locale, names }: AuditPageProps,
): SafeHtml {
  return named(kindWord(actorKind, locale), {
    name: names.get(actorId) ?? actorId,
    href: auditAddress({ actorId }),
  });
}

function subjectOf(
  { subjectKind, subjectId }: AuditEntry,
  { locale, names }: AuditPageProps,
): SafeHtml {
  return named(kindWord(subjectKind, locale), {
    name: names.get(subjectId) ?? subjectId,
    href: auditAddress({ subject: { kind: subjectKind, id: subjectId } }),
  });
}

/** Written where nothing has an id of its own: its kind says it all. */
const withoutName: ReadonlySet<string> = new Set([
  "system",
  "guest",
  "log",
  "list",
  "calendar",
  "proofs",
]);

function named(
  kind: string,
  { name, href }: { readonly name: string; readonly href: string },
): SafeHtml {
  return withoutName.has(name)
    ? html`<a class="kern-link" href="${href}">${kind}</a>`
    : html`${kind} <a class="kern-link" href="${href}">${name}</a>`;
}

function kindWord(kind: string, locale: Locale): string {
  const key = `kind.${kind}`;
  return isAuditKey(key) ? auditTexts(locale)(key) : kind;
}

function actionOf({ action }: AuditEntry, locale: Locale): string {
  const key = `action.${action}`;
  return isAuditKey(key) ? auditTexts(locale)(key) : action;
}
