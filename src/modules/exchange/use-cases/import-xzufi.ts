import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { BrokenXml, streamXml } from "../../../platform/xml/stream-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import {
  applyDirectory,
  unsafeAddresses,
  wrongPart,
  type LeistungContent,
} from "../../catalogue/content.ts";
import type { DirectoryRecord } from "../domain/directory.ts";
import { isRemark, type ImportProblem } from "../domain/import-problem.ts";
import {
  applyRun,
  readContents,
  type AppliedRun,
} from "../store/directory-store.ts";
import {
  beginRun,
  endRun,
  lockRun,
  stageRecords,
  type ImportReport,
  type StagedRecord,
} from "../store/import-store.ts";
import { first, idOf } from "../xzufi/elements.ts";
import { readRecord, type ReadRecord } from "../xzufi/read-record.ts";
import { nameOfRecord } from "../xzufi/remarks.ts";

export type ImportRefusal =
  | { readonly kind: "not-permitted" }
  /** Not XML, cut off, or no transfer message of XZuFi: nothing was changed. */
  | { readonly kind: "broken"; readonly detail: string }
  /** Not one record: nothing was changed, because an empty delivery would delete everything. */
  | { readonly kind: "empty" };

export type XzufiImport = {
  /** Name of the delivery, the same each time: what it brought before is replaced. */
  readonly source: string;
  readonly mode: "delta" | "whole";
  /** Of what is read, such as a hash; the same again goes on where it was interrupted. */
  readonly fingerprint: string;
  /** ARS of the authority: which specialisations and online services count. */
  readonly ars: string;
  /** What is read, one after the other, as one delivery: a message, or all those that an index names. */
  readonly documents: readonly XzufiDocument[];
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
};

export type XzufiDocument = {
  /** Of the file, for the report, where there are several. */
  readonly name?: string | undefined;
  readonly open: () => AsyncIterable<Uint8Array>;
};

type ImportProgress = {
  readonly step: "read" | "applied";
  readonly count: number;
};

const batchSize = 500;
const mostProblems = 100;
const longestDetail = 200;

/**
 * Takes in a transfer message of XZuFi 2.2 or 2.3. It is read as a stream and kept aside first; only when it was read to its end, all of it is
 * applied in one transaction. A record that cannot be used is reported and skipped. Interrupted, the same import goes on where it was.
 * For the operator (system) and editors (`catalogue.edit`).
 */
export async function importXzufi(
  context: Context,
  given: XzufiImport,
): Promise<Result<ImportReport, ImportRefusal>> {
  const { actor, tenantId, now } = context;
  if (actor.kind !== "system" && !actor.may("catalogue.edit"))
    return refuse({ kind: "not-permitted" });
  const { source, fingerprint } = given;
  const run = await context.transaction((db) =>
    beginRun(db, tenantId, {
      id: newId(),
      source,
      fingerprint,
      startedAt: now,
    }),
  );
  const refused = async (refusal: ImportRefusal, report: ImportReport) => {
    const ended = { id: run.runId, state: "refused", endedAt: now } as const;
    await context.transaction((db) =>
      endRun(db, tenantId, {
        ...ended,
        report: { ...report, refusal: refusal.kind, ...detailOf(refusal) },
      }),
    );
    return refuse(refusal);
  };
  const reader = new Reading(context, given, run);
  try {
    await reader.readAll();
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    const { kind, line } = error.refusal;
    const where = [reader.document, `line ${String(line)}`].filter(Boolean);
    return refused(
      { kind: "broken", detail: [kind, ...where].join(", ") },
      reader.report(),
    );
  }
  if (!reader.isXzufi) {
    const detail = ["not-xzufi", reader.document].filter(Boolean).join(", ");
    return refused({ kind: "broken", detail }, reader.report());
  }
  if (reader.count === 0) return refused({ kind: "empty" }, reader.report());
  return ok(
    await apply(context, given, { runId: run.runId, report: reader.report() }),
  );
}

const detailOf = (refusal: ImportRefusal) =>
  refusal.kind === "broken" && { detail: refusal.detail };

async function apply(
  context: Context,
  { source, mode, ars, onProgress }: XzufiImport,
  { runId, report }: { readonly runId: string; readonly report: ImportReport },
): Promise<ImportReport> {
  const { tenantId, now } = context;
  const run: AppliedRun = { runId, source, mode };
  return context.transaction(async (db) => {
    // Somebody else may have gone on with the same run and be done: what it had read is gone, and would now look like nothing.
    const ended = await lockRun(db, tenantId, runId);
    if (ended) return ended;
    const keys = await applyRun(db, tenantId, run);
    const applied = await applyDirectory(db, tenantId, {
      source,
      now,
      keys,
      readContents: (some) =>
        readContents(db, tenantId, { source, keys: some, ars }),
      onBatch: (count) => onProgress?.({ step: "applied", count }),
    });
    const { gone, ...figures } = applied;
    const counts = { ...report.counts, ...figures };
    const whole = { ...report, counts, gone };
    await endRun(db, tenantId, {
      id: runId,
      state: "applied",
      report: whole,
      endedAt: now,
    });
    return whole;
  });
}

const leastContent: LeistungContent = {
  title: { de: "-" },
  teaser: { de: "" },
  assuranceLevel: "none",
  onlineMaturity: 0,
  situations: [],
  keywords: [],
  officeSlug: "",
};

/** Content that could not be kept is found while reading, where it harms only itself. */
function problemOf({ kind, content }: DirectoryRecord): Fault | undefined {
  if (content === null) return undefined;
  if (kind !== "leistung" && kind !== "specialisation") return undefined;
  const part = wrongPart({ ...leastContent, ...content });
  return part === undefined
    ? undefined
    : { problem: "not-valid", detail: part };
}

type Fault = Pick<ImportProblem, "problem" | "detail">;

const faultOf = (read: Exclude<ReadRecord, { kind: "ignored" }>) =>
  read.kind === "problem" ? { problem: read.problem } : problemOf(read.record);

function remarksOf({
  record,
  remarks,
}: Extract<ReadRecord, { kind: "record" }>): Fault[] {
  const [unsafe] = unsafeAddresses(record.content ?? {});
  return [
    ...(unsafe === undefined
      ? []
      : [{ problem: "unsafe-address", detail: unsafe }]),
    ...remarks,
  ];
}

/** One pass through the file. */
class Reading {
  readonly #context: Context;
  readonly #given: XzufiImport;
  readonly #run: { readonly runId: string; readonly position: number };
  readonly #counts = new Map<string, number>();
  readonly #problems: ImportProblem[] = [];
  readonly #remarks: ImportProblem[] = [];
  #batch: StagedRecord[] = [];
  isXzufi = false;
  count = 0;
  /** The one that is being read. */
  document: string | undefined;

  constructor(
    context: Context,
    given: XzufiImport,
    run: { readonly runId: string; readonly position: number },
  ) {
    this.#context = context;
    this.#given = given;
    this.#run = run;
  }

  /** Stops at a document that is no transfer message: `isXzufi` is false then. */
  async readAll(): Promise<void> {
    for (const { name, open } of this.#given.documents) {
      this.document = name;
      this.isXzufi = await this.#read(open());
      if (!this.isXzufi) return;
    }
    await this.#stage();
  }

  /** False for a document that is no transfer message. */
  async #read(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
    let isXzufi = false;
    for await (const part of streamXml(bytes)) {
      isXzufi ||= /\/xzufi\//.test(part.root.namespace);
      const read = readRecord(part);
      if (read.kind === "ignored") continue;
      this.count += 1;
      const fault = faultOf(read);
      if (fault) {
        this.#add("skipped");
        this.#report(part.element, fault);
      } else if (read.kind === "record") {
        for (const remark of remarksOf(read)) {
          this.#add("remarked");
          this.#report(part.element, remark);
        }
        await this.#keep(read.record);
      }
    }
    return isXzufi;
  }

  report(): ImportReport {
    return {
      counts: Object.fromEntries(this.#counts),
      problems: [...this.#problems, ...this.#remarks],
    };
  }

  /** What is left out is not crowded out by what is only remarked on. */
  #report(element: XmlElement, { problem, detail }: Fault): void {
    const found: ImportProblem = {
      element: element.name,
      line: element.line,
      problem,
      ...(this.document && { file: this.document }),
      name: nameOfRecord(element),
      key: idOf(element.name === "id" ? element : first(element, "id")),
      detail: detail?.slice(0, longestDetail),
    };
    const list = isRemark(found) ? this.#remarks : this.#problems;
    if (list.length < mostProblems) list.push(found);
  }

  async #keep(record: Omit<StagedRecord, "position">): Promise<void> {
    this.#add(record.content === null ? "deleted" : record.kind);
    const position = this.count;
    if (position <= this.#run.position) return;
    this.#batch.push({ ...record, position });
    if (this.#batch.length >= batchSize) await this.#stage();
  }

  #add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  async #stage(): Promise<void> {
    const records = this.#batch;
    this.#batch = [];
    if (records.length === 0) return;
    const { runId } = this.#run;
    const { tenantId } = this.#context;
    await this.#context.transaction((db) =>
      stageRecords(db, tenantId, { runId, records }),
    );
    this.#given.onProgress?.({ step: "read", count: this.count });
  }
}
