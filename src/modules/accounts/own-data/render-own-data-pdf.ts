import { readFileSync } from "node:fs";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { ExportedPart } from "../ports.ts";

const template = readFileSync(
  new URL("./own-data-template.typ", import.meta.url),
  "utf8",
);

export type OwnDataPdf = {
  readonly parts: readonly ExportedPart[];
  readonly portal: { readonly name: string; readonly accentColour: string };
  readonly locale: Locale;
  readonly now: Date;
};

/** All that is stored of an account, as a tagged PDF (PDF/UA-1) to read and keep. Throws `PdfError`. */
export function renderOwnDataPdf(
  pdf: PdfCompiler,
  { parts, portal, locale, now }: OwnDataPdf,
): Promise<Buffer> {
  const t = accountsTexts(locale);
  return pdf.compile({
    title: t("export.pdf.title"),
    author: portal.name,
    lang: locale,
    template,
    data: {
      heading: t("export.pdf.title"),
      lead: t("export.pdf.lead", { at: formatDateTime(now, locale) }),
      portal: portal.name,
      accentColour: portal.accentColour,
      texts: {
        page: t("export.pdf.page", { page: "{page}", pages: "{pages}" }),
        nothing: t("export.pdf.nothing"),
        replaced: t("export.pdf.replaced"),
      },
      parts: parts.map(({ title, entries }) => ({ title, entries })),
    },
    images: {},
    attachments: [],
    standard: "PDF/UA-1",
    createdAt: now,
  });
}
