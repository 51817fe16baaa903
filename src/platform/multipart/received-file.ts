import type { MediaType } from "../files/content-verdict.ts";

/** A file part that streamed in: stored encrypted when `outcome` is `stored`, thrown away otherwise. */
export type ReceivedFile = {
  /** Name of the form field. */
  readonly field: string;
  /** Name the visitor's device gave, cleaned of paths and control characters, NFC, with an ending of its type. */
  readonly filename: string;
  readonly outcome: FileOutcome;
};

export type FileOutcome =
  | {
      readonly kind: "stored";
      readonly fileId: string;
      readonly sizeBytes: number;
      readonly sha256: string;
      /** From the content, never from the name or the browser. */
      readonly mediaType: MediaType;
    }
  | { readonly kind: "too-large"; readonly maxBytes: number }
  /** The request already had `max` files; the first ones are taken. */
  | { readonly kind: "too-many"; readonly max: number }
  | { readonly kind: "type-not-allowed" }
  | { readonly kind: "empty" };
