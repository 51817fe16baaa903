// Started by the drill as a process of its own, and killed: a delivery service of FIT-Connect that remembers what it has taken before it says so.
import { parseCase } from "../../../src/connectors/fit-connect/demo/kept-service.ts";
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startLocalService } from "../../../src/connectors/fit-connect/demo/local-service.ts";
import type {
  Answer,
  Call,
  LocalCase,
} from "../../../src/connectors/fit-connect/demo/local-types.ts";
import { exchange, type Reply } from "./faulty-exchange.ts";
import {
  casesFolder,
  openKeptKeys,
  serviceIdentifier,
} from "./fit-connect-state.ts";
import { appendLine, openJournal } from "./journal.ts";
import {
  callsFile,
  recordsFile,
  settingsOfReceiver,
  storedRecord,
} from "./receiver-settings.ts";

const settings = settingsOfReceiver();
const { folder, port } = settings;
const { keys, destinationId } = await openKeptKeys(folder);
await mkdir(casesFolder(folder), { recursive: true });
const journal = await openJournal(recordsFile(folder), storedRecord);
const recorded = new Set(journal.lines.map(({ key }) => key));
const cases = await readCases();

const service = await startLocalService(keys, {
  port,
  serviceIdentifier,
  kept: { destinationId, cases },
  serveBy: async ({ request, reply }, work) => {
    const url = new URL(request.url ?? "/", "http://local");
    const { method = "", headers } = request;
    const { pathname, searchParams: query } = url;
    const fault = settings.draw();
    const call = `${method} ${pathname}`;
    appendLine(callsFile(folder), { atMs: Date.now(), call, fault });
    await exchange({ request, reply }, fault, async (body) => {
      const asked = { method, headers, query, path: pathname };
      return take({ ...asked, body: body.toString("utf8") }, work);
    });
  },
});
const { callback } = settings;
if (callback) service.callbacks.sender = callback;
for (const one of cases) if (one.submission) await record(one);
await acceptForEver();

/** What a call has changed is on the disk before it is answered. */
async function take(
  call: Call,
  work: (call: Call) => Promise<Answer>,
): Promise<Reply> {
  const { status, json, text } = await work(call);
  const changed = changedCase(call, json);
  if (changed && status < 300) await keep(changed);
  if (changed?.submission) await record(changed);
  const contentType = `application/${text === undefined ? "json" : "jose"}`;
  return { status, contentType, body: text ?? JSON.stringify(json ?? {}) };
}

function changedCase(call: Call, json: unknown): LocalCase | undefined {
  const [, , , id = ""] = call.path.split("/");
  if (call.method === "PUT") return service.cases.get(id);
  const isNew = call.method === "POST" && call.path === "/v2/submissions";
  return isNew && typeof json === "object" && json && "submissionId" in json
    ? service.cases.get(String(json.submissionId))
    : undefined;
}

async function keep(one: LocalCase): Promise<void> {
  const { submissionId, attachments } = one;
  const file = path.join(casesFolder(folder), `${submissionId}.json`);
  const part = `${file}.${randomUUID()}`;
  const handle = await open(part, "w");
  await handle.writeFile(
    JSON.stringify({ ...one, attachments: [...attachments] }),
  );
  await handle.sync();
  await handle.close();
  await rename(part, file);
}

/** The order in which they were submitted. What is in it is read afterwards, by who has the key. */
async function record({ submissionId: key }: LocalCase): Promise<void> {
  if (recorded.has(key)) return;
  recorded.add(key);
  const unread = { reference: "", marker: "", isWhole: false };
  await journal.append({ key, atMs: Date.now(), ...unread });
}

/** As the Zustellpunkt does, some time after. */
async function acceptForEver(): Promise<void> {
  for (;;) {
    await sleep(500);
    for (const one of service.cases.values())
      if (one.submission && !one.isOver) {
        await service.say("accept-submission", { caseId: one.caseId });
        await keep(one);
      }
  }
}

async function readCases(): Promise<readonly LocalCase[]> {
  const names = await readdir(casesFolder(folder));
  return Promise.all(
    names
      .filter((name) => name.endsWith(".json"))
      .map(async (name) =>
        parseCase(await readFile(path.join(casesFolder(folder), name), "utf8")),
      ),
  );
}
