import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type {
  Inbox,
  Verdict,
  Waiting,
} from "../../../modules/arrivals/index.ts";
import type { Delivery } from "../../../modules/delivery/index.ts";
import {
  sampleDelivery,
  sampleUpload,
} from "../../../modules/delivery/testing/sample-delivery.ts";
import {
  createHttpClient,
  type HttpClient,
} from "../../../platform/http-client/http-client.ts";
import {
  readSharedFile,
  sharedDataMissing,
} from "../../../platform/testing/shared-data.ts";
import { z } from "zod";
import { createFitConnectConnector } from "../connector.ts";
import { encryptFor } from "../encrypt.ts";
import { sha512 } from "../metadata.ts";
import { inboxOptionsFor } from "../demo/inbox-options-for.ts";
import { makeLocalKeys } from "../demo/local-keys.ts";
import { startLocalService } from "../demo/local-service.ts";
import type { LocalCase, LocalService } from "../demo/local-types.ts";
import { memoryNotes } from "../testing/memory-notes.ts";
import { optionsFor } from "../demo/options-for.ts";
import { openCase } from "../testing/receiver-side.ts";
import { signEvent } from "../demo/sign-event.ts";
import { createFitConnectInbox } from "./inbox.ts";
import type { InboxOptions } from "./inbox-options.ts";

const { signal } = new AbortController();
const accepted = { kind: "accepted" } as const;

describe("FIT-Connect as receiver", () => {
  let service: LocalService;
  let http: HttpClient;
  let inbox: Inbox<InboxOptions>;
  let options: InboxOptions;
  before(async () => {
    service = await startLocalService(await makeLocalKeys());
    http = createHttpClient();
    inbox = connect();
    options = inbox.parseOptions(await inboxOptionsFor(service));
  });
  after(async () => {
    http.close();
    await service.stop();
  });

  const settings = () => ({
    http,
    clock: () => service.now(),
    plainHttp: "to-this-machine" as const,
  });
  const connect = () => createFitConnectInbox(settings());
  const send = async (delivery: Delivery): Promise<LocalCase> => {
    const connector = createFitConnectConnector({
      ...settings(),
      notes: memoryNotes(),
    });
    const sendOptions = connector.parseOptions(optionsFor(service));
    const outcome = await connector.deliver(delivery, sendOptions, signal);
    assert.ok(outcome.kind === "accepted");
    const { correlationId } = outcome;
    const found = [...service.cases.values()].find(
      ({ caseId }) => caseId === correlationId,
    );
    return found ?? assert.fail("nothing there");
  };
  const waitingOf = ({ submissionId, caseId }: LocalCase): Waiting => ({
    externalId: submissionId,
    caseId,
  });
  const open = (found: LocalCase) =>
    inbox.open(waitingOf(found), options, signal);
  const listed = async () => {
    const list = await inbox.list(options, signal);
    assert.ok(list.kind === "listed", JSON.stringify(list));
    return list.waiting;
  };
  const answer = (found: LocalCase, verdict: Verdict = accepted, who = inbox) =>
    who.answer({ waiting: waitingOf(found), verdict }, options, signal);

  test("what our own sender sends is listed, opened, and accepted once", async () => {
    const delivery = sampleDelivery();
    const found = await send(delivery);
    assert.deepEqual(await listed(), [waitingOf(found)]);
    const opened = await open(found);
    assert.ok(opened.kind === "opened", JSON.stringify(opened));
    const { application } = opened;
    assert.equal(application.senderReference, delivery.reference);
    assert.equal(application.senderName, delivery.authorityName);
    assert.equal(application.data.content.toString(), delivery.answersXml);
    assert.deepEqual(
      application.attachments.map(({ purpose, content }) => [
        purpose,
        content.toString(),
      ]),
      [
        ["form", "%PDF-1.7 Quittung"],
        ["attachment", "first file"],
        ["attachment", "second file"],
        ["attachment", "third file"],
        ["attachment", "fourth file of the same name"],
      ],
    );
    const first = await answer(found);
    assert.ok(first.kind === "answered" && first.evidence);
    assert.equal(found.log.at(-1), first.evidence);
    assert.deepEqual(await listed(), []);

    // After a crash: the log says that it was said.
    const events = found.log.length;
    const again = await answer(found, accepted, connect());
    assert.deepEqual(again, { kind: "answered", evidence: undefined });
    assert.equal(found.log.length, events);
    const problems = [
      { type: "https://example.org/p", title: "t", detail: "d", instance: "" },
    ];
    const other = await answer(found, { kind: "rejected", problems });
    assert.deepEqual(other, { kind: "contradicted" });
  });

  test("an answer whose call got no answer is not written twice", async () => {
    const found = await send(sampleDelivery());
    service.faults.push({ on: /POST .*events/, then: "lose-answer" });
    const lost = await answer(found);
    assert.deepEqual(lost, { kind: "answered", evidence: undefined });
    assert.equal(found.log.filter((it) => it === found.log.at(-1)).length, 1);
  });

  test("429, an expired token and a service that is away are asked again; what is gone is gone", async () => {
    const found = await send(sampleDelivery());
    const then = { status: 429, retryAfter: "7" };
    service.faults.push({ on: /GET .*submissions/, then });
    assert.deepEqual(await open(found), {
      kind: "unavailable",
      cause: "http-429",
      retryAfterMs: 7000,
    });
    await service.advance(1801 * 1000);
    assert.equal((await open(found)).kind, "opened");
    service.cases.delete(found.submissionId);
    assert.deepEqual(await open(found), { kind: "gone" });
    assert.deepEqual(await answer(found), { kind: "gone" });
  });

  /** Sends, then changes what lies there as a faulty sender or a bad service would; the log says what fits unless `isUnproven`. */
  const opensAs = async (
    change: (found: LocalCase) => Promise<void> | void,
    { isUnproven = false } = {},
  ) => {
    const found = await send(sampleDelivery());
    await change(found);
    if (!isUnproven)
      found.log.push(
        await signEvent(service, found, {
          kind: "submit-submission",
          issuer: service.url,
        }),
      );
    const opened = await open(found);
    assert.ok(opened.kind === "faulty", JSON.stringify(opened));
    const { problems } = opened;
    const rejected = await answer(found, { kind: "rejected", problems });
    assert.equal(rejected.kind, "answered");
    return problems.map(({ type, instance }) => {
      const kind = type.split("/").at(-1) ?? "";
      return `${kind} ${instance.replace(/:.*/, "")}`.trim();
    });
  };
  const content = (found: LocalCase) =>
    found.submission ?? assert.fail("not submitted");
  const seal = (text: string, type = "application/json") =>
    encryptFor(keyFor(service), Buffer.from(text), type);
  const rewritten = async (
    found: LocalCase,
    change: (metadata: z.infer<typeof described>) => unknown,
  ) => {
    const { metadata } = await openCase(service, found);
    const text = JSON.stringify(change(described.parse(metadata)));
    const encryptedMetadata = await seal(text);
    found.submission = { ...content(found), encryptedMetadata };
  };

  test("what cannot be taken is named as the standard does, and the sender is told", async () => {
    const swapped = await seal("<a/>", "application/xml");
    const swapData = (found: LocalCase) => {
      found.submission = { ...content(found), encryptedData: swapped };
    };
    const unproven = { isUnproven: true };
    assert.deepEqual(await opensAs(swapData, unproven), [
      "incorrect-authentication-tag data",
    ]);
    assert.deepEqual(await opensAs(swapData), ["hash-mismatch data"]);
    const forge = (found: LocalCase) => void found.log.splice(1);
    assert.deepEqual(await opensAs(forge, unproven), ["invalid-event-log"]);
    const foreign = await encryptFor(
      { ...keyFor(service), kid: "somebody-elses" },
      Buffer.from("{}"),
      "application/json",
    );
    const forOthers = (found: LocalCase) => {
      found.submission = { ...content(found), encryptedMetadata: foreign };
    };
    assert.deepEqual(await opensAs(forOthers), ["encryption-issue metadata"]);
    const cases: [Parameters<typeof rewritten>[1], string[]][] = [
      [({ $schema: _, ...rest }) => rest, ["missing-schema metadata"]],
      [
        (it) => ({
          ...it,
          $schema: "https://example.org/metadata.schema.json",
        }),
        ["unsupported-schema metadata"],
      ],
      [
        ({ $schema }) => ({ $schema, contentStructure: {} }),
        ["schema-violation metadata"],
      ],
      [
        ({ contentStructure: { attachments, data }, ...rest }) => ({
          ...rest,
          contentStructure: { data, attachments: attachments.slice(1) },
        }),
        ["attachments-mismatch metadata"],
      ],
      [
        ({ contentStructure: { attachments, data }, ...rest }) => {
          const submissionSchema = {
            schemaUri: "urn:example:other",
            mimeType: "application/xml",
          };
          const other = { ...data, submissionSchema };
          return { ...rest, contentStructure: { attachments, data: other } };
        },
        ["unsupported-data-schema metadata"],
      ],
    ];
    for (const [change, expected] of cases)
      assert.deepEqual(
        await opensAs((found) => rewritten(found, change)),
        expected,
      );
    const broken = "<a><b></a>";
    const notWellFormed = async (found: LocalCase) => {
      await rewritten(found, ({ contentStructure, ...rest }) => {
        const hash = { type: "sha512", content: sha512(broken) };
        const data = { ...contentStructure.data, hash };
        return { ...rest, contentStructure: { ...contentStructure, data } };
      });
      const encryptedData = await seal(broken, "application/xml");
      found.submission = { ...content(found), encryptedData };
    };
    assert.deepEqual(await opensAs(notWellFormed), ["syntax-violation data"]);
  });

  test("as large as agreed on it comes through whole; what is larger waits for a person and is not cut", async () => {
    const megabyte = 1024 * 1024;
    const sized = (bytes: number) =>
      sampleDelivery({
        uploads: [sampleUpload("groß.pdf", "x".repeat(bytes))],
      });
    const limited = inbox.parseOptions({
      ...(await inboxOptionsFor(service)),
      maxMegabytes: "2",
    });
    const openLimited = async (bytes: number) =>
      inbox.open(waitingOf(await send(sized(bytes))), limited, signal);
    const whole = await openLimited(2 * megabyte - 1024);
    assert.ok(whole.kind === "opened", JSON.stringify(whole).slice(0, 300));
    const [, large] = whole.application.attachments;
    assert.equal(large?.content.length, 2 * megabyte - 1024);
    assert.deepEqual(await openLimited(3 * megabyte), {
      kind: "unavailable",
      cause: "answer-too-large",
    });
    const connector = createFitConnectConnector({
      ...settings(),
      notes: memoryNotes(),
    });
    const sendOptions = connector.parseOptions({
      ...optionsFor(service),
      maxUploadMegabytes: "1",
    });
    const outcome = (bytes: number) =>
      connector.deliver(sized(bytes), sendOptions, signal);
    assert.equal((await outcome(megabyte)).kind, "accepted");
    assert.deepEqual(await outcome(megabyte + 1), {
      kind: "rejected",
      reason: "uploads-too-large",
    });
  });

  test("a service that the Zustellpunkt does not offer, and another's Zustellpunkt", async () => {
    const found = await send(sampleDelivery());
    const { destination } = service;
    service.destination = { ...destination, publicServices: [] };
    const opened = await open(found);
    service.destination = destination;
    assert.ok(opened.kind === "faulty");
    const [wrong] = opened.problems;
    assert.match(wrong?.type ?? "", /unsupported-service$/);
    const elsewhere = { ...options, destinationId: randomUUID() };
    const foreign = await inbox.open(waitingOf(found), elsewhere, signal);
    assert.deepEqual(foreign, { kind: "gone" });
  });

  test("the check says which setting is wrong, and changes nothing", async () => {
    const { length } = await listed();
    const well = await inbox.check(options, signal);
    assert.ok(well.length === 3 && well.every(({ passed }) => passed));
    const wrong = { ...options, clientSecret: "another-secret" };
    const failed = (await inbox.check(wrong, signal)).filter(
      ({ passed }) => !passed,
    );
    assert.deepEqual(
      failed.map(({ check }) => check),
      ["credentials"],
    );
    assert.equal((await listed()).length, length);
    assert.throws(() =>
      inbox.parseOptions({ ...options, decryptionKeys: "no key" }),
    );
  });

  test(
    "a call counts with the HMAC of the standard, for five minutes",
    { skip: sharedDataMissing() },
    () => {
      const { headers, rawBody, secret } = vector.parse(
        JSON.parse(
          readSharedFile("fit-connect/callback-hmac-vector.json").toString(),
        ),
      );
      const at = Number(headers["callback-timestamp"]) * 1000;
      const isGenuine = (
        change: { secret?: string; body?: string; header?: string } = {},
        afterMs = 0,
      ) =>
        inbox.isGenuineCall(
          {
            headers: {
              ...headers,
              ...(change.header !== undefined && {
                "callback-authentication": change.header,
              }),
            },
            body: Buffer.from(change.body ?? rawBody),
          },
          { ...options, callbackSecret: change.secret ?? secret },
          new Date(at + afterMs),
        );
      assert.ok(isGenuine());
      assert.ok(isGenuine({}, 299_000) && isGenuine({}, -299_000));
      assert.ok(!isGenuine({}, 301_000) && !isGenuine({}, -301_000));
      assert.ok(!isGenuine({ secret: "another-secret-of-tests" }));
      assert.ok(!isGenuine({ body: `${rawBody} ` }));
      assert.ok(!isGenuine({ header: "" }) && !isGenuine({ header: "ab" }));
    },
  );
});

/** As senders use it: jose encrypts only with keys whose `key_ops` are not those of FIT-Connect. */
function keyFor({ keys }: LocalService) {
  const { key_ops: _, ...key } = keys.encryption.jwk;
  return key;
}

const vector = z.object({
  secret: z.string(),
  headers: z.record(z.string(), z.string()),
  rawBody: z.string(),
});

const described = z.looseObject({
  $schema: z.string(),
  contentStructure: z.looseObject({
    data: z.looseObject({}),
    attachments: z.array(z.unknown()),
  }),
});
