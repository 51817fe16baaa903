import type {
  Deadline,
  Fee,
  LeistungContent,
  NamedLink,
  OnlineService,
} from "../content/leistung-content.ts";
import { typedAmount, typedPeriod } from "./typed-amounts.ts";
import { textOfRows, type RowGroup, type TypedRow } from "./typed-rows.ts";

/** What the inputs for everything that is counted, chosen or linked show of a content, by their names. */
export function typedFigures(
  content: LeistungContent,
): Readonly<Record<FigureInput, string>> {
  const rows = <Item>(
    group: RowGroup,
    items: readonly Item[] | undefined,
    rowOf: (item: Item) => TypedRow,
  ) => textOfRows(group, (items ?? []).map(rowOf));
  const { processingTime, officialTitle, onlineMaturity } = content;
  return {
    fees: rows("fees", content.fees, rowOfFee),
    deadlines: rows("deadlines", content.deadlines, rowOfDeadline),
    processingTime: processingTime ? typedPeriod(processingTime) : "",
    onlineServices: rows(
      "onlineServices",
      content.onlineServices,
      rowOfService,
    ),
    forms: rows("forms", content.forms, rowOfLink),
    signLanguageVideos: rows(
      "signLanguageVideos",
      content.signLanguageVideos,
      rowOfLink,
    ),
    assuranceLevel: content.assuranceLevel,
    onlineMaturity: String(onlineMaturity),
    "officialTitle-de": officialTitle?.de ?? "",
    "officialTitle-en": officialTitle?.["en"] ?? "",
    furtherLeikaKeys: typedWords(content.furtherLeikaKeys),
    structure: content.structure ?? "",
    typing: rows("typing", content.typing, (type) => ({ type })),
    sdgAreas: rows("sdgAreas", content.sdgAreas, (area) => ({ area })),
    belongsToCommunes: content.belongsToCommunes ? "ja" : "",
  };
}

/** Inputs of the form that `typedFigures` fills. */
export type FigureInput =
  | RowGroup
  | "processingTime"
  | "assuranceLevel"
  | "onlineMaturity"
  | "officialTitle-de"
  | "officialTitle-en"
  | "furtherLeikaKeys"
  | "structure"
  | "belongsToCommunes";

const typedWords = (words: readonly string[] = []) => words.join(", ");

export const rowOfFee = (fee: Fee): TypedRow => ({
  amount: typedAmount(fee),
  "for-de": fee.for?.de ?? "",
  "for-en": fee.for?.["en"] ?? "",
  inAdvance: fee.inAdvance ? "ja" : "",
});

export const rowOfDeadline = (deadline: Deadline): TypedRow => ({
  period: typedPeriod({ max: deadline.length, unit: deadline.unit }),
  "for-de": deadline.for?.de ?? "",
  "for-en": deadline.for?.["en"] ?? "",
});

export const rowOfLink = ({ name, url }: NamedLink): TypedRow => ({
  "name-de": name.de,
  url,
  "name-en": name["en"] ?? "",
});

export const rowOfService = (service: OnlineService): TypedRow => ({
  ...rowOfLink(service),
  assuranceLevel: service.assuranceLevel ?? "",
  onlineMaturity:
    service.maturity === undefined ? "" : String(service.maturity),
});
