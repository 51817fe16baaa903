import type { ImportErrorCode } from "../import/import-message.ts";

/** One change that breaks a sample document. */
export type Fault = {
  readonly name: string;
  /** First place of this text is replaced. */
  readonly from: string | RegExp;
  readonly to: string;
  readonly code: ImportErrorCode;
  readonly id: string;
  readonly cure: RegExp;
  /** The message points to the first line with this text. */
  readonly at: string;
};

/** What the messages tell to do. */
export const cures = {
  add: /Ergänzen Sie/,
  remove: /Entfernen/,
  give: /Geben Sie/,
  use: /Verwenden Sie/,
} as const;
