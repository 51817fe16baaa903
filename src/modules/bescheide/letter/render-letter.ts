import { readFileSync } from "node:fs";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  PdfError,
  type PdfDocument,
} from "../../../platform/pdf/pdf-document.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { LetterContent } from "./letter-content.ts";

const template = readFileSync(
  new URL("./letter-template.typ", import.meta.url),
  "utf8",
);

/**
 * The Bescheid as tagged PDF/A-3a, in German: the official language. The same content gives the same bytes. Throws `PdfError`; never because of
 * a character or a crest.
 * @see § 23 Abs. 1 VwVfG
 */
export async function renderLetter(
  pdf: PdfCompiler,
  letter: LetterContent,
): Promise<Buffer> {
  const document = documentOf(letter);
  try {
    return await pdf.compile(document);
  } catch (fault) {
    if (!(fault instanceof PdfError) || fault.code !== "not-compiled")
      throw fault;
    // A crest somebody uploaded may be beyond what Typst draws; the Bescheid counts without it.
    return pdf.compile({ ...document, images: {} });
  }
}

function documentOf(letter: LetterContent): PdfDocument {
  const { authority, subject, reference, date } = letter;
  const t = bescheideTexts("de");
  return {
    title: t("pdf.title", { subject, reference }),
    author: authority.name,
    lang: "de",
    template,
    data: {
      authority: authority.name,
      accentColour: authority.accentColour,
      office: authority.office,
      sender: [authority.name, authority.street, authority.place].join(" · "),
      reference,
      facts: [
        [t("pdf.reference"), reference],
        [t("pdf.date"), formatDate(date, "de")],
        [t("pdf.caseworker"), letter.caseworker],
        [t("pdf.phone"), authority.phone],
        [t("pdf.email"), authority.email],
      ],
      addressee: letter.addressee,
      subject,
      body: letter.body,
      remedy: letter.remedy,
      isPreview: letter.isPreview,
      texts: {
        crest: t("pdf.crest", { authority: authority.name }),
        preview: t("pdf.preview"),
        reference: t("pdf.reference"),
        page: t("pdf.page"),
        remedy: t("pdf.remedy"),
        automatic: t(letter.isSealed ? "pdf.sealed" : "pdf.unsealed"),
      },
    },
    images: { crest: authority.crestSvg },
    attachments: [],
    standard: "PDF/A-3a",
    createdAt: date,
  };
}
