import { landOfAuthority } from "../../../platform/calendar/land.ts";
import {
  longest,
  periodUnits,
  questionEffects,
  type ClockRule,
} from "../domain/clock-rule.ts";
import { mostSimilarDays } from "../domain/similar-period.ts";
import { longestStateName, type StateNames } from "../domain/state-names.ts";
import { vorgangStates, type VorgangState } from "../domain/states.ts";

/** Names of the form's fields. */
export const clockFields = {
  target: "ziel",
  unit: "frist",
  count: "laenge",
  law: "vorschrift",
  silence: "fiktion",
  question: "rueckfrage",
  warning: "vorwarnung",
  similar: "weitere",
  name: (state: VorgangState) => `name-${state}`,
  nameInEnglish: (state: VorgangState) => `name-${state}-en`,
} as const;

/** What was typed, by the names of the fields. */
export type ClockInput = Readonly<Record<string, string>>;

/** The key of the text that says what is wrong, with the number it names. */
export type ClockFault = {
  readonly fieldId: string;
  readonly text:
    | "target-invalid"
    | "count-invalid"
    | "law-missing"
    | "law-too-long"
    | "silence-without-period"
    | "warning-invalid"
    | "similar-invalid"
    | "name-too-long"
    | "name-missing";
  readonly max: number;
};

/** What an office begins with. */
const newRule: Omit<ClockRule, "land"> = {
  targetDays: undefined,
  period: undefined,
  onQuestion: "stops",
  warningDays: 3,
};

/** What an office sets for a Leistung; what is undefined is as usual. */
export type ClockSettings = {
  readonly rule: ClockRule | undefined;
  readonly names: StateNames;
  readonly similarDays: number | undefined;
};

/** As the form shows a rule; without one what most offices begin with. */
export function clockInput({
  rule,
  names,
  similarDays,
}: ClockSettings): ClockInput {
  const { targetDays, period, onQuestion, warningDays } = rule ?? newRule;
  return {
    ...periodInput(period),
    [clockFields.target]: targetDays === undefined ? "" : String(targetDays),
    [clockFields.question]: onQuestion,
    [clockFields.warning]: String(warningDays),
    [clockFields.similar]: String(similarDays ?? ""),
    ...Object.fromEntries(
      vorgangStates.flatMap((state) => [
        [clockFields.name(state), names.get(state)?.de ?? ""],
        [clockFields.nameInEnglish(state), names.get(state)?.en ?? ""],
      ]),
    ),
  };
}

function periodInput(period: ClockRule["period"]): ClockInput {
  const { unit, count, law, silence } = clockFields;
  if (!period) return { [unit]: noPeriod };
  return {
    [unit]: period.unit,
    [count]: String(period.count),
    [law]: period.legalBasis,
    [silence]: period.approvesBySilence ? "true" : "",
  };
}

/** Stands for no period in the form. */
export const noPeriod = "keine";

/** What a form asks for, or everything that is wrong with it. No aim and no period is no rule. */
export function readClockInput(
  input: ClockInput,
  ars: string | null,
): ClockSettings | { readonly faults: readonly ClockFault[] } {
  const faults = [
    ...faultsOfNumbers(input),
    ...faultsOfPeriod(input),
    ...vorgangStates.flatMap((state) => faultsOfNames(input, state)),
  ];
  if (faults.length > 0) return { faults };
  return {
    rule: ruleOf(input, ars),
    names: namesOf(input),
    similarDays: numberAt(input, clockFields.similar),
  };
}

function textAt(input: ClockInput, name: string): string {
  return (input[name] ?? "").normalize("NFC").trim();
}

function numberAt(input: ClockInput, name: string): number | undefined {
  const text = textAt(input, name);
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

function unitOf(input: ClockInput) {
  const chosen = textAt(input, clockFields.unit);
  return periodUnits.find((unit) => unit === chosen);
}

function ruleOf(input: ClockInput, ars: string | null): ClockRule | undefined {
  const targetDays = numberAt(input, clockFields.target);
  const unit = unitOf(input);
  if (targetDays === undefined && unit === undefined) return undefined;
  const question = textAt(input, clockFields.question);
  return {
    targetDays,
    period: unit && {
      unit,
      count: numberAt(input, clockFields.count) ?? 1,
      legalBasis: textAt(input, clockFields.law),
      approvesBySilence: isSilent(input),
    },
    onQuestion: questionEffects.find((it) => it === question) ?? "stops",
    warningDays: numberAt(input, clockFields.warning) ?? 0,
    land: landOfAuthority(ars ?? ""),
  };
}

function namesOf(input: ClockInput): StateNames {
  return new Map(
    vorgangStates.flatMap((state) => {
      const de = textAt(input, clockFields.name(state));
      const en = textAt(input, clockFields.nameInEnglish(state));
      return de === "" ? [] : [[state, { de, en: en || undefined }] as const];
    }),
  );
}

function isSilent(input: ClockInput): boolean {
  return textAt(input, clockFields.silence) !== "";
}

function faultsOfNumbers(input: ClockInput): ClockFault[] {
  const { target, warning, similar } = clockFields;
  const isWrong = (name: string, max: number) =>
    !isWithin(numberAt(input, name), 0, max);
  const isTyped = (name: string) => textAt(input, name) !== "";
  const faults: (ClockFault | false)[] = [
    isTyped(target) &&
      isWrong(target, longest.targetDays) && {
        fieldId: target,
        text: "target-invalid",
        max: longest.targetDays,
      },
    isWrong(warning, longest.warningDays) && {
      fieldId: warning,
      text: "warning-invalid",
      max: longest.warningDays,
    },
    isTyped(similar) &&
      isWrong(similar, mostSimilarDays) && {
        fieldId: similar,
        text: "similar-invalid",
        max: mostSimilarDays,
      },
  ];
  return faults.filter((fault) => fault !== false);
}

function faultsOfPeriod(input: ClockInput): ClockFault[] {
  const { count, law, silence } = clockFields;
  if (!unitOf(input))
    return isSilent(input)
      ? [{ fieldId: silence, text: "silence-without-period", max: 0 }]
      : [];
  const legalBasis = textAt(input, law);
  const isLawTooLong = Array.from(legalBasis).length > longest.legalBasis;
  const faults: (ClockFault | false)[] = [
    !isWithin(numberAt(input, count), 1, longest.period) && {
      fieldId: count,
      text: "count-invalid",
      max: longest.period,
    },
    legalBasis === "" && { fieldId: law, text: "law-missing", max: 0 },
    isLawTooLong && {
      fieldId: law,
      text: "law-too-long",
      max: longest.legalBasis,
    },
  ];
  return faults.filter((fault) => fault !== false);
}

function faultsOfNames(input: ClockInput, state: VorgangState): ClockFault[] {
  const german = clockFields.name(state);
  const english = clockFields.nameInEnglish(state);
  const tooLong = [german, english]
    .filter((it) => Array.from(textAt(input, it)).length > longestStateName)
    .map((fieldId): ClockFault => ({
      fieldId,
      text: "name-too-long",
      max: longestStateName,
    }));
  const isGermanMissing =
    textAt(input, german) === "" && textAt(input, english) !== "";
  return isGermanMissing
    ? [...tooLong, { fieldId: german, text: "name-missing", max: 0 }]
    : tooLong;
}

function isWithin(
  number: number | undefined,
  least: number,
  most: number,
): boolean {
  return number !== undefined && number >= least && number <= most;
}
