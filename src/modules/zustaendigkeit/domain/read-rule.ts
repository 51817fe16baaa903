import { isId } from "../../../platform/values/id.ts";
import { readDay } from "./read-day.ts";
import type { RuleConditions, RuleTarget, ZustaendigkeitRule } from "./rule.ts";

/** A rule as it is typed. */
export type TypedRule = {
  readonly name: string;
  readonly leistungSlug: string;
  readonly position: string;
  /** Regionalschlüssel, one in each line. */
  readonly places: string;
  /** One in each line. */
  readonly streets: string;
  readonly from: string;
  readonly to: string;
  readonly answer: string;
  readonly toTenantId: string;
  readonly officeSlug: string;
  readonly teamId: string;
  readonly destinationId: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

export type RuleField = keyof TypedRule;

/** Fields that cannot be taken as they are. */
export type RuleFaults = ReadonlySet<RuleField>;

export type RuleRead =
  | { readonly ok: true; readonly rule: Omit<ZustaendigkeitRule, "id"> }
  | { readonly ok: false; readonly faults: RuleFaults };

/** What was typed as a rule, or which fields do not fit. Whether what it names is there is for others to say. */
export function readRule(
  typed: TypedRule,
  isAnswerRule: (text: string) => boolean,
): RuleRead {
  const conditions = readConditions(typed);
  const target = readTarget(typed);
  const days = readDays(typed);
  const faults = new Set<RuleField>([
    ...faultsOfAbout(typed),
    ...faultsOfConditions(typed, conditions, isAnswerRule),
    ...(isOneTarget(target) ? [] : ["toTenantId" as const]),
    ...days.faults,
  ]);
  if (faults.size > 0) return { ok: false, faults };
  const { validFrom, validUntil } = days;
  return {
    ok: true,
    rule: {
      name: typed.name.trim(),
      leistungSlug: typed.leistungSlug,
      position: Number(typed.position),
      conditions,
      target,
      validFrom,
      validUntil,
    },
  };
}

function faultsOfAbout(typed: TypedRule): RuleField[] {
  const position = Number(typed.position);
  const length = typed.name.trim().length;
  return faultsIn([
    ["name", length > 0 && length <= 120],
    ["leistungSlug", typed.leistungSlug !== ""],
    [
      "position",
      Number.isInteger(position) && position >= 1 && position <= 9_999,
    ],
  ]);
}

function faultsOfConditions(
  typed: TypedRule,
  { places = [], answer }: RuleConditions,
  isAnswerRule: (text: string) => boolean,
): RuleField[] {
  return faultsIn([
    ["places", places.every((ars) => /^\d{2,12}$/.test(ars))],
    ["from", isLetters(typed)],
    ["answer", answer === undefined || isAnswerRule(answer)],
  ]);
}

function faultsIn(
  checks: readonly (readonly [RuleField, boolean])[],
): RuleField[] {
  return checks.filter(([, fits]) => !fits).map(([field]) => field);
}

function readDays({ validFrom: first, validUntil: last }: TypedRule) {
  const validFrom = readDay(first) ?? "";
  const validUntil = last.trim() === "" ? undefined : (readDay(last) ?? "");
  const isAfter = validUntil === undefined || validUntil >= validFrom;
  const faults = faultsIn([
    ["validFrom", validFrom !== ""],
    ["validUntil", validUntil !== "" && isAfter],
  ]);
  return { validFrom, validUntil, faults };
}

function readConditions(typed: TypedRule): RuleConditions {
  const places = linesOf(typed.places).map((line) => line.replaceAll(" ", ""));
  const streets = linesOf(typed.streets);
  const answer = typed.answer.trim();
  const [from, to] = [typed.from, typed.to].map((text) =>
    text.trim().toUpperCase(),
  );
  return {
    ...(places.length > 0 ? { places } : {}),
    ...(streets.length > 0 ? { streets } : {}),
    ...(from && to ? { letters: { from, to } } : {}),
    ...(answer === "" ? {} : { answer }),
  };
}

function readTarget(typed: TypedRule): RuleTarget {
  const { toTenantId, officeSlug, teamId, destinationId } = typed;
  return {
    ...(toTenantId === "" ? {} : { toTenantId }),
    ...(officeSlug === "" ? {} : { officeSlug }),
    ...(teamId === "" ? {} : { teamId }),
    ...(destinationId === "" ? {} : { destinationId }),
  };
}

/** Another authority decides by itself who it is there. */
function isOneTarget({
  toTenantId,
  officeSlug,
  teamId,
  destinationId,
}: RuleTarget): boolean {
  const within = [officeSlug, teamId, destinationId].filter(
    (each) => each !== undefined,
  );
  const ids = [toTenantId, teamId, destinationId].filter(
    (each) => each !== undefined,
  );
  return ids.every(isId) && (toTenantId === undefined) === within.length > 0;
}

function isLetters({ from, to }: TypedRule): boolean {
  const both = [from, to].map((text) => text.trim().toUpperCase());
  if (both.every((text) => text === "")) return true;
  const [first = "", last = ""] = both;
  return both.every((text) => /^[A-Z]$/.test(text)) && first <= last;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
