import { Worker } from "node:worker_threads";
import { PdfError, type PdfDocument } from "./pdf-document.ts";
import type { PdfJob, PdfJobResult } from "./pdf-worker.ts";

/** Makes PDFs in a worker thread of its own, so that requests go on meanwhile. */
export type PdfCompiler = {
  /**
   * Documents are made one after the other, each with `timeoutMs` from its own turn on. Throws `PdfError`: "not-compiled"
   * would fail again, "busy" (too many wait already) and the others may succeed when repeated.
   */
  compile(document: PdfDocument): Promise<Buffer>;
  /** Ends the thread; the document in the making fails. A later `compile` starts a new one. */
  close(): Promise<void>;
};

type Waiting = {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (fault: PdfError) => void;
};

type WorkerThread = {
  compile(document: PdfDocument): Promise<Buffer>;
  end(fault: PdfError): Promise<void>;
};

/** The thread starts with the first document (some 250 ms) and does not keep the process alive while it has nothing to do. */
export function createPdfCompiler({
  timeoutMs = 20_000,
  maxWaiting = 100,
} = {}): PdfCompiler {
  let thread: WorkerThread | undefined;
  let waiting = 0;
  let previous: Promise<unknown> = Promise.resolve();

  const compileNow = async (document: PdfDocument): Promise<Buffer> => {
    const current = (thread ??= startThread(() => (thread = undefined)));
    const timer = setTimeout(() => {
      void current.end(
        new PdfError("timeout", `not made within ${String(timeoutMs)} ms`),
      );
    }, timeoutMs);
    try {
      return await current.compile(document);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    async compile(document) {
      if (waiting >= maxWaiting)
        throw new PdfError("busy", `${String(waiting)} documents wait already`);
      waiting += 1;
      const made = previous.then(() => compileNow(document));
      // The next document's turn comes whether this one could be made or not.
      previous = made.catch(() => undefined);
      try {
        return await made;
      } finally {
        waiting -= 1;
      }
    },
    close: async () => thread?.end(new PdfError("worker-lost", "closed")),
  };
}

function startThread(ended: () => void): WorkerThread {
  const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url));
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const fail = (fault: PdfError) => {
    ended();
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on("error", (cause) => {
    fail(new PdfError("worker-lost", "the thread failed", cause));
  });
  worker.on("exit", (code) => {
    fail(
      new PdfError("worker-lost", `the thread ended with code ${String(code)}`),
    );
  });
  worker.on("message", (result: PdfJobResult) => {
    const job = waiting.get(result.id);
    waiting.delete(result.id);
    if (waiting.size === 0) worker.unref();
    if (result.kind === "done") job?.resolve(Buffer.from(result.pdf.buffer));
    else job?.reject(new PdfError("not-compiled", result.detail));
  });

  return {
    compile: (document) =>
      new Promise((resolve, reject) => {
        const job: PdfJob = { id: ++lastId, document };
        waiting.set(job.id, { resolve, reject });
        worker.ref();
        worker.postMessage(job);
      }),
    async end(fault) {
      fail(fault);
      await worker.terminate();
    },
  };
}
