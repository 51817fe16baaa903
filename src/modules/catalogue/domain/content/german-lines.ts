import { factKeys, factParts, type FactKind } from "./fact-parts.ts";
import type { Leistung } from "../leistung.ts";
import type { LeistungContent, TextModule } from "./leistung-content.ts";
import { linesOf } from "./rich-text.ts";
import { typedAmount, typedPeriod } from "../typed/typed-amounts.ts";

/**
 * Each paragraph and entry of a text module in German, as plain words; none where the Leistung says nothing. Cost, duration and deadlines begin
 * with their figures, as on the page of the Leistung.
 */
export function germanLines(
  leistung: Pick<Leistung, "content" | "takenOver"> | undefined,
  module: TextModule,
): readonly string[] {
  if (!leistung) return [];
  const words = linesOf(leistung.content[module]?.de ?? "");
  const kind = kinds.find((it) => factKeys[it].words === module);
  if (kind === undefined) return words;
  const { hasFigures } = factParts(leistung, kind, words.join(" "));
  return hasFigures
    ? [...germanFigures(leistung.content, kind), ...words]
    : words;
}

const kinds: readonly FactKind[] = ["fee", "duration", "deadline"];

/** A line for each figure, in German: `Erster Hund: 96,00 Euro`. */
function germanFigures(
  { fees = [], processingTime, deadlines = [] }: LeistungContent,
  kind: FactKind,
): readonly string[] {
  switch (kind) {
    case "fee":
      return fees.map((fee) => {
        const amount = typedAmount(fee);
        const money = fee.kind === "free" ? amount : `${amount} Euro`;
        return withPurpose(fee.for?.de, money);
      });
    case "duration":
      return processingTime ? [typedPeriod(processingTime)] : [];
    case "deadline":
      return deadlines.map(({ length, unit, for: purpose }) =>
        withPurpose(purpose?.de, typedPeriod({ max: length, unit })),
      );
  }
}

const withPurpose = (purpose: string | undefined, words: string) =>
  purpose === undefined ? words : `${purpose}: ${words}`;
