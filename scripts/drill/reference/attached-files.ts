import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { openServices, type Services } from "../../../src/main/services.ts";
import { readSettings } from "../../../src/platform/config/settings.ts";
import { createLogger } from "../../../src/platform/logging/logger.ts";
import type { Finding } from "../compare.ts";
import type { Ledger } from "../ledger.ts";
import { attachedFile } from "../write-applications.ts";
import type { ReferenceStage } from "./stage.ts";

const record = z.object({
  reference: z.string(),
  uploads: z.array(z.object({ content: z.string() })),
});

const hashOf = (content: Buffer) =>
  createHash("sha256").update(content).digest("hex");

/** Not by the hashes that the portal tells: by the file that the writer attached. */
export function findWronglyArrived(
  { hook }: Pick<ReferenceStage, "hook">,
  ledger: Ledger,
): Finding {
  const arrived = [...hook.receiver.records.values()].flatMap((each) => {
    const { reference, uploads } = record.parse(each);
    return uploads.map(
      ({ content }) => `${reference} ${hashOf(Buffer.from(content, "base64"))}`,
    );
  });
  return {
    promise: "the file of each acknowledged application has arrived unchanged",
    ...missingIn(arrived, ledger),
  };
}

/** Reads each file from the bucket once more, after everything that has happened. */
export async function findUnreadable(
  { database, installation }: ReferenceStage,
  ledger: Ledger,
): Promise<Finding> {
  const { rows } = await database.query<StoredUpload>(
    `select s.reference, u.tenant_id as "tenantId", u.file_id as "fileId" from submissions.upload u
     join submissions.submission s on s.tenant_id = u.tenant_id and s.id = u.submission_id`,
  );
  const settings = readSettings(installation.env);
  const services = await openServices({
    settings,
    logger: createLogger("warn"),
    address: { connectionString: settings.databaseDirectUrl ?? "" },
  });
  const read: string[] = [];
  try {
    for (const row of rows) read.push(await readStored(services, row));
  } finally {
    await services.close();
  }
  return {
    promise: "that file is in the bucket, encrypted, and can be read",
    ...missingIn(read, ledger),
  };
}

type StoredUpload = {
  readonly reference: string;
  readonly tenantId: string;
  readonly fileId: string;
};

async function readStored(
  { files, cipherOf }: Services,
  { reference, ...key }: StoredUpload,
): Promise<string> {
  try {
    const content = await buffer(await files.open(key, cipherOf(key.tenantId)));
    return `${reference} ${hashOf(content)}`;
  } catch (error) {
    return `${reference} ${String(error)}`;
  }
}

function missingIn(
  found: readonly string[],
  { acknowledged }: Ledger,
): Pick<Finding, "counted" | "broken"> {
  const known = new Set(found);
  return {
    counted: acknowledged.length,
    broken: acknowledged.flatMap(({ key, reference }) =>
      known.has(`${reference} ${hashOf(attachedFile(key))}`) ? [] : [reference],
    ),
  };
}
