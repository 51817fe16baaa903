import { html } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { badge } from "../../../ui/badge.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { table } from "../../../ui/table.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { WaitingBescheid } from "../use-cases/read-bescheid.ts";
import { bescheidPaths } from "./bescheide-paths.ts";
import { bescheidBadge } from "./vorgang-section.ts";

export type WaitingPageProps = {
  readonly locale: Locale;
  readonly waiting: readonly WaitingBescheid[];
  readonly names: ReadonlyMap<string, string>;
};

/** What waits for its release; what the reader may release is bold. */
export function waitingPage({
  locale,
  waiting,
  names,
}: WaitingPageProps): Page {
  const t = bescheideTexts(locale);
  const count = waiting.filter(
    ({ bescheid }) => bescheid.state === "waiting",
  ).length;
  const lead =
    count === 1 ? t("waiting.count.one") : t("waiting.count.many", { count });
  const rows = waiting.map((it) => rowOf(it, { names, locale }));
  return page({
    title:
      count > 0
        ? `${t("waiting.title")} (${String(count)})`
        : t("waiting.title"),
    section: bescheidPaths.waiting,
    layout: "wide",
    main: html`${pageHeading({
      title: t("waiting.title"),
      ...(rows.length > 0 ? { lead } : {}),
    })}
    ${
      rows.length === 0
        ? emptyState({
            title: t("waiting.none.title"),
            body: t("waiting.none.body"),
          })
        : table({
            caption: t("waiting.caption"),
            isCaptionHidden: true,
            columns: [
              { label: t("waiting.column.reference") },
              { label: t("waiting.column.leistung") },
              { label: t("waiting.column.outcome") },
              { label: t("waiting.column.by") },
              { label: t("waiting.column.since") },
              { label: t("waiting.column.state") },
            ],
            rows,
          })
    }`,
  });
}

function rowOf(
  { bescheid, mayRelease }: WaitingBescheid,
  { names, locale }: Pick<WaitingPageProps, "names" | "locale">,
) {
  const t = bescheideTexts(locale);
  return {
    isUnread: mayRelease,
    cells: [
      link(bescheidPaths.bescheid(bescheid.id), bescheid.reference),
      bescheid.leistungTitle,
      t(`outcome.${bescheid.outcome}`),
      bescheid.writerIds.map((id) => names.get(id) ?? "–").join(", "),
      bescheid.fixed ? formatDateTime(bescheid.fixed.at, locale) : "–",
      mayRelease
        ? badge("info", t("waiting.yours"))
        : bescheidBadge(bescheid.state, locale),
    ],
  };
}
