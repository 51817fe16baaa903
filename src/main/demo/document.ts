import type { PdfCompiler } from "../../platform/pdf/pdf-compiler.ts";

const template = `
#set page(paper: "a5", margin: 2cm)
#set text(lang: "de", size: 12pt)
= #data.title
#data.text
`;

/** What the invented people upload: a PDF that says that it is none of the real ones. */
export function demoDocument(pdf: PdfCompiler): Promise<Buffer> {
  return pdf.compile({
    title: "Muster",
    author: "OpenRathaus",
    lang: "de",
    template,
    data: {
      title: "Muster",
      text: "Dieses Dokument gehört zur Vorführung. Es steht für einen Nachweis, den jemand hochgeladen hat. Name und Inhalt sind erfunden.",
    },
    images: {},
    attachments: [],
    standard: "PDF/UA-1",
    createdAt: new Date(0),
  });
}
