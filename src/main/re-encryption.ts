import { z } from "zod";
import { reEncryptRows } from "../platform/crypto/re-encrypt-rows.ts";
import { countRowsOfOlderKeys } from "../platform/crypto/sealed-row-store.ts";
import type { SealedTable } from "../platform/crypto/sealed-table.ts";
import {
  listTenantKeys,
  markAlone,
} from "../platform/crypto/tenant-key-store.ts";
import type { Context } from "../platform/context/context.ts";
import { FileStoreError } from "../platform/files/file-store.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { sealedTables as mailTables } from "../platform/mail/sealed-tables.ts";
import type { ModuleContribution } from "../shell/module.ts";
import type { JobHandler, JobOutcome } from "../shell/worker/job.ts";
import type { Services } from "./services.ts";

/** Stored in the database. */
export const reEncryptJob = "crypto.re-encrypt";

type Ports = Pick<Services, "files" | "logger"> & {
  readonly tables: readonly SealedTable[];
};

/** After a data key was replaced: encrypts again what the modules and the outbox keep, and wraps the keys of stored files. */
export function reEncryptionModule(
  { files, logger }: Pick<Services, "files" | "logger">,
  modules: readonly ModuleContribution[],
): ModuleContribution {
  const tables = sealedTablesOf(modules);
  return {
    name: "crypto",
    routes: [],
    jobs: [reEncryptHandler({ files, logger, tables })],
  };
}

/** Every table in which something is encrypted with a tenant's data key. */
export function sealedTablesOf(
  modules: readonly ModuleContribution[],
): readonly SealedTable[] {
  return [...mailTables, ...modules.flatMap(({ sealed = [] }) => sealed)];
}

/** How far it has come. Without a step it begins. */
const placeSchema = z.object({
  step: z.string().optional(),
  /** Key of the last row of the step. */
  after: z.string().optional(),
  pass: z.int().default(1),
  /** Files of this pass whose key did not open. */
  leftFiles: z.int().default(0),
});

type Place = z.infer<typeof placeSchema>;

type Ground = Ports & {
  readonly context: Context;
  /** The data key that everything is to be under. */
  readonly version: number;
  /** From when the keys of files may be wrapped with it. */
  readonly filesFrom: Date;
  readonly signal: AbortSignal;
};

type Step = {
  readonly name: string;
  readonly isForFiles?: true;
  /** `after`: there is more of this step. */
  run(
    ground: Ground,
    after: string | undefined,
  ): Promise<{ readonly after?: string; readonly leftFiles?: number }>;
};

/** A job holds a transaction open for as long as it runs, which keeps the database from tidying up: it goes on in another one. */
const jobMs = 20_000;
const passes = 3;

/**
 * Files outlive the database when its disk is lost, and no key that was made after the last back-up comes back with it: by then a back-up of each
 * day holds the new key, too.
 */
const filesWaitMs = 24 * 3_600_000;
const betweenPassesMs = 60_000;

function reEncryptHandler(ports: Ports): JobHandler {
  const steps = [...ports.tables.map(rowsStep), ...filesSteps];
  return {
    name: reEncryptJob,
    maxAttempts: 10,
    timeoutMs: 7_200_000,
    run: async ({ context, payload, signal }) => {
      const ground = { ...ports, context, signal, ...(await target(context)) };
      const place = await takeSteps(steps, ground, placeSchema.parse(payload));
      if (place.step === undefined) return finish(ground, place);
      await goOn(context, place);
      return { kind: "done" };
    },
  };
}

async function target(
  context: Context,
): Promise<Pick<Ground, "version" | "filesFrom">> {
  const [newest] = await context.transaction((db) =>
    listTenantKeys(db, context.tenantId),
  );
  const madeAt = newest?.created_at ?? context.now;
  return {
    version: newest?.version ?? 1,
    filesFrom: new Date(madeAt.getTime() + filesWaitMs),
  };
}

/** Where to go on, and from when; without: at once. */
type NextPlace = Place & { readonly runAt?: Date | undefined };

/** Works for a while. What it answers has no step when all were taken. */
async function takeSteps(
  steps: readonly Step[],
  ground: Ground,
  begin: Place,
): Promise<NextPlace> {
  const { signal, filesFrom, context } = ground;
  const until = performance.now() + jobMs;
  let { after, leftFiles } = begin;
  const first = steps.findIndex(({ name }) => name === begin.step);
  for (const step of steps.slice(Math.max(first, 0)))
    do {
      signal.throwIfAborted();
      const isEarly = step.isForFiles === true && filesFrom > context.now;
      if (isEarly || performance.now() > until) {
        const runAt = isEarly ? filesFrom : undefined;
        return { ...begin, step: step.name, after, leftFiles, runAt };
      }
      const done = await step.run(ground, after);
      after = done.after;
      leftFiles += done.leftFiles ?? 0;
    } while (after !== undefined);
  return { pass: begin.pass, leftFiles };
}

function goOn(
  context: Context,
  { step, after, pass, leftFiles, runAt }: NextPlace,
): Promise<void> {
  const payload = {
    pass,
    leftFiles,
    ...(step !== undefined && { step }),
    ...(after !== undefined && { after }),
  };
  return context.transaction((db) =>
    enqueue(db, { name: reEncryptJob, payload, ...(runAt && { runAt }) }),
  );
}

/** Looks whether anything was left: what somebody held at that moment is found by the next pass, what does not open by a person. */
async function finish(
  ground: Ground,
  { pass, leftFiles }: Place,
): Promise<JobOutcome> {
  const { context, version, logger } = ground;
  const leftRows = await countLeftRows(ground);
  if (leftRows + leftFiles === 0) {
    await context.transaction((db) => markAlone(db, context.tenantId, version));
    return { kind: "done" };
  }
  if (pass < passes) {
    const runAt = new Date(context.now.getTime() + jobMs + betweenPassesMs);
    await goOn(context, { pass: pass + 1, leftFiles: 0, runAt });
    return { kind: "done" };
  }
  logger.error(
    { tenantId: context.tenantId, leftRows, leftFiles },
    "data keys: something stays under an older key, because it does not open",
  );
  return { kind: "dead", reason: "values-do-not-open" };
}

async function countLeftRows({
  context,
  tables,
  version,
}: Ground): Promise<number> {
  const { tenantId } = context;
  let left = 0;
  for (const table of tables)
    left += await context.transaction((db) =>
      countRowsOfOlderKeys(db, { tenantId, table, version }),
    );
  return left;
}

const keyOfRow = z.array(z.string());

function rowsStep(table: SealedTable): Step {
  return {
    name: table.table,
    run: async ({ context, version }, after) => {
      const last = await reEncryptRows(context, {
        table,
        version,
        after:
          after === undefined ? undefined : keyOfRow.parse(JSON.parse(after)),
      });
      return last ? { after: JSON.stringify(last) } : {};
    },
  };
}

/** Files by the last digit of their ids: a step is as much as is done again when it is cut off. */
const filesSteps = Array.from({ length: 16 }, (_, index): Step => {
  const digit = index.toString(16);
  return {
    name: `files ${digit}`,
    isForFiles: true,
    run: async ({ files, context, version, signal }) => {
      const { tenantId, cipher } = context;
      let leftFiles = 0;
      for await (const { fileId } of files.list(tenantId)) {
        if (!fileId.endsWith(digit)) continue;
        signal.throwIfAborted();
        await files
          .rewrap({ tenantId, fileId }, cipher, version)
          .catch((fault: unknown) => {
            if (!isDamaged(fault)) throw fault;
            leftFiles += 1;
          });
      }
      return { leftFiles };
    },
  };
});

function isDamaged(fault: unknown): boolean {
  return fault instanceof FileStoreError && fault.code === "damaged";
}
