import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import {
  exportLocalKeys,
  importLocalKeys,
  keptKeys,
  makeLocalKeys,
} from "./local-keys.ts";
import { startLocalService, type LocalSettings } from "./local-service.ts";
import type { LocalCase, LocalService } from "./local-types.ts";

/** What lies at the service, as it stands in a file. */
const keptCase = z.object({
  submissionId: z.uuid(),
  caseId: z.uuid(),
  destinationId: z.uuid(),
  publicService: z.unknown(),
  announced: z.array(z.string()),
  attachments: z
    .array(z.tuple([z.string(), z.string()]))
    .transform((all) => new Map(all)),
  createdAt: z.coerce.date(),
  submission: z
    .object({ encryptedMetadata: z.string(), encryptedData: z.string() })
    .optional(),
  log: z.array(z.string()),
  isOver: z.boolean(),
});

const kept = z.object({
  keys: keptKeys,
  destinationId: z.uuid(),
  cases: z.array(keptCase),
});

/** A case as it was written down. Throws what zod throws when it was not. */
export const parseCase = (text: string): LocalCase =>
  caseOf(keptCase.parse(JSON.parse(text)));

const caseOf = (it: z.infer<typeof keptCase>): LocalCase => ({
  submission: undefined,
  ...it,
});

export type KeptService = {
  readonly service: LocalService;
  /** Writes down keys and cases, so that it goes on with them when it is started again. */
  keep(): Promise<void>;
};

/** A delivery service that remembers, in one file, who it is and what lies there. */
export async function startKeptService(
  file: string,
  settings: LocalSettings,
): Promise<KeptService> {
  const before = await read(file);
  const keys = before
    ? await importLocalKeys(before.keys)
    : await makeLocalKeys();
  const service = await startLocalService(keys, {
    ...settings,
    ...(before && {
      kept: {
        destinationId: before.destinationId,
        cases: before.cases.map(caseOf),
      },
    }),
  });
  const exported = await exportLocalKeys(keys);
  return { service, keep: () => write(file, { service, keys: exported }) };
}

async function read(file: string): Promise<z.infer<typeof kept> | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : kept.parse(JSON.parse(text));
}

async function write(
  file: string,
  {
    service,
    keys,
  }: {
    readonly service: LocalService;
    readonly keys: z.infer<typeof keptKeys>;
  },
): Promise<void> {
  const { destinationId } = service;
  const cases = [...service.cases.values()].map((it) => ({
    ...it,
    attachments: [...it.attachments],
  }));
  const text = JSON.stringify({ keys, destinationId, cases });
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
