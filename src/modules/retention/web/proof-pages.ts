import { html, type SafeHtml } from "../../../platform/html/html.ts";
import {
  formatDate,
  formatDateTime,
  formatDay,
} from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { searchForm } from "../../../ui/search-form.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import type { Proof } from "../domain/proof.ts";
import { isRetentionKey, retentionTexts } from "../i18n/texts.ts";
import type { ProofPage, StoredProof } from "../use-cases/read-proofs.ts";
import { retentionPaths } from "./retention-paths.ts";
import { termWords } from "./term-words.ts";

/** Name of the field with the number. */
export const referenceField = "nummer";

export type ProofsPageProps = {
  readonly locale: Locale;
  /** As it was typed; empty: the newest. */
  readonly typed: string;
  readonly found: ProofPage;
};

/** What was deleted, the newest first, or under one number. */
export function proofsPage({ locale, typed, found }: ProofsPageProps): Page {
  const t = retentionTexts(locale);
  const { proofs, older } = found;
  return page({
    title: t("proofs.title"),
    section: retentionPaths.proofs,
    layout: "wide",
    main: html`${pageHeading({ title: t("proofs.title"), lead: t("proofs.lead") })}
    ${searchForm({
      action: retentionPaths.proofs,
      name: referenceField,
      label: t("proofs.search"),
      buttonLabel: t("proofs.search.button"),
      value: typed,
    })}
    ${
      proofs.length === 0
        ? emptyState({
            title: t("proofs.none.title"),
            body:
              typed === "" ? t("proofs.none.body") : t("proofs.none.search"),
          })
        : proofTable(proofs, locale)
    }
    ${
      older &&
      html`<p class="kern-body">
        ${link(
          `${retentionPaths.proofs}?vor=${String(older.deletedAt.getTime())}_${older.id}`,
          t("proofs.older"),
        )}
      </p>`
    }`,
  });
}

function proofTable(proofs: readonly StoredProof[], locale: Locale): SafeHtml {
  const t = retentionTexts(locale);
  return table({
    caption: t("proofs.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.reference") },
      { label: t("column.leistung") },
      { label: t("proofs.column.deleted") },
      { label: t("section.term") },
    ],
    rows: proofs.map((proof) => ({
      cells: [
        link(retentionPaths.proof(proof.id), proof.reference),
        proof.leistungTitle,
        formatDate(proof.deletedAt, locale),
        termWords(proof.term, locale),
      ],
    })),
  });
}

/** One proof with all that stays. */
export function proofPage(
  {
    proof,
    isIntact,
  }: { readonly proof: StoredProof; readonly isIntact: boolean },
  locale: Locale,
): Page {
  const t = retentionTexts(locale);
  return page({
    title: t("proof.title"),
    section: retentionPaths.proofs,
    main: html`${backLink({ label: t("proof.back"), href: retentionPaths.proofs })}
    ${pageHeading({ title: t("proof.title"), preline: proof.reference })}
    ${
      isIntact
        ? alert({ kind: "success", title: t("proof.intact") })
        : alert({
            kind: "danger",
            title: t("proof.changed"),
            body: t("proof.changed.body"),
          })
    }
    ${definitionRows(rowsOf(proof, locale))}
    ${section({
      title: t("proof.counts"),
      body: countTable(proof, locale),
    })}
    ${section({
      title: t("proof.hash"),
      body: html`<p class="kern-body">
          <code class="portal-break">${proof.hash.toString("hex")}</code>
        </p>
        <p class="kern-body">
          ${link(`/verwaltung/protokoll?woran=${proof.id}`, t("proof.in-log"))}
        </p>`,
    })}`,
  });
}

function rowsOf(proof: Proof, locale: Locale) {
  const t = retentionTexts(locale);
  return [
    { term: t("column.leistung"), value: proof.leistungTitle },
    {
      term: t("proof.received"),
      value: formatDay(proof.receivedOn, locale),
    },
    {
      term: t("proof.ending"),
      value: t(`proof.ending.${proof.ending}`, {
        date: formatDay(proof.closedOn, locale),
      }),
    },
    { term: t("section.term"), value: termWords(proof.term, locale) },
    { term: t("section.basis"), value: proof.term.basis },
    { term: t("proof.rule"), value: t(`proof.rule.${proof.term.rule}`) },
    { term: t("section.due"), value: formatDay(proof.dueOn, locale) },
    { term: t("proof.archive"), value: t(`proof.archive.${proof.archive}`) },
    {
      term: t("proof.deleted"),
      value: formatDateTime(proof.deletedAt, locale),
    },
  ];
}

function countTable({ counts }: Proof, locale: Locale): SafeHtml {
  const t = retentionTexts(locale);
  return table({
    caption: t("proof.counts"),
    isCaptionHidden: true,
    columns: [
      { label: t("count.kind") },
      { label: t("count.number"), isNumeric: true },
    ],
    rows: Object.entries(counts).map(([kind, count]) => {
      const key = `count.${kind}`;
      return { cells: [isRetentionKey(key) ? t(key) : kind, count] };
    }),
  });
}
