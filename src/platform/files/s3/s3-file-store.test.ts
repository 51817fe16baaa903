import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { createHttpClient } from "../../http-client/http-client.ts";
import { startFakeS3, type FakeS3 } from "../testing/fake-s3.ts";
import { singleTenantCipher } from "../testing/single-tenant-cipher.ts";
import type { FileKey, FileStore } from "../file-store.ts";
import { s3FileStore } from "./s3-file-store.ts";

const MiB = 1024 * 1024;
const schwerin = "0198c000-0000-7000-8000-000000000001";
const grabow = "0198c000-0000-7000-8000-000000000002";
const ofSchwerin = singleTenantCipher(schwerin);
const http = createHttpClient();

void describe("files in an S3 bucket", () => {
  let s3: FakeS3;
  let store: FileStore;
  before(async () => {
    s3 = await startFakeS3();
    store = s3FileStore(s3.settings, http);
  });
  after(async () => {
    http.close();
    await s3.close();
  });

  const newKey = (): FileKey => ({ tenantId: schwerin, fileId: randomUUID() });
  const objectOf = ({ tenantId, fileId }: FileKey) => `${tenantId}/${fileId}`;
  const put = async (content: Buffer, key = newKey()) => {
    const stored = await store.put(chunks(content), key, ofSchwerin);
    return { key, stored };
  };
  const read = async (key: FileKey) =>
    buffer(await store.open(key, ofSchwerin));

  for (const size of [0, 1, 65_536, 5 * MiB, 8 * MiB + 1, 21 * MiB])
    void test(`a file of ${String(size)} bytes comes back byte by byte`, async () => {
      const content = randomBytes(size);
      const { key, stored } = await put(content);
      assert.deepEqual(stored, {
        sizeBytes: size,
        sha256: createHash("sha256").update(content).digest("hex"),
      });
      assert.ok((await read(key)).equals(content));
      assert.equal(s3.uploads.size, 0);
    });

  void test("what lies in the bucket is encrypted", async () => {
    const { key } = await put(Buffer.alloc(200_000, "Kennzeichen SN-AB 123 "));
    const object = s3.objects.get(objectOf(key)) ?? assert.fail();
    assert.ok(!object.bytes.includes("Kennzeichen"));
  });

  void test("a file is written once: its id is refused a second time", async () => {
    const { key } = await put(Buffer.from("first"));
    await assert.rejects(put(Buffer.from("second"), key), { code: "exists" });
    assert.equal((await read(key)).toString(), "first");
  });

  void test("its key is wrapped with another data key, and the content stays", async () => {
    const newer = singleTenantCipher(schwerin, 2);
    for (const size of [0, 300_000, 9 * MiB]) {
      const content = randomBytes(size);
      const { key } = await put(content);
      assert.equal(await store.rewrap(key, newer, 2), true);
      assert.equal(await store.rewrap(key, newer, 2), false);
      const object = s3.objects.get(objectOf(key)) ?? assert.fail();
      // Magic, length, format: then the version.
      assert.equal(object.bytes.readUInt32BE(8 + 2 + 1), 2);
      assert.ok((await read(key)).equals(content));
    }
    assert.equal(s3.uploads.size, 0);
    const gone = newKey();
    assert.equal(await store.rewrap(gone, newer, 2), false);
    await assert.rejects(read(gone), { code: "not-found" });
  });

  void test("a file that is removed while its key is wrapped anew is not there again", async () => {
    const { key } = await put(randomBytes(100_000));
    const newer = singleTenantCipher(schwerin, 2);
    const removing = {
      ...newer,
      encrypt: (plaintext: Uint8Array, purpose: string) => {
        s3.objects.delete(objectOf(key));
        return newer.encrypt(plaintext, purpose);
      },
    };
    assert.equal(await store.rewrap(key, removing, 2), false);
    await assert.rejects(read(key), { code: "not-found" });
    assert.equal(s3.uploads.size, 0);
  });

  void test("a removed file is gone, and removing again does nothing", async () => {
    const { key } = await put(Buffer.from("x"));
    await store.remove(key);
    await store.remove(key);
    await assert.rejects(read(key), { code: "not-found" });
  });

  void test("a file of another tenant, a cut one and a changed one do not open", async () => {
    const content = randomBytes(300_000);
    const { key } = await put(content);
    const name = objectOf(key);
    const { bytes } = s3.objects.get(name) ?? assert.fail();
    const foreign = { ...key, tenantId: grabow };
    s3.objects.set(objectOf(foreign), { bytes, modified: new Date() });
    await assert.rejects(read(foreign), { code: "damaged" });
    for (const damaged of [
      bytes.subarray(0, -70_000),
      bytes.subarray(0, 20),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.concat([
        bytes.subarray(0, 1000),
        Buffer.alloc(1),
        bytes.subarray(1001),
      ]),
    ]) {
      s3.objects.set(name, { bytes: damaged, modified: new Date() });
      await assert.rejects(read(key), { code: "damaged" });
    }
  });

  void test("an object that is replaced while it is read is not mixed", async () => {
    const { key } = await put(randomBytes(9 * MiB));
    const stream = await store.open(key, ofSchwerin);
    const chunksRead = stream[Symbol.asyncIterator]();
    await chunksRead.next();
    const other = await put(randomBytes(9 * MiB));
    s3.objects.set(
      objectOf(key),
      s3.objects.get(objectOf(other.key)) ?? assert.fail(),
    );
    await assert.rejects(buffer(stream), { code: "damaged" });
  });

  void test("an upload that breaks off leaves nothing and passes the reason on", async () => {
    const reason = new Error("the visitor went away");
    async function* breaking() {
      yield await Promise.resolve(randomBytes(9 * MiB));
      throw reason;
    }
    const key = newKey();
    await assert.rejects(store.put(breaking(), key, ofSchwerin), reason);
    await assert.rejects(read(key), { code: "not-found" });
    assert.equal(s3.uploads.size, 0);
  });

  void test("uploads that a crash left are removed once they are old, others are kept", async () => {
    s3.uploads.set("left", {
      key: objectOf(newKey()),
      begun: new Date("2026-01-01T00:00:00Z"),
      parts: new Map(),
    });
    assert.equal(await store.removeUnfinished(new Date("2025-12-31")), 0);
    assert.equal(await store.removeUnfinished(new Date("2026-01-02")), 1);
    assert.equal(s3.uploads.size, 0);
  });

  void test("the list names every file of the tenant over several pages", async () => {
    const tenantId = randomUUID();
    const cipher = singleTenantCipher(tenantId);
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const fileId of ids)
      await store.put(chunks(Buffer.from("x")), { tenantId, fileId }, cipher);
    const listed: string[] = [];
    for await (const file of store.list(tenantId)) {
      listed.push(file.fileId);
      assert.ok(Date.now() - file.storedAt.getTime() < 60_000);
    }
    assert.deepEqual(listed.sort(), ids.sort());
  });

  for (const [what, match, how] of [
    ["an error of the service while a part is sent", /partNumber/, 503],
    ["too many requests", /^PUT/, 429],
    ["a lost answer to the last call of an upload", /^POST \?uploadId/, "lost"],
    ["a lost answer to a part", /partNumber/, "lost"],
    ["an error of the service while it is read", /^GET \?$/, 500],
  ] as const)
    void test(`${what} is got over, and the file is there once and whole`, async () => {
      s3.fail(match, how);
      const content = randomBytes(9 * MiB);
      const { key } = await put(content);
      assert.ok((await read(key)).equals(content));
      assert.equal(s3.uploads.size, 0);
    });

  void test("a service that stays away is told as what it is, and its wrong secret too", async () => {
    s3.fail(/^HEAD/, 503, 4);
    await assert.rejects(put(Buffer.from("x")), {
      name: "S3Error",
      status: 503,
    });
    const stranger = s3FileStore(
      { ...s3.settings, secretAccessKey: "wrong" },
      http,
    );
    await assert.rejects(
      stranger.put(chunks(Buffer.from("x")), newKey(), ofSchwerin),
      { name: "S3Error", status: 403 },
    );
  });
});

async function* chunks(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 100_000)
    yield await Promise.resolve(content.subarray(at, at + 100_000));
}
