/** Why an answer of any type cannot be accepted. The texts are in `i18n/`, by the same code; those of single types in `field-types/i18n/`. */
export type FieldErrorCode =
  | "required"
  | "required-choice"
  | "required-confirmation"
  | "too-many"
  | "too-short"
  | "too-long"
  | "characters"
  | "character-unknown"
  | "character-hidden"
  | "pattern"
  | "pattern-example"
  | "too-small"
  | "too-large"
  | "choice-unknown";

export type FieldErrorParams = Readonly<Record<string, string | number>>;

export type FieldError = {
  /** Path of the occurrence, which is also the id of the first control to focus: `G05000496.0.F05000059.0`. */
  readonly path: string;
  readonly pageKey: string;
  /** A `FieldErrorCode` or one of the field's type. */
  readonly code: string;
  readonly params: FieldErrorParams;
  readonly label: string;
};

/** What is wrong with one value, before it is known where it stands. */
export type ValueProblem<Code extends string = string> = {
  readonly code: Code;
  readonly params?: FieldErrorParams;
};
