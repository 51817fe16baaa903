import type { AssuranceLevel } from "../content/assurance-level.ts";
import type { FormError, FormFault, TypedLeistung } from "./form-error.ts";
import type {
  InLanguages,
  LeistungContent,
  NamedLink,
  ProcessingTime,
} from "../content/leistung-content.ts";
import {
  levelOf,
  longestCell,
  maturityOf,
  readCode,
  readDeadline,
  readFee,
  readLink,
  readService,
  translated,
  type RowReading,
} from "./read-rows.ts";
import { leistungTypes, sdgAreas } from "./official-codes.ts";
import { periodOf, typedPeriod } from "./typed-amounts.ts";
import {
  rowOfDeadline,
  rowOfFee,
  rowOfLink,
  rowOfService,
} from "./typed-figures.ts";
import {
  rowInput,
  rowsOfText,
  textOfRows,
  type RowGroup,
  type TypedRow,
} from "./typed-rows.ts";

/** Parts of a content that are counted, chosen or linked. */
export type Figures = Pick<
  LeistungContent,
  | "fees"
  | "deadlines"
  | "processingTime"
  | "onlineServices"
  | "forms"
  | "signLanguageVideos"
  | "assuranceLevel"
  | "onlineMaturity"
  | "officialTitle"
  | "furtherLeikaKeys"
  | "structure"
  | "typing"
  | "sdgAreas"
  | "belongsToCommunes"
>;

/** The figures that were typed over `before`, and what is wrong with them. What was not touched stays as it is, down to what the form does not show. */
export function readFigures(
  typed: TypedLeistung,
  before: LeistungContent,
): { readonly figures: Figures; readonly errors: readonly FormError[] } {
  const reader = new FigureReader(typed);
  const figures: Figures = {
    ...listsOf(reader, before),
    processingTime: reader.period("processingTime", before.processingTime),
    assuranceLevel: reader.level("assuranceLevel") ?? before.assuranceLevel,
    onlineMaturity: reader.maturity("onlineMaturity") ?? before.onlineMaturity,
    officialTitle: reader.officialTitle(before.officialTitle),
    furtherLeikaKeys: reader.codes("furtherLeikaKeys", {
      before: before.furtherLeikaKeys,
      pattern: /^99\d{12}$/,
      fault: "key",
    }),
    structure: reader.structure("structure"),
    typing: reader.rows(
      { group: "typing", before: before.typing, rowOf: (type) => ({ type }) },
      (reading) =>
        readCode(reading, {
          column: "type",
          known: leistungTypes,
          fault: "typing",
        }),
    ),
    sdgAreas: reader.rows(
      {
        group: "sdgAreas",
        before: before.sdgAreas,
        rowOf: (area) => ({ area }),
      },
      (reading) =>
        readCode(reading, { column: "area", known: sdgAreas, fault: "sdg" }),
    ),
    belongsToCommunes:
      typed.get("belongsToCommunes") === "ja" ? true : undefined,
  };
  return { figures, errors: reader.errors };
}

function listsOf(
  reader: FigureReader,
  before: LeistungContent,
): Pick<
  Figures,
  "fees" | "deadlines" | "onlineServices" | "forms" | "signLanguageVideos"
> {
  return {
    fees: reader.rows(
      { group: "fees", before: before.fees, rowOf: rowOfFee },
      readFee,
    ),
    deadlines: reader.rows(
      { group: "deadlines", before: before.deadlines, rowOf: rowOfDeadline },
      readDeadline,
    ),
    onlineServices: reader.rows(
      {
        group: "onlineServices",
        before: before.onlineServices,
        rowOf: rowOfService,
      },
      readService,
    ),
    forms: reader.links("forms", before.forms),
    signLanguageVideos: reader.links(
      "signLanguageVideos",
      before.signLanguageVideos,
    ),
  };
}

const structures = ["LO", "LOV", "LOVD"] as const;

class FigureReader {
  readonly errors: FormError[] = [];
  readonly #typed: TypedLeistung;

  constructor(typed: TypedLeistung) {
    this.#typed = typed;
  }

  #text(name: string): string {
    return (this.#typed.get(name) ?? "").trim();
  }

  #fault(field: string, fault: FormFault, part = ""): void {
    this.errors.push({ field, fault, part });
  }

  rows<Item>(
    {
      group,
      before,
      rowOf,
    }: {
      readonly group: RowGroup;
      readonly before: readonly Item[] | undefined;
      readonly rowOf: (item: Item) => TypedRow;
    },
    read: (reading: RowReading<Item>) => Item | undefined,
  ): readonly Item[] | undefined {
    const text = this.#text(group);
    const known = before ?? [];
    if (text === textOfRows(group, known.map(rowOf))) return before;
    const items = rowsOfText(group, text).flatMap((row, index) => {
      const line = textOfRows(group, [row]);
      const same = known.find((it) => textOfRows(group, [rowOf(it)]) === line);
      const item =
        same ??
        read({
          row,
          before: known,
          at: (column, fault, part) => {
            this.#fault(rowInput({ group, index, column }), fault, part);
          },
        });
      return item === undefined ? [] : [item];
    });
    return items.length === 0 ? undefined : items;
  }

  links(
    group: "forms" | "signLanguageVideos",
    before: readonly NamedLink[] | undefined,
  ): readonly NamedLink[] | undefined {
    return this.rows({ group, before, rowOf: rowOfLink }, readLink);
  }

  period(
    name: string,
    before: ProcessingTime | undefined,
  ): ProcessingTime | undefined {
    const typed = this.#text(name);
    if (before && typed === typedPeriod(before)) return before;
    const period = periodOf(typed);
    if (typed !== "" && !period) this.#fault(name, "period");
    return period;
  }

  level(name: string): AssuranceLevel | undefined {
    const level = levelOf(this.#text(name));
    if (level === undefined) this.#fault(name, "missing");
    return level;
  }

  maturity(name: string): number | undefined {
    const maturity = maturityOf(this.#text(name));
    if (maturity === undefined) this.#fault(name, "missing");
    return maturity;
  }

  structure(name: string): LeistungContent["structure"] {
    const typed = this.#text(name);
    const structure = structures.find((known) => known === typed);
    if (typed !== "" && !structure) this.#fault(name, "unknown");
    return structure;
  }

  officialTitle(before: InLanguages | undefined): InLanguages | undefined {
    const de = this.#text("officialTitle-de");
    const en = this.#text("officialTitle-en");
    for (const [name, text] of [
      ["officialTitle-de", de],
      ["officialTitle-en", en],
    ] as const)
      if (text.length > longestCell)
        this.#fault(name, "too-long", String(longestCell));
    if (de === "" && en !== "")
      this.#fault("officialTitle-de", "german-missing");
    return de === "" ? undefined : translated(before, { de, en });
  }

  /** Codes between commas; those of an import stay, whatever they look like. */
  codes(
    name: string,
    {
      before,
      pattern,
      fault,
    }: {
      readonly before: readonly string[] | undefined;
      readonly pattern: RegExp;
      readonly fault: FormFault;
    },
  ): readonly string[] | undefined {
    const typed = this.#text(name);
    if (typed === (before ?? []).join(", ")) return before;
    const codes = new Set(
      typed
        .split(/[,;\n]/)
        .map((code) => code.trim())
        .filter((code) => code !== ""),
    );
    const wrong = [...codes].find(
      (code) => !pattern.test(code) && !before?.includes(code),
    );
    if (wrong !== undefined) this.#fault(name, fault, wrong);
    return codes.size === 0 ? undefined : [...codes];
  }
}
