/** Why an answer cannot be accepted. The texts are in `i18n/`, by the same code. */
export type FieldErrorCode =
  | "required"
  | "required-choice"
  | "required-confirmation"
  | "required-date"
  | "required-file"
  | "too-many"
  | "too-short"
  | "too-long"
  | "characters"
  | "pattern"
  | "pattern-example"
  | "email"
  | "postcode"
  | "date"
  | "date-incomplete"
  | "date-not-real"
  | "number"
  | "integer"
  | "currency"
  | "too-small"
  | "too-large"
  | "choice-unknown"
  | "file-missing"
  | "file-too-large"
  | "file-type"
  | "file-empty"
  | "file-too-many"
  | "file-too-many-at-once"
  | "file-no-room";

export type FieldErrorParams = Readonly<Record<string, string | number>>;

export type FieldError = {
  /** Path of the occurrence, which is also the id of the first control to focus: `G05000496.0.F05000059.0`. */
  readonly path: string;
  readonly pageKey: string;
  readonly code: FieldErrorCode;
  readonly params: FieldErrorParams;
  readonly label: string;
};

/** What is wrong with one value, before it is known where it stands. */
export type ValueProblem = {
  readonly code: FieldErrorCode;
  readonly params?: FieldErrorParams;
};
