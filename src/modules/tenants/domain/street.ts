/** A street of a commune. */
export type Street = {
  /** Of the commune: 12 digits. */
  readonly ars: string;
  readonly town: string;
  readonly name: string;
  readonly postcodes: readonly string[];
};

/** What one line of a list of streets says; the commune by its ARS, or by postcode and town. */
export type StreetLine = Omit<Street, "ars"> & {
  readonly ars: string | undefined;
};

/** Why a line is skipped. */
export type StreetProblem =
  | "not-utf-8"
  | "quotes"
  | "ars"
  | "postcode"
  | "town"
  | "street"
  | "no-commune"
  | "unknown-commune";
