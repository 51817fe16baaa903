import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  parseDay,
  printDay,
  weekday,
  yearsBetween,
} from "./dates.ts";
import { isGroup, isList, type RuleValue } from "./expression.ts";

/** A function of the rule language. `undefined` says: cannot be worked out, for example because something is not answered yet. */
type RuleFunction = {
  /** As CEL's type check reads them: `age(string): double`. One function may have several. */
  readonly signatures: readonly string[];
  readonly call: (
    args: readonly RuleValue[],
    today: string,
  ) => RuleValue | undefined;
};

type Day = NonNullable<ReturnType<typeof parseDay>>;

const day = (value: RuleValue | undefined): Day | undefined =>
  typeof value === "string" ? parseDay(value) : undefined;
const number = (value: RuleValue | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;

const text = (
  signatures: readonly string[],
  work: (...texts: string[]) => RuleValue,
): RuleFunction => ({
  signatures,
  call: (args) => {
    const texts = args.filter((arg) => typeof arg === "string");
    return texts.length === args.length ? work(...texts) : undefined;
  },
});

const ofDay = (
  signature: string,
  work: (date: Day) => RuleValue,
): RuleFunction => ({
  signatures: [signature],
  call: ([arg]) => {
    const date = day(arg);
    return date && work(date);
  },
});

const betweenDays = (
  signature: string,
  work: (from: Day, to: Day) => number,
): RuleFunction => ({
  signatures: [signature],
  call: ([first, second]) => {
    const [from, to] = [day(first), day(second)];
    return from && to ? work(from, to) : undefined;
  },
});

const movedDay = (
  signature: string,
  move: (from: Day, count: number) => Day,
): RuleFunction => ({
  signatures: [signature],
  call: ([first, second]) => {
    const [from, count] = [day(first), number(second)];
    return from && count !== undefined
      ? printDay(move(from, count))
      : undefined;
  },
});

const ofNumber = (
  signature: string,
  work: (value: number) => number,
): RuleFunction => ({
  signatures: [signature],
  call: ([arg]) => (typeof arg === "number" ? work(arg) : undefined),
});

/** Numbers of a list; unanswered ones are left out. Undefined when anything else is in it. */
function numbersOf(list: RuleValue | undefined): number[] | undefined {
  if (!isList(list)) return undefined;
  const given = list.filter((item) => item !== null);
  const numbers = given.filter((item) => typeof item === "number");
  return numbers.length === given.length ? numbers : undefined;
}

const ofNumbers = (
  signatures: readonly string[],
  work: (numbers: readonly number[]) => number | undefined,
): RuleFunction => ({
  signatures,
  call: (args) => {
    const numbers = numbersOf(isList(args[0]) ? args[0] : args);
    const isWhole = isList(args[0]) || numbers?.length === args.length;
    return numbers && isWhole ? work(numbers) : undefined;
  },
});

/** Rounds half away from zero, as people do with money; 1.005 is 1.01 although no binary number is exactly that. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const scaled = Math.abs(value) * factor;
  const rounded = Math.round(scaled + scaled * Number.EPSILON * 2) / factor;
  return value < 0 ? -rounded : rounded;
}

/** Something was entered: a text that is not blank, a file, one occurrence, one answer in a group. */
function isAnswered(value: RuleValue): boolean {
  if (isList(value)) return value.some(isAnswered);
  if (isGroup(value)) return value.isAnswered();
  return value !== null && value !== "";
}

/** Texts compare and count by code points, as CEL counts them. */
const lengthOf = (value: string): number => Array.from(value).length;

/** All functions, by name. Methods of a text (`name.startsWith("a")`) take the text as first argument. */
export const ruleFunctions: Readonly<Record<string, RuleFunction>> = {
  today: { signatures: ["today(): string"], call: (_, today) => today },
  age: {
    signatures: ["age(string): double", "age(string, string): double"],
    call: ([birth, on], today) => {
      const [from, to] = [day(birth), day(on === undefined ? today : on)];
      return from && to ? yearsBetween(from, to) : undefined;
    },
  },
  days_between: betweenDays(
    "days_between(string, string): double",
    daysBetween,
  ),
  months_between: betweenDays(
    "months_between(string, string): double",
    monthsBetween,
  ),
  years_between: betweenDays(
    "years_between(string, string): double",
    yearsBetween,
  ),
  add_days: movedDay("add_days(string, double): string", addDays),
  add_months: movedDay("add_months(string, double): string", addMonths),
  add_years: movedDay("add_years(string, double): string", (from, years) =>
    addMonths(from, Math.trunc(years) * 12),
  ),
  year: ofDay("year(string): double", (date) => date.year),
  month: ofDay("month(string): double", (date) => date.month),
  day: ofDay("day(string): double", (date) => date.day),
  weekday: ofDay("weekday(string): double", weekday),
  answered: {
    signatures: ["answered(dyn): bool"],
    call: ([value = null]) => isAnswered(value),
  },
  count: {
    signatures: ["count(list): double"],
    call: ([list]) =>
      isList(list) ? list.filter(isAnswered).length : undefined,
  },
  size: {
    signatures: [],
    call: ([value]) => {
      if (typeof value === "string") return lengthOf(value);
      return isList(value) ? value.length : undefined;
    },
  },
  sum: ofNumbers(
    ["sum(list<double>): double", "sum(list<dyn>): double"],
    (numbers) => numbers.reduce((total, next) => total + next, 0),
  ),
  min: ofNumbers(
    ["min(list<double>): double", "min(double, double): double"],
    (numbers) => (numbers.length === 0 ? undefined : Math.min(...numbers)),
  ),
  max: ofNumbers(
    ["max(list<double>): double", "max(double, double): double"],
    (numbers) => (numbers.length === 0 ? undefined : Math.max(...numbers)),
  ),
  round: {
    signatures: ["round(double): double", "round(double, double): double"],
    call: ([value, decimals]) =>
      typeof value === "number"
        ? roundTo(value, Math.min(9, Math.max(0, number(decimals) ?? 0)))
        : undefined,
  },
  floor: ofNumber("floor(double): double", Math.floor),
  ceil: ofNumber("ceil(double): double", Math.ceil),
  abs: ofNumber("abs(double): double", Math.abs),
  lower: text(["lower(string): string"], (value = "") => value.toLowerCase()),
  upper: text(["upper(string): string"], (value = "") => value.toUpperCase()),
  contains: text([], (value = "", part = "") => value.includes(part)),
  startsWith: text([], (value = "", part = "") => value.startsWith(part)),
  endsWith: text([], (value = "", part = "") => value.endsWith(part)),
};
