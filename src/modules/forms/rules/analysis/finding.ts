/** Something about the rules of a form that an editor should know. Errors keep a form from being published. */
export type RuleFinding = {
  readonly severity: "error" | "warning";
  readonly code: RuleFindingCode;
  readonly place: RulePlace;
  readonly params: Readonly<Record<string, string | number>>;
};

/** What to do about each is in `i18n/`, by the same code. */
export type RuleFindingCode =
  /** `position` counts from 1. */
  | "syntax"
  | "unsupported"
  | "unknown-function"
  | "unknown-field"
  | "name-ambiguous"
  | "name-reserved"
  | "wrong-type"
  | "wrong-result"
  | "unknown-place"
  | "cycle"
  | "never-visible"
  | "always-visible"
  | "never-required"
  | "always-required"
  | "check-never-holds"
  | "check-always-holds"
  | "outcome-unreachable"
  | "no-outcome"
  | "not-analysed";

/** Where a rule stands. */
export type RulePlace = {
  readonly kind: "form" | "page" | "element" | "check" | "question" | "outcome";
  /** Path of an element (keys joined by dots), key of a page or question, id of a check, number of an outcome from 1; empty for the form. */
  readonly at: string;
  readonly rule?: "visibleWhen" | "requiredWhen" | "computed";
};
