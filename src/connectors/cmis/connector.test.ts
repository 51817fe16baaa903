import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createCmisConnector } from "./connector.ts";
import {
  password,
  startRepository,
  user,
  type FakeRepository,
} from "./testing/repository.ts";

const { signal } = new AbortController();

void describe("filing by CMIS", () => {
  let repository: FakeRepository;
  const http = createHttpClient();
  before(async () => {
    repository = await startRepository();
  });
  beforeEach(() => {
    repository.exceptions.length = 0;
    repository.canQuery = true;
  });
  after(async () => {
    http.close();
    await repository.stop();
  });
  const connector = createCmisConnector({
    http,
    clock: () => new Date("2026-03-01T12:00:00Z"),
    plainHttp: "to-this-machine",
  });
  const options = (more: object = {}) =>
    connector.parseOptions({
      url: repository.url,
      user,
      password,
      directory: "eingang/parken",
      formats: ["pdf-1", "xml-1"],
      ...more,
    });
  const deliver = (delivery = sampleDelivery(), more: object = {}) =>
    connector.deliver(delivery, options(more), signal);
  const folderOf = ({
    reference,
    deliveryId,
  }: ReturnType<typeof sampleDelivery>) =>
    `eingang/parken/${reference}_${deliveryId}`;

  void test("makes a folder with the properties that were asked for, and each document in it", async () => {
    const delivery = sampleDelivery();
    const outcome = await deliver(delivery, {
      folderType: "akte:vorgang",
      documentType: "akte:dokument",
      properties: "akte:zeichen = {reference}\nakte:eingang = {submittedAtMs}",
    });
    const folder = repository.paths().get(folderOf(delivery));
    assert.deepEqual(outcome, { kind: "delivered", receipt: folder?.objectId });
    assert.deepEqual(folder?.properties, {
      "cmis:objectTypeId": "akte:vorgang",
      "cmis:name": `SN-7K4M-2QXD_${delivery.deliveryId}`,
      "akte:zeichen": "SN-7K4M-2QXD",
      "akte:eingang": String(delivery.submittedAt.getTime()),
    });
    const inside = [...repository.paths()].filter(([path]) =>
      path.startsWith(`${folderOf(delivery)}/`),
    );
    assert.deepEqual(
      inside.map(([path]) => path.split("/").at(-1)),
      [
        "receipt.pdf",
        "submission.xml",
        "01_Zulassungsbescheinigung_Teil_Ⅰ.pdf",
        "02_etc_passwd",
        "03_Foto.jpg",
        "04_Foto.jpg",
        "manifest.json",
      ],
    );
    const xml = repository.paths().get(`${folderOf(delivery)}/submission.xml`);
    assert.equal(xml?.content?.toString(), delivery.answersXml);
    assert.equal(xml.properties["cmis:objectTypeId"], "akte:dokument");
  });

  void test("goes on where it stopped, also when somebody has moved the folder meanwhile", async () => {
    const delivery = sampleDelivery();
    const busy = {
      status: 503,
      exception: "runtime",
      headers: { "retry-after": "7" },
    };
    // The folder and its first documents are made, then the repository stumbles.
    const stumbling = {
      ...delivery,
      uploads: delivery.uploads.map((upload) => ({
        ...upload,
        open: () => {
          repository.exceptions.push(busy);
          return upload.open();
        },
      })),
    };
    assert.deepEqual(await deliver(stumbling), {
      kind: "unavailable",
      cause: "http-503",
      retryAfterMs: 7000,
    });
    repository.exceptions.length = 0;
    const before = repository.paths().size;
    repository.move(folderOf(delivery), "eingang");
    const outcome = await deliver(delivery);
    assert.equal(outcome.kind, "delivered");
    const name = folderOf(delivery).split("/").at(-1) ?? "";
    assert.ok(repository.paths().has(`eingang/${name}/manifest.json`));
    assert.ok(!repository.paths().has(folderOf(delivery)));
    assert.ok(repository.paths().size > before);
    assert.deepEqual(await deliver(delivery), outcome);
  });

  void test("works with a repository that takes no queries", async () => {
    repository.canQuery = false;
    assert.equal((await deliver()).kind, "delivered");
  });

  void test("tells what a person must look at from what passes", async () => {
    const after = async (status: number, exception: string) => {
      repository.exceptions.push({ status, exception });
      return deliver();
    };
    assert.deepEqual(await after(409, "constraint"), {
      kind: "rejected",
      reason: "http-409",
    });
    assert.deepEqual(await after(409, "updateConflict"), {
      kind: "unavailable",
      cause: "http-409",
    });
    assert.deepEqual(await deliver(undefined, { password: "falsch" }), {
      kind: "rejected",
      reason: "http-401",
    });
    assert.deepEqual(await deliver(undefined, { directory: "eingang/hunde" }), {
      kind: "unavailable",
      cause: "directory-missing",
    });
    assert.deepEqual(await deliver(undefined, { repositoryId: "andere" }), {
      kind: "rejected",
      reason: "repository-unknown",
    });
  });

  void test("checks address, credentials and folder without making anything", async () => {
    const before = repository.paths().size;
    const check = async (more: object) =>
      (await connector.check(options(more), signal)).map(
        ({ check: what, finding }) => `${what} ${finding}`,
      );
    assert.deepEqual(await check({}), [
      "reachability as-expected",
      "credentials as-expected",
      "settings as-expected",
    ]);
    assert.deepEqual(await check({ password: "falsch" }), [
      "credentials http-401",
    ]);
    assert.equal(
      (await check({ directory: "weg" })).at(-1),
      "settings directory-missing",
    );
    assert.deepEqual(await check({ url: "http://dms.example/cmis" }), [
      "settings address-not-allowed",
    ]);
    assert.equal(repository.paths().size, before);
  });
});
