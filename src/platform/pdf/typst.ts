import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import {
  NodeCompiler,
  type NodeError,
} from "@myriaddreamin/typst-ts-node-compiler";
import { displayableJson, REPLACEMENT } from "./displayable.ts";
import { readCoverage, type FontCoverage } from "./font-coverage.ts";
import {
  PdfError,
  type PdfDocument,
  type PdfStandard,
} from "./pdf-document.ts";
import { woffToOpenType } from "./woff.ts";

const FONT_FOLDER = "@kern-ux/native/dist/fonts/noto-sans/";
const typstStandards: Record<PdfStandard, string> = {
  "PDF/A-3a": "a-3a",
  "PDF/UA-1": "ua-1",
};

/** Results older than this many documents leave Typst's cache; without eviction it grows by 3 MB a document. */
const CACHED_DOCUMENTS = 2;

/** What stands before every template. */
const PRELUDE = `#let data = json(bytes(sys.inputs.data))
#let images = json(bytes(sys.inputs.images))
#let replaced = sys.inputs.replaced == "true"
#set document(title: sys.inputs.title, author: sys.inputs.author, date: auto)
#set text(font: "Noto Sans", lang: sys.inputs.lang, fallback: false)
#for file in json(bytes(sys.inputs.attachments)) {
  pdf.attach(
    file.filename,
    bytes(file.content),
    relationship: "data",
    mime-type: file.mediaType,
    description: file.description,
  )
}
`;

/**
 * Compiles documents one after the other and blocks the thread for some 20 ms each; `createPdfCompiler` does it aside.
 * Throws `PdfError` "not-compiled".
 */
export function createTypst(): (document: PdfDocument) => Buffer {
  const regular = loadFont("NotoSans-Regular.woff");
  const bold = loadFont("NotoSans-Bold.woff");
  // Nothing is read from the workspace; Typst only wants one.
  const compiler = NodeCompiler.create({
    workspace: tmpdir(),
    fontArgs: [{ fontBlobs: [regular, bold] }],
  });
  const covers = readCoverage(regular);

  return (document) => {
    try {
      return compile(compiler, document, inputsOf(document, covers));
    } finally {
      compiler.evictCache(CACHED_DOCUMENTS);
    }
  };
}

function loadFont(name: string): Buffer {
  return woffToOpenType(
    readFileSync(fileURLToPath(import.meta.resolve(FONT_FOLDER + name))),
  );
}

/** Typst gets all content as strings in `sys.inputs`, never inside the source: data cannot become markup. */
function inputsOf(
  document: PdfDocument,
  covers: FontCoverage,
): Record<string, string> {
  const data = JSON.stringify(displayableJson(document.data, covers));
  const attachments =
    document.standard === "PDF/A-3a" ? document.attachments : [];
  return {
    data,
    replaced: String(data.includes(REPLACEMENT)),
    images: JSON.stringify(document.images),
    title: document.title.toWellFormed(),
    author: document.author.toWellFormed(),
    lang: document.lang,
    attachments: JSON.stringify(
      attachments.map((file) => ({
        ...file,
        content: file.content.toWellFormed(),
      })),
    ),
  };
}

function compile(
  compiler: NodeCompiler,
  document: PdfDocument,
  inputs: Record<string, string>,
): Buffer {
  const compiled = compiler.compile({
    mainFileContent: PRELUDE + document.template,
    inputs,
  });
  const fault = compiled.takeError();
  if (fault) throw new PdfError("not-compiled", explain(compiler, fault));
  const pages = compiled.result;
  if (!pages) throw new PdfError("not-compiled", "no pages");
  try {
    const creationTimestamp = Math.floor(document.createdAt.getTime() / 1000);
    return compiler.pdf(pages, {
      pdfStandard: typstStandards[document.standard],
      creationTimestamp,
    });
  } catch (cause) {
    throw new PdfError(
      "not-compiled",
      `not allowed in ${document.standard}`,
      cause,
    );
  }
}

function explain(compiler: NodeCompiler, fault: NodeError): string {
  return compiler
    .fetchDiagnostics(fault)
    .map((each) => JSON.stringify(each))
    .join("; ")
    .slice(0, 1000);
}
