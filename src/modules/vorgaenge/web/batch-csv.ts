import type { Locale } from "../../../platform/i18n/texts.ts";
import { csvOf } from "../../../platform/values/csv.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";

/** What the list shows, as a table for a spreadsheet; no answers. */
export function vorgaengeCsv(
  vorgaenge: readonly Vorgang[],
  {
    locale,
    names,
  }: { readonly locale: Locale; readonly names: ReadonlyMap<string, string> },
): string {
  const t = worklistTexts(locale);
  const words = vorgaengeTexts(locale);
  const head = [
    words("queue.column.reference"),
    t("column.leistung"),
    t("column.received"),
    t("column.state"),
    t("column.since"),
    t("column.assignee"),
  ];
  const rows = vorgaenge.map((vorgang) => [
    vorgang.reference,
    vorgang.leistungTitle,
    vorgang.receivedAt.toISOString(),
    words(`state.${vorgang.state}`),
    vorgang.stateSince.toISOString(),
    names.get(vorgang.assigneeId ?? "") ?? "",
  ]);
  return csvOf([head, ...rows]);
}
