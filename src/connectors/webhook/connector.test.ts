import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, beforeEach, describe, test } from "node:test";
import {
  sampleDelivery,
  sampleUpload,
  stuckUpload,
} from "../../modules/delivery/testing/sample-delivery.ts";
import { unpack } from "../../platform/files/testing/unpack-zip.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createWebhookConnector } from "./connector.ts";
import { sign } from "./signature.ts";
import {
  receiverSecret,
  startReceiver,
  type Receiver,
} from "./testing/receiver.ts";

const now = new Date("2026-03-01T12:00:00Z");
const signal = new AbortController().signal;

describe("webhook", () => {
  let receiver: Receiver;
  const http = createHttpClient();
  const connector = createWebhookConnector({
    http,
    clock: () => now,
    plainHttp: "to-this-machine",
  });
  before(async () => {
    receiver = await startReceiver();
  });
  beforeEach(() => {
    receiver.answer = undefined;
    receiver.calls.length = 0;
  });
  after(async () => {
    http.close();
    await receiver.stop();
  });
  const options = (more: Record<string, unknown> = {}) =>
    connector.parseOptions({
      url: receiver.url,
      secret: receiverSecret,
      ...more,
    });
  const deliver = (delivery = sampleDelivery()) =>
    connector.deliver(delivery, options(), signal);

  test("posts a message of xdomea as ZIP, signed and named by its rules, when that is chosen", async () => {
    const delivery = sampleDelivery();
    const { deliveryId } = delivery;
    const chosen = options({ content: "xdomea-0604-3.0.0" });
    receiver.answer = (_, reply) => reply.writeHead(204).end();
    const outcome = await connector.deliver(delivery, chosen, signal);
    assert.deepEqual(outcome, { kind: "delivered", receipt: "http-204" });
    const [call = assert.fail()] = receiver.calls;
    const name = `${deliveryId}_FVDaten.SGOErstellen.0604`;
    assert.equal(call.headers["content-type"], "application/zip");
    assert.equal(
      call.headers["content-disposition"],
      `attachment; filename="${name}.zip"`,
    );
    assert.equal(call.headers["idempotency-key"], deliveryId);
    assert.equal(call.headers["content-length"], String(call.body.length));
    const timestamp = String(call.headers["webhook-timestamp"]);
    assert.equal(
      call.headers["webhook-signature"],
      await sign(
        { secret: receiverSecret, timestamp },
        Readable.from([call.body]),
      ),
    );
    const packed = unpack(call.body);
    assert.ok(packed.has(`${name}.xml`));
    assert.equal(packed.size, 1 + 2 + delivery.uploads.length);
  });

  test("sends everything in one document, with key, time and signature", async () => {
    const delivery = sampleDelivery();
    await deliver(delivery);
    const [call] = receiver.calls;
    assert.ok(call);
    assert.equal(call.headers["idempotency-key"], delivery.deliveryId);
    assert.equal(call.headers["webhook-timestamp"], "1772366400");
    assert.equal(call.headers["content-length"], String(call.body.length));
    const sent = JSON.parse(call.body.toString()) as {
      answers: unknown;
      sender: unknown;
      intake: unknown;
      submittedAt: string;
      receiptPdf: string;
      uploads: { sha256: string; content: string; filename: string }[];
    };
    assert.deepEqual(sent.answers, { F05000059: ["Erika Müller"] });
    assert.deepEqual(sent.sender, JSON.parse(JSON.stringify(delivery.sender)));
    assert.deepEqual(sent.intake, delivery.intake);
    assert.equal(sent.submittedAt, "2026-03-01T09:30:00.000Z");
    assert.equal(
      Buffer.from(sent.receiptPdf, "base64").toString(),
      "%PDF-1.7 Quittung",
    );
    assert.equal(sent.uploads.length, 4);
    for (const upload of sent.uploads) {
      const content = Buffer.from(upload.content, "base64");
      assert.equal(
        createHash("sha256").update(content).digest("hex"),
        upload.sha256,
      );
    }
  });

  test("streams uploads whose chunks are of any size", async () => {
    const whole = sampleUpload("groß.pdf", "0123456789".repeat(5000));
    const open = () =>
      Readable.from(odd(Buffer.from("0123456789".repeat(5000))));
    const delivery = sampleDelivery({ uploads: [{ ...whole, open }] });
    assert.equal((await deliver(delivery)).kind, "delivered");
    const sent = receiver.records.get(delivery.deliveryId) as {
      uploads: { content: string }[];
    };
    const content = Buffer.from(sent.uploads[0]?.content ?? "", "base64");
    assert.equal(
      createHash("sha256").update(content).digest("hex"),
      whole.sha256,
    );
  });

  test("computes the signature by the published example", async () => {
    const body = Readable.from([Buffer.from('{"deliveryId":"1"}')]);
    assert.equal(
      await sign({ secret: receiverSecret, timestamp: "1772366400" }, body),
      "v1=d9e9422c017ef78d09552a3b3313eae9d6f3a474ab2fdd6929ab2ecf31c63e7c",
    );
  });

  for (const { status, headers = {}, expected } of [
    { status: 500, expected: { kind: "unavailable", cause: "http-500" } },
    { status: 408, expected: { kind: "unavailable", cause: "http-408" } },
    {
      status: 429,
      headers: { "Retry-After": "90" },
      expected: {
        kind: "unavailable",
        cause: "http-429",
        retryAfterMs: 90_000,
      },
    },
    {
      status: 503,
      headers: { "Retry-After": "Sun, 01 Mar 2026 12:10:00 GMT" },
      expected: {
        kind: "unavailable",
        cause: "http-503",
        retryAfterMs: 600_000,
      },
    },
    { status: 401, expected: { kind: "rejected", reason: "http-401" } },
    { status: 413, expected: { kind: "rejected", reason: "http-413" } },
    {
      status: 307,
      headers: { Location: "http://127.0.0.1:1/elsewhere" },
      expected: { kind: "rejected", reason: "http-307" },
    },
    { status: 409, expected: { kind: "rejected", reason: "http-409" } },
    {
      status: 409,
      headers: { "Idempotency-Key": "another" },
      expected: { kind: "rejected", reason: "http-409" },
    },
    { status: 202, expected: { kind: "delivered", receipt: "http-202" } },
  ]) {
    test(`${status} ${JSON.stringify(headers)} means ${expected.kind}`, async () => {
      receiver.answer = (_, reply) => reply.writeHead(status, headers).end();
      assert.deepEqual(await deliver(), expected);
      assert.equal(receiver.calls.length, 1);
    });
  }

  test("an answer cut in the middle is unavailable", async () => {
    receiver.answer = (_, reply) => {
      reply.writeHead(200, { "Content-Length": "100" });
      reply.write("half");
      setTimeout(() => reply.socket?.resetAndDestroy(), 20);
    };
    assert.deepEqual(await deliver(), { kind: "unavailable", cause: "reset" });
  });

  test("where a state can be asked for, it is asked for until it means an end; an unknown one is kept as text", async () => {
    const statusUrl = receiver.url.replace("/antraege", "/stand?mandant=1");
    const states = "bearbeitet = delivered\r\nabgelehnt=rejected\n";
    const asking = options({ statusUrl, states });
    const delivery = sampleDelivery();
    const taken = await connector.deliver(delivery, asking, signal);
    assert.ok(taken.kind === "accepted");
    assert.equal(taken.answerDueAt?.toISOString(), "2026-03-15T12:00:00.000Z");
    const ask = async (status: number, body: unknown) => {
      receiver.answer = (_, reply) =>
        reply.writeHead(status).end(JSON.stringify(body));
      const { deliveryId, tenantId } = delivery;
      const { correlationId } = taken;
      const accepted = { deliveryId, tenantId, correlationId };
      return connector.readBack?.(
        { ...accepted, acceptedAt: now, now },
        asking,
        signal,
      );
    };
    const pending = await ask(200, {
      state: "liegt beim Chef",
      remark: "ab 3.4.",
    });
    assert.deepEqual(pending?.answer, { kind: "pending" });
    assert.equal(pending.evidence[0]?.kind, "state-unknown");
    assert.deepEqual(pending.evidence[0].remarks, [
      "liegt beim Chef",
      "ab 3.4.",
    ]);
    const asked = receiver.calls.at(-1);
    assert.equal(asked?.method, "GET");
    assert.ok(asked.headers["webhook-signature"]);
    const done = { state: "bearbeitet", receipt: "AZ 7" };
    assert.deepEqual((await ask(200, done))?.answer, {
      kind: "delivered",
      receipt: "AZ 7",
    });
    assert.deepEqual((await ask(200, { state: "abgelehnt" }))?.answer, {
      kind: "rejected",
      reason: "refused-by-receiver",
    });
    assert.deepEqual(await ask(404, {}), {
      answer: { kind: "pending" },
      evidence: [],
    });
    assert.equal((await ask(503, {}))?.answer.kind, "unavailable");
    assert.equal((await ask(200, { status: 1 }))?.answer.kind, "unavailable");
    assert.throws(() => options({ states: "bearbeitet = fertig" }));
    assert.throws(() => options({ clientKey: "-----BEGIN PRIVATE KEY-----" }));
  });

  test("our own storage that hangs does not hold the worker", async () => {
    const delivery = sampleDelivery({ uploads: [stuckUpload()] });
    await assert.rejects(
      connector.deliver(delivery, options(), AbortSignal.timeout(50)),
    );
    assert.equal(receiver.calls.length, 0);
  });

  test("uploads above the limit are for a person to look at", async () => {
    const upload = {
      ...sampleUpload("a.pdf", "a"),
      sizeBytes: 1024 * 1024 + 1,
    };
    const delivery = sampleDelivery({ uploads: [upload] });
    assert.deepEqual(
      await connector.deliver(
        delivery,
        options({ maxUploadMegabytes: "1" }),
        signal,
      ),
      { kind: "rejected", reason: "uploads-too-large" },
    );
  });

  test("nothing goes unencrypted to another machine, in production not even to this one", async () => {
    const elsewhere = options({ url: "http://back-office.example/" });
    assert.deepEqual(
      await connector.deliver(sampleDelivery(), elsewhere, signal),
      {
        kind: "rejected",
        reason: "address-not-allowed",
      },
    );
    const inProduction = createWebhookConnector({
      http,
      clock: () => now,
      plainHttp: "never",
    });
    const report = await inProduction.check(options(), signal);
    assert.deepEqual(report, [
      { check: "settings", passed: false, finding: "address-not-allowed" },
    ]);
  });

  test("check tells a wrong secret from an address that is wrong", async () => {
    const wrong = options({ secret: "x".repeat(40) });
    assert.deepEqual((await connector.check(wrong, signal)).at(-1), {
      check: "credentials",
      passed: false,
      finding: "http-401",
    });
    receiver.answer = (_, reply) => reply.writeHead(404).end();
    assert.deepEqual((await connector.check(options(), signal)).at(-1), {
      check: "reachability",
      passed: false,
      finding: "http-404",
    });
  });

  test("an address with user name or of another kind is no option", () => {
    for (const url of [
      "https://user:pw@example.org/",
      "ftp://example.org/",
      "x",
    ])
      assert.throws(() => options({ url }));
  });
});

function* odd(bytes: Buffer): Generator<Buffer> {
  for (let at = 0, size = 1; at < bytes.length; at += size, size += 7)
    yield bytes.subarray(at, at + size);
}
