import { longest, termUnits, type Term } from "../domain/term.ts";

/** Names of the form's fields. */
export const termFields = {
  count: "dauer",
  unit: "einheit",
  begin: "beginn",
  basis: "grundlage",
  archive: "archiv",
} as const;

/** What was typed, by the names of the fields. */
export type TermInput = Readonly<Record<string, string>>;

/** The key of the text that says what is wrong, with the number it names. */
export type TermFault = {
  readonly fieldId: string;
  readonly text:
    | "count-invalid.months"
    | "count-invalid.years"
    | "basis-missing"
    | "basis-too-long";
  readonly max: number;
};

/** As the form shows a term; without one what it begins with. */
export function termInput(term: Term | undefined): TermInput {
  const { count, unit, begin, basis, archive } = termFields;
  if (!term) return { [unit]: "years", [begin]: "abschluss" };
  return {
    [count]: String(term.count),
    [unit]: term.unit,
    [begin]: term.fromYearEnd ? "jahresende" : "abschluss",
    [basis]: term.basis,
    [archive]: term.offersToArchive ? "true" : "",
  };
}

/** What a form asks for, or everything that is wrong with it. No length is no term. */
export function readTermInput(
  input: TermInput,
):
  | { readonly term: Term | undefined }
  | { readonly faults: readonly TermFault[] } {
  const typed = textAt(input, termFields.count);
  if (typed === "") return { term: undefined };
  const chosen = textAt(input, termFields.unit);
  const unit = termUnits.find((it) => it === chosen) ?? "years";
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  const basis = textAt(input, termFields.basis);
  const faults = faultsOf({ count, unit, basis });
  if (faults.length > 0) return { faults };
  return {
    term: {
      count,
      unit,
      basis,
      fromYearEnd: textAt(input, termFields.begin) === "jahresende",
      offersToArchive: textAt(input, termFields.archive) !== "",
    },
  };
}

function faultsOf({
  count,
  unit,
  basis,
}: Pick<Term, "count" | "unit" | "basis">): readonly TermFault[] {
  const { count: countField, basis: basisField } = termFields;
  const max = longest[unit];
  const isTooLong = Array.from(basis).length > longest.basis;
  const faults: (TermFault | false)[] = [
    (count < 1 || count > max) && {
      fieldId: countField,
      text: `count-invalid.${unit}`,
      max,
    },
    basis === "" && { fieldId: basisField, text: "basis-missing", max: 0 },
    isTooLong && {
      fieldId: basisField,
      text: "basis-too-long",
      max: longest.basis,
    },
  ];
  return faults.filter((fault) => fault !== false);
}

function textAt(input: TermInput, name: string): string {
  return (input[name] ?? "").normalize("NFC").trim();
}
