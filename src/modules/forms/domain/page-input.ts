import type { Answers, FileAnswer } from "./answers.ts";
import type { FieldError } from "./field-error.ts";

/** A file part of the request, as the shell received it. */
export type UploadedFile = {
  /** Name of the form field: the path of the file field's occurrence. */
  readonly field: string;
  readonly filename: string;
  readonly outcome:
    | ({ readonly kind: "stored" } & Omit<FileAnswer, "filename">)
    | { readonly kind: "too-large"; readonly maxBytes: number }
    /** More files at once than `max`. */
    | { readonly kind: "too-many"; readonly max: number }
    /** All files together would have more than `maxBytes`. */
    | { readonly kind: "no-room"; readonly maxBytes: number }
    | { readonly kind: "type-not-allowed" }
    /** A scanner found malware in it. */
    | { readonly kind: "infected" }
    | { readonly kind: "empty" };
};

export type PageInput = {
  readonly fields: URLSearchParams;
  readonly files: readonly UploadedFile[];
  /** Answers before this request: other pages and files already stored are taken from here. */
  readonly previous: Answers;
  /** The day it is, `2026-12-31`: a year of two digits is completed with it. Without it, such years stay as typed. */
  readonly today?: string;
};

export type PageReading = {
  readonly answers: Answers;
  /** Files that were not taken; show them with the errors of `validatePage`. */
  readonly uploadErrors: readonly FieldError[];
};
