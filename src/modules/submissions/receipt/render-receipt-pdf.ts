import { readFileSync } from "node:fs";
import { formatMoment } from "../../../platform/i18n/dates.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  PdfError,
  type PdfDocument,
} from "../../../platform/pdf/pdf-document.ts";
import { receiptTexts } from "./i18n/texts.ts";
import type { ReceiptContent, ReceiptUpload } from "./receipt-content.ts";

const template = readFileSync(
  new URL("./receipt-template.typ", import.meta.url),
  "utf8",
);

type Kind = "receipt" | "application";

/**
 * The receipt as tagged PDF/A-3a with the machine-readable content attached. The same content gives the same bytes.
 * Throws `PdfError`; never because of a character or a crest.
 */
export async function renderReceiptPdf(
  pdf: PdfCompiler,
  receipt: ReceiptContent,
): Promise<Buffer> {
  return render(pdf, await receiptDocument("receipt", receipt));
}

/** The same content for the caseworker and the back office: headed as application, without advice for the applicant. */
export async function renderApplicationPdf(
  pdf: PdfCompiler,
  receipt: ReceiptContent,
): Promise<Buffer> {
  return render(
    pdf,
    await receiptDocument("application", { ...receipt, nextSteps: [] }),
  );
}

async function render(
  pdf: PdfCompiler,
  document: PdfDocument,
): Promise<Buffer> {
  try {
    return await pdf.compile(document);
  } catch (fault) {
    if (!(fault instanceof PdfError) || fault.code !== "not-compiled")
      throw fault;
    // A crest somebody uploaded may be beyond what Typst draws; the receipt counts without it.
    const { code = "" } = document.images;
    return pdf.compile({ ...document, images: { code } });
  }
}

/** What the PDF is made of; apart from `renderReceiptPdf` so that tests can hold it to other standards. */
export async function receiptDocument(
  kind: Kind,
  receipt: ReceiptContent,
): Promise<PdfDocument> {
  const t = receiptTexts(receipt.locale);
  const heading = t(`pdf.${kind}.title`);
  const { toString: qrCodeText } = await import("qrcode");
  return {
    title: t("pdf.title", { kind: heading, service: receipt.leistungTitle }),
    author: receipt.portal.name,
    lang: receipt.locale,
    template,
    data: {
      ...printed(receipt),
      heading,
      isReceipt: kind === "receipt",
      texts: textsOf(kind, receipt),
      lead: leadOf(kind, receipt),
    },
    images: {
      crest: receipt.portal.crestSvg,
      code: await qrCodeText(receipt.verificationUrl, {
        type: "svg",
        margin: 0,
      }),
    },
    attachments: receipt.machineReadable.map((file) => ({
      ...file,
      description: t("pdf.attachment"),
    })),
    standard: "PDF/A-3a",
    createdAt: receipt.depositedAt,
  };
}

function printed(receipt: ReceiptContent) {
  return {
    portal: receipt.portal.name,
    accentColour: receipt.portal.accentColour,
    leistung: receipt.leistungTitle,
    reference: receipt.reference,
    nextSteps: receipt.nextSteps,
    office: receipt.office,
    sections: receipt.sections,
    uploads: receipt.uploads.map((upload) =>
      printedUpload(upload, receipt.locale),
    ),
    verificationUrl: receipt.verificationUrl,
    contentHash: inParts(receipt.contentHash, 32),
    hasAttachments: receipt.machineReadable.length > 0,
  };
}

function leadOf(kind: Kind, { locale, depositedAt }: ReceiptContent): string {
  return receiptTexts(locale)(`pdf.${kind}.lead`, {
    date: formatMoment(depositedAt, locale),
  });
}

function textsOf(kind: Kind, receipt: ReceiptContent) {
  const t = receiptTexts(receipt.locale);
  return {
    crest: t("pdf.crest", { portal: receipt.portal.name }),
    footer: t("pdf.footer", {
      kind: t(`pdf.${kind}.title`),
      reference: receipt.reference,
    }),
    page: t("pdf.page"),
    reference: t(`pdf.reference.${kind}`),
    referenceHint: t("pdf.reference.hint"),
    next: t("pdf.next"),
    office: t("pdf.office"),
    phone: t("pdf.phone"),
    email: t("pdf.email"),
    hours: t("pdf.hours"),
    answers: t(`pdf.answers.${kind}`),
    none: t("pdf.answers.none"),
    uploads: t("pdf.uploads"),
    uploadFile: t("pdf.uploads.file"),
    uploadSize: t("pdf.uploads.size"),
    uploadSha256: t("pdf.uploads.sha256"),
    proof: t("pdf.proof"),
    proofText: t("pdf.proof.text"),
    proofHash: t("pdf.proof.hash"),
    code: t("pdf.proof.code", { url: receipt.verificationUrl }),
    attached: t("pdf.proof.attached", {
      files: receipt.machineReadable.map(({ filename }) => filename).join(", "),
    }),
    replaced: t("pdf.replaced"),
    automatic: t("pdf.automatic"),
  };
}

function printedUpload(
  { filename, sizeBytes, sha256 }: ReceiptUpload,
  locale: Locale,
) {
  return {
    filename,
    size: formatSize(sizeBytes, locale),
    sha256: inParts(sha256, 32),
  };
}

function inParts(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}
