import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { createHmac, KeyObject } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Connector, Delivery } from "../../modules/delivery/index.ts";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import {
  createHttpClient,
  type HttpClient,
} from "../../platform/http-client/http-client.ts";
import {
  readSharedFile,
  sharedDataMissing,
} from "../../platform/testing/shared-data.ts";
import { makeRsaKey, selfSign } from "../../platform/saml/self-signed-key.ts";
import { createFitConnectConnector } from "./connector.ts";
import type { FitConnectOptions } from "./options.ts";
import { isSealed } from "./demo/local-routes.ts";
import { makeLocalKeys, type LocalKeys } from "./demo/local-keys.ts";
import { startLocalService } from "./demo/local-service.ts";
import type { Fault, LocalCase, LocalService } from "./demo/local-types.ts";
import { memoryNotes } from "./testing/memory-notes.ts";
import { optionsFor } from "./demo/options-for.ts";
import { openCase } from "./testing/receiver-side.ts";
import { tagsOf } from "./demo/sign-event.ts";

const dayMs = 86_400_000;
const { signal } = new AbortController();

describe("FIT-Connect as sender", () => {
  let keys: LocalKeys;
  let service: LocalService;
  let http: HttpClient;
  const notes = memoryNotes();
  before(async () => {
    keys = await makeLocalKeys();
    service = await startLocalService(keys);
    http = createHttpClient();
  });
  after(async () => {
    http.close();
    await service.stop();
  });

  /** A new one each time, as after a restart. */
  const connect = (): Connector<FitConnectOptions> =>
    createFitConnectConnector({
      http,
      clock: () => service.now(),
      plainHttp: "to-this-machine",
      notes,
    });
  const send = (delivery: Delivery, change = {}, connector = connect()) =>
    connector.deliver(
      delivery,
      connector.parseOptions({ ...optionsFor(service), ...change }),
      signal,
    );
  const fail = (on: RegExp, then: Fault["then"]) =>
    service.faults.push({ on, then });
  const sent = async (delivery = sampleDelivery()) => {
    const outcome = await send(delivery);
    assert.ok(outcome.kind === "accepted");
    const { correlationId: caseId } = outcome;
    const found = [...service.cases.values()].find(
      (it) => it.caseId === caseId,
    );
    assert.ok(found);
    return { delivery, found, caseId };
  };
  const ask = async ({
    delivery: { deliveryId, tenantId },
    caseId: correlationId,
    found,
  }: {
    delivery: Delivery;
    caseId: string;
    found: LocalCase;
  }) => {
    const connector = connect();
    const options = connector.parseOptions(optionsFor(service));
    const now = service.now();
    const { createdAt: acceptedAt } = found;
    const accepted = { deliveryId, tenantId, correlationId, acceptedAt, now };
    return connector.readBack?.(accepted, options, signal);
  };

  test(
    "what arrives is what was sent, described by the schema of the metadata",
    { skip: sharedDataMissing() },
    async () => {
      const { delivery, found } = await sent();
      const opened = await openCase(service, found);
      assert.equal(opened.data.toString(), delivery.answersXml);
      assert.equal(opened.reference, delivery.reference);
      assert.deepEqual(
        [...opened.attachments.values()].map(String).toSorted(),
        [
          "%PDF-1.7 Quittung",
          "first file",
          "fourth file of the same name",
          "second file",
          "third file",
        ],
      );
      const schema = JSON.parse(
        readSharedFile("fit-connect/metadata-2.1.0.schema.json").toString(),
      ) as object;
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const validate = ajv.compile(schema);
      assert.ok(validate(opened.metadata), ajv.errorsText(validate.errors));
    },
  );

  test("killed between any two calls it goes on with the same submission, and submits once", async () => {
    const steps = [
      /GET .*destinations\/[^/]+$/,
      /GET .*keys/,
      /POST .*submissions$/,
      /PUT .*attachments/,
      /PUT .*submissions\/[^/]+$/,
    ];
    for (const step of steps)
      for (const then of ["lose-answer", { status: 503 }] as const) {
        const delivery = sampleDelivery();
        fail(step, then);
        const broken = await send(delivery);
        assert.equal(broken.kind, "unavailable", String(step));
        const before = [...service.cases.values()].filter(
          ({ submission }) => submission,
        ).length;
        const isDone = then === "lose-answer" && step === steps[4];
        const { caseId } = await sent(delivery);
        const after = [...service.cases.values()].filter(
          ({ submission }) => submission,
        ).length;
        assert.equal(after - before, isDone ? 0 : 1, String(step));
        const again = await sent(delivery);
        assert.equal(again.caseId, caseId);
      }
  });

  test("an incomplete submission that the service has deleted is begun anew", async () => {
    const delivery = sampleDelivery();
    fail(/PUT .*attachments/, { status: 500 });
    await send(delivery);
    await service.advance(2 * dayMs);
    await sent(delivery);
  });

  test("a token is used until it runs out, renewed once when refused; patience is kept when asked for", async () => {
    const connector = connect();
    const tokens = () =>
      service.calls.filter((call) => call === "POST /token").length;
    const start = tokens();
    await send(sampleDelivery(), {}, connector);
    await send(sampleDelivery(), {}, connector);
    assert.equal(tokens(), start + 1);
    await service.advance(1801 * 1000);
    await send(sampleDelivery(), {}, connector);
    assert.equal(tokens(), start + 2);
    fail(/GET .*destinations/, { status: 401 });
    const renewed = await send(sampleDelivery(), {}, connector);
    assert.equal(renewed.kind, "accepted");
    assert.equal(tokens(), start + 3);
    fail(/POST .*submissions$/, { status: 429, retryAfter: "120" });
    assert.deepEqual(await send(sampleDelivery()), {
      kind: "unavailable",
      cause: "http-429",
      retryAfterMs: 120_000,
    });
    const wrong = await send(sampleDelivery(), {
      clientSecret: "wrong-secret",
    });
    assert.deepEqual(wrong, { kind: "rejected", reason: "http-401" });
  });

  test("nothing is encrypted with a key that fails its checks, nor sent to a Zustellpunkt that does not take it", async () => {
    const good = { ...service.encryptionKey };
    const foreignRoot = makeRsaKey().certificate;
    const ownRoot = selfSign(KeyObject.from(keys.encryption.privateKey));
    const chain = (trustedCertificates: string) => ({
      certificates: "chain",
      trustedCertificates,
    });
    const rejectedFor = async (reason: string, change = {}) =>
      assert.deepEqual(await send(sampleDelivery(), change), {
        kind: "rejected",
        reason,
      });
    const wrongKeys = [
      { key_ops: ["wrapKey", "verify"] },
      { alg: "RSA-OAEP" },
      { n: String(good["n"]).slice(0, 600) },
    ];
    for (const change of wrongKeys) {
      service.encryptionKey = { ...good, ...change };
      await rejectedFor("key-invalid");
    }
    service.encryptionKey = good;
    await rejectedFor("key-invalid", chain(ownRoot));
    service.encryptionKey = { ...good, x5c: [bodyOf(foreignRoot)] };
    await rejectedFor("key-invalid");
    service.encryptionKey = { ...good, x5c: [bodyOf(ownRoot)] };
    await rejectedFor("key-invalid", chain(foreignRoot));
    assert.equal(
      (await send(sampleDelivery(), chain(ownRoot))).kind,
      "accepted",
    );
    service.encryptionKey = good;

    await rejectedFor("service-not-offered", { schemaUri: "urn:other" });
    await rejectedFor("service-not-offered", {
      serviceIdentifier: "urn:other",
    });
    const { destination } = service;
    service.destination = { ...destination, status: "inactive" };
    await rejectedFor("destination-inactive");
    service.destination = destination;
  });

  test("accepted by the Zustellpunkt, for this very content: delivered, with all signed events as proof", async () => {
    const given = await sent();
    assert.equal((await ask(given))?.answer.kind, "pending");
    await service.say("accept-submission", given);
    const read = await ask(given);
    assert.equal(read?.answer.kind, "delivered");
    assert.deepEqual(
      read.evidence.map(({ kind }) => kind),
      ["create-submission", "submit-submission", "accept-submission"],
    );
  });

  test("what nobody entitled has signed, or what means another content, settles nothing as accepted", async () => {
    const other = await sent();
    const forged = await sent();
    const accept = { authenticationTags: tagsOf(forged.found) };
    // Signed by the service's key under the name of the Zustellpunkt, and the other way round.
    const kids = [keys.service.kid, "unknown"];
    for (const kid of kids)
      await service.say("accept-submission", {
        ...forged,
        content: accept,
        kid,
      });
    assert.equal((await ask(forged))?.answer.kind, "pending");
    const [, foreign = ""] = other.found.log;
    forged.found.log.push(foreign, "no.token.at-all");
    assert.equal((await ask(forged))?.answer.kind, "pending");

    const wrongTags = { authenticationTags: tagsOf(other.found) };
    for (const content of [wrongTags, {}]) {
      const given = await sent();
      await service.say("accept-submission", { ...given, content });
      const read = await ask(given);
      assert.deepEqual(read?.answer, {
        kind: "rejected",
        reason: "evidence-invalid",
      });
    }
    const byService = await sent();
    const issuer = service.url;
    await service.say("accept-submission", { ...byService, issuer });
    assert.equal((await ask(byService))?.answer.kind, "rejected");
  });

  test("rejected with problems: they are read, and sending again makes a case of its own", async () => {
    const given = await sent();
    const problems = [
      {
        type: "https://schema.fitko.de/fit-connect/events/problems/schema-violation",
        title: "Schema-Verletzung",
        detail: "Hausnummer fehlt",
        instance: "data",
      },
    ];
    await service.say("reject-submission", { ...given, content: { problems } });
    const read = await ask(given);
    assert.deepEqual(read?.answer, {
      kind: "rejected",
      reason: "refused-by-receiver",
    });
    assert.deepEqual(read.evidence.at(-1)?.remarks, [
      "Schema-Verletzung: Hausnummer fehlt",
    ]);
    const again = await sent(given.delivery);
    assert.notEqual(again.caseId, given.caseId);
  });

  test("nobody fetches it: rejected by the service on day 14, over on day 22 even without a word", async () => {
    const given = await sent();
    fail(/GET .*events/, { status: 500 });
    assert.equal((await ask(given))?.answer.kind, "unavailable");
    await service.advance(14 * dayMs);
    assert.deepEqual((await ask(given))?.answer, {
      kind: "rejected",
      reason: "not-fetched",
    });
    const silent = await sent();
    await service.advance(9 * dayMs);
    assert.equal((await ask(silent))?.answer.kind, "pending");
    silent.found.isOver = true;
    await service.advance(14 * dayMs);
    assert.deepEqual((await ask(silent))?.answer, {
      kind: "rejected",
      reason: "deleted-unanswered",
    });
  });

  test("a call of the service names the cases in which something is new; an old or forged one, or one without an agreed secret, says nothing", () => {
    const connector = connect();
    const callbackSecret = "agreed-on-in-the-self-service-portal";
    const caseId = "9eec7d3e-dc66-4f82-9f52-1520bf96a32e";
    const heard = (
      change: {
        body?: string;
        secret?: string | undefined;
        afterMs?: number;
      } = {},
    ) => {
      const body = JSON.stringify({
        type: "https://schema.fitko.de/fit-connect/submission-api/callbacks/new-events",
        submissions: [{ destinationId: service.destinationId, caseId }],
      });
      const timestamp = "1672527599";
      const mac = createHmac("sha512", callbackSecret)
        .update(`${timestamp}.${body}`)
        .digest("hex");
      const headers = {
        "callback-timestamp": timestamp,
        "callback-authentication": mac,
      };
      const { secret = callbackSecret } = change;
      return connector.readCall?.(
        { headers, body: Buffer.from(change.body ?? body) },
        connector.parseOptions({
          ...optionsFor(service),
          ...(secret !== "" && { callbackSecret: secret }),
        }),
        new Date(1_672_527_599_000 + (change.afterMs ?? 0)),
      );
    };
    assert.deepEqual(heard()?.correlationIds, [caseId]);
    assert.ok(heard({ afterMs: 299_000 }));
    assert.equal(heard({ afterMs: 301_000 }), undefined);
    assert.equal(heard({ afterMs: -301_000 }), undefined);
    assert.equal(heard({ body: "{}" }), undefined);
    assert.equal(heard({ secret: "another-secret-of-the-tests" }), undefined);
    assert.equal(heard({ secret: "" }), undefined);
  });

  test("the local service refuses what the real one refuses", async () => {
    const call = async (
      path: string,
      headers: Record<string, string>,
      body = "",
    ) => {
      const url = `${service.url}${path}`;
      const answer = await http.request({ method: "POST", url, headers, body });
      return answer.kind === "answered" ? answer.status : answer.kind;
    };
    const agent = { "user-agent": "Test" };
    assert.equal(await call("/token", {}), 403);
    const { id, secret } = service.client;
    const basic = Buffer.from(`${id}:${secret}`).toString("base64");
    const grant = "grant_type=client_credentials";
    assert.equal(
      await call(
        "/token",
        { ...agent, authorization: `Basic ${basic}` },
        grant,
      ),
      401,
    );
    assert.equal(await call("/v2/submissions", agent), 401);
    assert.equal(isSealed(withoutType), false, "422 without cty");
  });
});

/** A JWE whose header names no type of content. */
const withoutType = `${Buffer.from('{"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"k"}').toString("base64url")}.${"a".repeat(800)}.a.a.a`;

const bodyOf = (pem: string) => pem.replaceAll(/-----[^-]+-----|\s/g, "");
