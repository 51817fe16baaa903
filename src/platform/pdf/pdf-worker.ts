import { parentPort } from "node:worker_threads";
import { PdfError, type PdfDocument } from "./pdf-document.ts";
import { createTypst } from "./typst.ts";

/** One document on its way to the worker thread and back. */
export type PdfJob = { readonly id: number; readonly document: PdfDocument };
export type PdfJobResult =
  | {
      readonly id: number;
      readonly kind: "done";
      readonly pdf: Uint8Array<ArrayBuffer>;
    }
  | { readonly id: number; readonly kind: "failed"; readonly detail: string };

const port = parentPort;
if (!port)
  throw new Error(
    "pdf-worker.ts runs as a worker thread: use createPdfCompiler",
  );
const typst = createTypst();

port.on("message", (job: PdfJob) => {
  const result = run(job);
  port.postMessage(result, result.kind === "done" ? [result.pdf.buffer] : []);
});

function run({ id, document }: PdfJob): PdfJobResult {
  try {
    return { id, kind: "done", pdf: new Uint8Array(typst(document)) };
  } catch (fault) {
    return { id, kind: "failed", detail: detailOf(fault) };
  }
}

function detailOf(fault: unknown): string {
  if (!(fault instanceof PdfError)) return String(fault);
  return fault.cause instanceof Error
    ? `${fault.message}: ${fault.cause.message}`
    : fault.message;
}
