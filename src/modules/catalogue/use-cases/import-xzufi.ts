import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { BrokenXml, streamXml } from "../../../platform/xml/stream-xml.ts";
import type { DirectoryRecord } from "../domain/directory.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import { isContent } from "../store/content-schema.ts";
import { applyRun, type AppliedRun } from "../store/directory-store.ts";
import {
  beginRun,
  endRun,
  stageRecords,
  type ImportReport,
  type StagedRecord,
} from "../store/import-store.ts";
import { readRecord } from "../xzufi/read-record.ts";
import { applyDirectory } from "./apply-directory.ts";

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
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
};

type ImportProgress = {
  readonly step: "read" | "applied";
  readonly count: number;
};

const batchSize = 500;
const mostProblems = 200;

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
        report: { ...report, refusal: refusal.kind },
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
    return refused(
      { kind: "broken", detail: `${kind}, line ${String(line)}` },
      reader.report(),
    );
  }
  if (!reader.isXzufi)
    return refused({ kind: "broken", detail: "not-xzufi" }, reader.report());
  if (reader.count === 0) return refused({ kind: "empty" }, reader.report());
  return ok(
    await apply(context, given, { runId: run.runId, report: reader.report() }),
  );
}

async function apply(
  context: Context,
  { source, mode, ars, onProgress }: XzufiImport,
  { runId, report }: { readonly runId: string; readonly report: ImportReport },
): Promise<ImportReport> {
  const { tenantId, now } = context;
  const run: AppliedRun = { runId, source, mode };
  return context.transaction(async (db) => {
    const keys = await applyRun(db, tenantId, run);
    const applied = await applyDirectory(db, tenantId, {
      source,
      ars,
      now,
      keys,
      onBatch: (count) => onProgress?.({ step: "applied", count }),
    });
    const whole = { ...report, counts: { ...report.counts, ...applied } };
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
function problemOf({ kind, content }: DirectoryRecord): string | undefined {
  if (content === null) return undefined;
  if (kind !== "leistung" && kind !== "specialisation") return undefined;
  return isContent({ ...leastContent, ...content }) ? undefined : "not-valid";
}

/** One pass through the file. */
class Reading {
  readonly #context: Context;
  readonly #given: XzufiImport;
  readonly #run: { readonly runId: string; readonly position: number };
  readonly #counts = new Map<string, number>();
  readonly #problems: ImportReport["problems"][number][] = [];
  #batch: StagedRecord[] = [];
  isXzufi = false;
  count = 0;

  constructor(
    context: Context,
    given: XzufiImport,
    run: { readonly runId: string; readonly position: number },
  ) {
    this.#context = context;
    this.#given = given;
    this.#run = run;
  }

  async readAll(): Promise<void> {
    for await (const part of streamXml(this.#given.open())) {
      this.isXzufi ||= /\/xzufi\//.test(part.root.namespace);
      const read = readRecord(part);
      if (read.kind === "ignored") continue;
      this.count += 1;
      const { name, line } = part.element;
      const problem =
        read.kind === "problem" ? read.problem : problemOf(read.record);
      if (problem !== undefined) this.#report(name, line, problem);
      else if (read.kind === "record") await this.#keep(read.record);
    }
    await this.#stage();
  }

  report(): ImportReport {
    return {
      counts: Object.fromEntries(this.#counts),
      problems: this.#problems,
    };
  }

  #report(element: string, line: number, problem: string): void {
    this.#add("skipped");
    if (this.#problems.length < mostProblems)
      this.#problems.push({ element, line, problem });
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
