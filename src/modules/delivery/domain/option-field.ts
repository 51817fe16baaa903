/**
 * How an option is entered. `secret` and `secret-lines` are write-only: what is stored is never shown again, and left empty it stays.
 */
export type OptionKind =
  | "text"
  | "email"
  | "url"
  | "number"
  | "lines"
  /** A certificate in PEM, as text or as a file. */
  | "certificate"
  | "choice"
  | "choices"
  | "secret"
  | "secret-lines";

/** One option of a connector as the admin pages ask for it, in the reader's language. */
export type OptionField = {
  readonly name: string;
  readonly kind: OptionKind;
  readonly label: string;
  readonly hint: string | undefined;
  readonly isRequired: boolean;
  /** Of `choice` and `choices`. */
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
  }[];
  /** What applies when nothing is entered. */
  readonly initial: readonly string[];
};

/** What people read about a connector before they choose it, and the form of its options. */
export type ConnectorDescription = {
  readonly title: string;
  readonly about: string;
  readonly fields: readonly OptionField[];
};

/** Options as they are entered: texts, or lists of ticked values. */
export type EnteredOptions = Readonly<
  Record<string, string | readonly string[]>
>;

export const isSecret = ({ kind }: Pick<OptionField, "kind">): boolean =>
  kind === "secret" || kind === "secret-lines";
