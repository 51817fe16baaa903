import type { YearLimits } from "../../field-types/date-value.ts";
import type { Expression } from "./expression.ts";

/** What rules need of a form, with the rules parsed. Plain data: this is what a browser gets. */
export type RuleForm = {
  readonly pages: readonly RulePage[];
  readonly checks: readonly RuleCheck[];
};

export type RulePage = {
  readonly key: string;
  readonly visibleWhen?: Expression;
  readonly elements: readonly RuleElement[];
};

export type RuleElement = RuleGroup | RuleField;

type ElementBase = {
  readonly key: string;
  /** By which rules name it. */
  readonly name: string;
  /** How many occurrences there are always. */
  readonly min: number;
  readonly isRepeatable: boolean;
  readonly visibleWhen?: Expression;
};

export type RuleGroup = ElementBase & {
  readonly kind: "group";
  readonly isChoice: boolean;
  readonly elements: readonly RuleElement[];
};

export type RuleField = ElementBase & {
  readonly kind: "field";
  readonly type: RuleType;
  /** May be typed behind a number. */
  readonly unit?: string;
  /** Of a date: what a year of two digits can mean. */
  readonly years?: YearLimits;
  /** A time belongs to the date. */
  readonly hasTime?: true;
  readonly requiredWhen?: Expression;
  readonly computed?: Expression;
  /** Of a field nobody can change: its value, unless it is computed. */
  readonly fixed?: FixedValue;
};

export type FixedValue = {
  readonly value?: string;
  /** Taken from what was found for this source when the application was begun. */
  readonly source?: string;
};

/** How values are read for rules and written when they are computed. */
export type RuleType =
  | "text"
  | "date"
  | "number"
  | "integer"
  | "currency"
  | "truth"
  | "file"
  | "none";

export type RuleCheck = {
  readonly id: string;
  /** Keys of the groups around the element, from outside. */
  readonly parents: readonly string[];
  /** Of the element at which the message stands. */
  readonly key: string;
  readonly rule: Expression;
};
