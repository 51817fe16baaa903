import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import { createFitConnectInbox } from "../receive/inbox.ts";
import { elsewhereService, sendFromElsewhere } from "./elsewhere.ts";
import { inboxOptionsFor } from "./inbox-options-for.ts";
import { startKeptService } from "./kept-service.ts";

const { signal } = new AbortController();

test("what the portal elsewhere has sent is there after the service was started again, and can be opened and accepted", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fit-connect-"));
  const file = join(folder, "service.json");
  const settings = { more: [elsewhereService] };
  const first = await startKeptService(file, settings);
  const { reference } = await sendFromElsewhere(first.service, {
    now: new Date(),
    pdf: Buffer.from("%PDF-1.7"),
  });
  await first.keep();
  await first.service.stop();

  // On the same port: its address stands in what it has signed.
  const port = Number(new URL(first.service.url).port);
  const { service } = await startKeptService(file, { ...settings, port });
  const http = createHttpClient();
  const inbox = createFitConnectInbox({
    http,
    clock: () => service.now(),
    plainHttp: "to-this-machine",
  });
  const options = inbox.parseOptions(await inboxOptionsFor(service));
  const listed = await inbox.list(options, signal);
  assert.ok(listed.kind === "listed");
  const [waiting = assert.fail("nothing waits")] = listed.waiting;
  const opened = await inbox.open(waiting, options, signal);
  assert.ok(opened.kind === "opened", JSON.stringify(opened));
  assert.equal(opened.application.senderReference, reference);
  const verdict = { kind: "accepted" } as const;
  const answered = await inbox.answer({ waiting, verdict }, options, signal);
  assert.equal(answered.kind, "answered");
  http.close();
  await service.stop();
  await rm(folder, { recursive: true });
});
