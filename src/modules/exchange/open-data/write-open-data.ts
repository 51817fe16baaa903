import { addressOf, type Exported } from "../domain/exported.ts";
import { germanLines } from "../../catalogue/index.ts";

/** The authority's own Leistungen as open data: JSON with everything they say. */
export function asOpenJson(exported: Exported): object {
  const { authority, ars, now, leistungen } = exported;
  return {
    authority,
    ars,
    created: now.toISOString(),
    leistungen: leistungen
      .filter(({ isShown }) => isShown)
      .map((leistung) => ({
        url: addressOf(exported, leistung),
        changed: leistung.updatedAt.toISOString(),
        online: leistung.formKey !== null,
        ...leistung.content,
      })),
  };
}

const columns = [
  "url",
  "title",
  "leikaKey",
  "teaser",
  "online",
  "fee",
  "office",
  "changed",
];

/** The same as a table of what fits into one; German texts. */
export function asOpenTable(exported: Exported): string[][] {
  const rows = exported.leistungen
    .filter(({ isShown }) => isShown)
    .map((leistung) => [
      addressOf(exported, leistung),
      leistung.title,
      leistung.content.leikaKey ?? "",
      leistung.teaser,
      String(leistung.formKey !== null),
      germanLines(leistung, "feeText").join(" "),
      exported.offices.find(({ slug }) => slug === leistung.content.officeSlug)
        ?.name ?? "",
      leistung.updatedAt.toISOString(),
    ]);
  return [columns, ...rows];
}
