import { parseCase } from "../../../src/connectors/fit-connect/demo/kept-service.ts";
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { openCase } from "../../../src/connectors/fit-connect/testing/receiver-side.ts";
import { casesFolder } from "./fit-connect-state.ts";
import { readJournal } from "./journal.ts";
import {
  markerIn,
  recordsFile,
  storedRecord,
  type StoredRecord,
} from "./receiver-settings.ts";
import type { FaultyReceivers } from "./receivers.ts";
import type { Stage } from "./stage.ts";

export type DestinationKind = "webhook" | "fitConnect" | "sftp" | "folder";

/** What one back office has: its records in the order in which they came, and what is neither there nor gone. */
export type Arrived = {
  readonly destination: DestinationKind;
  readonly records: readonly StoredRecord[];
  readonly leftovers: readonly string[];
};

/** As each back office sees it. */
export async function readArrivals(stage: Stage): Promise<readonly Arrived[]> {
  const { webhook, fitConnect, sftp } = stage.receivers;
  return [
    {
      destination: "webhook",
      records: await readJournal(recordsFile(webhook.folder), storedRecord),
      leftovers: [],
    },
    await readCases(fitConnect),
    ...(sftp ? [await readPackages("sftp", sftp.directory)] : []),
    await readPackages("folder", stage.folder),
  ];
}

const described = z.object({
  contentStructure: z.object({
    data: z.object({ hash: z.object({ content: z.string() }) }),
    attachments: z.array(
      z.object({
        attachmentId: z.string(),
        hash: z.object({ content: z.string() }),
      }),
    ),
  }),
});

/** Opened with the key of the Zustellpunkt. What was announced and never submitted is no record: the service deletes it after a day. */
async function readCases({
  folder,
  kept,
}: FaultyReceivers["fitConnect"]): Promise<Arrived> {
  const stored = await readJournal(recordsFile(folder), storedRecord);
  const records: StoredRecord[] = [];
  for (const { key, atMs } of stored) {
    const file = path.join(casesFolder(folder), `${key}.json`);
    const opened = await openCase(
      kept,
      parseCase(await readFile(file, "utf8")),
    );
    const { data, attachments } = described.parse(
      opened.metadata,
    ).contentStructure;
    const isWhole =
      data.hash.content === hashOf("sha512", opened.data) &&
      attachments.length === opened.attachments.size &&
      attachments.every(({ attachmentId, hash }) => {
        const content = opened.attachments.get(attachmentId);
        return content && hash.content === hashOf("sha512", content);
      });
    const { reference } = opened;
    const marker = markerIn(opened.data.toString("utf8"));
    records.push({ key, atMs, reference, marker, isWhole });
  }
  return { destination: "fitConnect", records, leftovers: [] };
}

const manifest = z.object({
  deliveryId: z.string(),
  reference: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/** The journal beside the packages tells when each was handed over. */
async function readPackages(
  destination: "sftp" | "folder",
  directory: string,
): Promise<Arrived> {
  const names = await readdir(directory);
  const packages = await Promise.all(
    names
      .filter((name) => !name.startsWith("."))
      .map((name) => readPackage(directory, name)),
  );
  return {
    destination,
    records: packages.toSorted((a, b) => a.atMs - b.atMs),
    leftovers: names.filter((name) => name.startsWith(".tmp-")),
  };
}

async function readPackage(
  directory: string,
  name: string,
): Promise<StoredRecord> {
  const at = (file: string) => path.join(directory, name, file);
  const read = (file: string) => readFile(at(file));
  const { deliveryId, reference, files } = manifest.parse(
    JSON.parse((await read("manifest.json")).toString("utf8")),
  );
  const hashes = await Promise.all(
    files.map(async (file) => {
      return hashOf("sha256", await read(file.path)) === file.sha256;
    }),
  ).catch(() => [false]);
  const entry = path.join(directory, ".handed-over", deliveryId);
  return {
    key: deliveryId,
    atMs: (await stat(entry)).mtimeMs,
    reference,
    marker: markerIn((await read("submission.json")).toString("utf8")),
    isWhole: hashes.every(Boolean),
  };
}

const hashOf = (kind: "sha256" | "sha512", content: Uint8Array): string =>
  createHash(kind).update(content).digest("hex");
