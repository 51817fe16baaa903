/** Which promise the PDF makes. Both are tagged; PDF/A-3a may carry attachments and is for keeping. */
export type PdfStandard = "PDF/A-3a" | "PDF/UA-1";

/** A file inside a PDF/A-3: the same content for machines. */
export type PdfAttachment = {
  readonly filename: string;
  readonly mediaType: string;
  readonly description: string;
  readonly content: string;
};

/** Everything a PDF is made of. The template is ours; data is anybody's and never read as markup. */
export type PdfDocument = {
  /** Title of the document's metadata; readers show it instead of the file name. */
  readonly title: string;
  readonly author: string;
  readonly lang: "de" | "en";
  /** Typst source, constant. Reads `data` (JSON), `images` (SVG texts by name) and `replaced` (does data show replaced characters?). */
  readonly template: string;
  readonly data: unknown;
  readonly images: Readonly<Record<string, string>>;
  readonly attachments: readonly PdfAttachment[];
  readonly standard: PdfStandard;
  readonly createdAt: Date;
};

export type PdfErrorCode = "not-compiled" | "worker-lost" | "timeout" | "busy";

/** The document could not be made; the message names what Typst said and no data. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;

  constructor(code: PdfErrorCode, detail: string, cause?: unknown) {
    super(`pdf ${code}: ${detail}`, { cause });
    this.name = "PdfError";
    this.code = code;
  }
}
