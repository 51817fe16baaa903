import type { Result } from "../result/result.ts";

/** Puts the seal of a body on PDFs. @see Regulation (EU) 910/2014 (eIDAS), article 35 */
export type Sealer = {
  /**
   * Appends a seal to a PDF and changes none of its bytes. May be asked again for the same PDF: that gives another seal, equally good. Never
   * throws for what an outside service does.
   */
  seal(request: SealRequest): Promise<Result<SealedPdf, SealRefusal>>;
};

export type SealRequest = {
  readonly pdf: Buffer;
  /** When it is sealed, as the one who seals says it. */
  readonly at: Date;
  /** Why, for readers that show it. */
  readonly reason: string;
  readonly signal: AbortSignal;
};

export type SealedPdf = {
  readonly pdf: Buffer;
  /** Whom the seal names, as its certificate says. */
  readonly sealedBy: string;
  /** B-T carries the stamp of a time-stamp authority. @see ETSI EN 319 142-1, section 6 */
  readonly level: "B-B" | "B-T";
};

export type SealRefusal =
  /** Away, overloaded, or its answer is worth nothing: ask again later. */
  | { readonly kind: "unavailable"; readonly reason: string }
  /** It says no, and will say so again until somebody changes the settings. */
  | { readonly kind: "refused"; readonly reason: string };

/** Holds the private key of a seal, here or elsewhere. */
export type SignatureSource = {
  /** DER, the seal's own first, then those that vouch for it. Never empty. */
  certificates(
    signal: AbortSignal,
  ): Promise<Result<readonly Buffer[], SealRefusal>>;
  /** Signs with SHA-256: ECDSA as DER, or RSA PKCS #1 v1.5, as the certificate's key is. */
  sign(
    content: Buffer,
    signal: AbortSignal,
  ): Promise<Result<Buffer, SealRefusal>>;
};
