import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Context } from "../../../platform/context/context.ts";
import { formatDate, formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { retentionTexts } from "../i18n/texts.ts";
import type { RetentionPorts } from "../ports.ts";
import {
  findDeletedByLink,
  listOwnDeleted,
  readRetention,
  type Retention,
} from "../use-cases/read-retention.ts";
import { termWords } from "./term-words.ts";

/** When the authority deletes what was sent: in sight once the term runs, folded before. */
export async function retentionForApplicant(
  context: Context,
  ports: Pick<RetentionPorts, "vorgaenge" | "listUnderway">,
  {
    submissionId,
    locale,
  }: { readonly submissionId: string; readonly locale: Locale },
): Promise<SafeHtml | undefined> {
  const retention = await readRetention(context, ports, submissionId);
  if (!retention) return undefined;
  const t = retentionTexts(locale);
  const body = html`<p class="kern-body">${sentence(retention, locale)}</p>
    ${
      retention.term &&
      html`<p class="kern-body portal-muted">${t("applicant.own")}</p>`
    }`;
  const title = t("applicant.title");
  return retention.course
    ? section({ title, body })
    : accordion({ title, body });
}

function sentence({ term, course }: Retention, locale: Locale): string {
  const t = retentionTexts(locale);
  if (!term) return t("applicant.no-term");
  const { basis } = term;
  if (!course)
    return t("applicant.not-begun", { term: termWords(term, locale), basis });
  const { standing, dueOn } = course;
  return standing.kind === "runs"
    ? t("applicant.runs", { date: formatDay(standing.on, locale), basis })
    : t("applicant.waits", { date: formatDay(dueOn, locale), basis });
}

/** What a private link shows after everything it led to was deleted; undefined for a link that is unknown. */
export async function deletedPage(
  context: Context,
  { link, locale }: { readonly link: string; readonly locale: Locale },
): Promise<Page | undefined> {
  const proof = await findDeletedByLink(context, link);
  if (!proof) return undefined;
  const t = retentionTexts(locale);
  return page({
    // Gone for good, and not by mistake. @see RFC 9110 section 15.5.11
    status: 410,
    title: t("deleted.title"),
    main: html`${pageHeading({
        title: t("deleted.title"),
        lead: t("deleted.lead", { date: formatDate(proof.deletedAt, locale) }),
      })}
      ${definitionRows([
        { term: t("deleted.leistung"), value: proof.leistungTitle },
        { term: t("deleted.reference"), value: proof.reference },
        {
          term: t("deleted.why"),
          value: t("deleted.why.text", { basis: proof.term.basis }),
        },
      ])}
      <p class="kern-body">${t("deleted.own")}</p>`,
  });
}

/** What authorities have deleted of the signed-in party within a year; undefined where nothing was. */
export async function ownDeletedSection(
  context: Context,
  {
    locale,
    nameOf,
  }: {
    readonly locale: Locale;
    /** Name of an authority. */
    readonly nameOf: (tenantId: string) => Promise<string | undefined>;
  },
): Promise<SafeHtml | undefined> {
  const deleted = await listOwnDeleted(context);
  if (deleted.length === 0) return undefined;
  const t = retentionTexts(locale);
  const rows = deleted.map(async (it) => ({
    cells: [
      it.reference,
      it.leistungTitle,
      (await nameOf(it.tenantId)) ?? "",
      formatDate(it.deletedAt, locale),
    ],
  }));
  return section({
    title: t("own.title"),
    body: html`<p class="kern-body">${t("own.lead")}</p>
      ${table({
        caption: t("own.title"),
        isCaptionHidden: true,
        columns: [
          { label: t("deleted.reference") },
          { label: t("deleted.leistung") },
          { label: t("own.authority") },
          { label: t("proofs.column.deleted") },
        ],
        rows: await Promise.all(rows),
      })}`,
  });
}
