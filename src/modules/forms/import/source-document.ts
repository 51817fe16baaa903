/** A document as it was handed in. */
export type SourceDocument = {
  /** For messages, e.g. the file's name. */
  readonly name: string;
  readonly content: Uint8Array;
};
