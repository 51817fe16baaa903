import type { Locale } from "../../../platform/i18n/texts.ts";

/** Who issued the receipt; printed in its head. */
export type ReceiptPortal = {
  readonly name: string;
  /** `#rrggbb`, dark enough to be read on white. */
  readonly accentColour: string;
  /** SVG text without scripts or references; a crest that cannot be drawn is left out. */
  readonly crestSvg: string;
};

/** Whom to ask. */
export type ReceiptOffice = {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
  readonly openingHours: readonly {
    readonly days: string;
    readonly hours: string;
  }[];
};

export type ReceiptSection = {
  readonly heading: string;
  readonly entries: readonly {
    readonly label: string;
    readonly values: readonly string[];
  }[];
};

export type ReceiptUpload = {
  readonly filename: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
};

/** Everything on a receipt, ready to print. Texts may hold any character; none of them is read as markup. */
export type ReceiptContent = {
  readonly locale: Locale;
  readonly portal: ReceiptPortal;
  readonly leistungTitle: string;
  /** In groups, as people read it. */
  readonly reference: string;
  readonly depositedAt: Date;
  /** SHA-256 of the submission, lower-case hex. */
  readonly contentHash: string;
  /** Absolute address of the public check of this receipt; printed, linked and in the QR code. */
  readonly verificationUrl: string;
  /** What the applicant filled in, in their order. */
  readonly sections: readonly ReceiptSection[];
  readonly uploads: readonly ReceiptUpload[];
  /** Sentences in their order. */
  readonly nextSteps: readonly string[];
  readonly office: ReceiptOffice;
  /** The same content for machines, attached to the PDF. */
  readonly machineReadable: readonly ReceiptAttachment[];
};

export type ReceiptAttachment = {
  readonly filename: string;
  readonly mediaType: "application/json" | "application/xml";
  readonly content: string;
};
