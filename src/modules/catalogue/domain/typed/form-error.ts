/** What stands in the inputs of the form, by their names. */
export type TypedLeistung = ReadonlyMap<string, string>;

export type FormFault =
  | "missing"
  | "german-missing"
  | "too-long"
  | "address"
  | "day"
  | "days-turned"
  | "key"
  | "unknown"
  | "time"
  | "past"
  | "past-day"
  | "amount"
  | "period"
  | "deadline"
  | "typing"
  | "sdg";

/** What is wrong with an input; `part` is the piece of it that is meant. */
export type FormError = {
  readonly field: string;
  readonly fault: FormFault;
  readonly part: string;
};
