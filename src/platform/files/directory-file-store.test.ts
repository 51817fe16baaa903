import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { directoryFileStore } from "./directory-file-store.ts";
import { singleTenantCipher } from "./testing/single-tenant-cipher.ts";

const SEALED = 64 * 1024 + 16;
const schwerin = "0198c000-0000-7000-8000-000000000001";
const grabow = "0198c000-0000-7000-8000-000000000002";
const ofSchwerin = singleTenantCipher(schwerin);
const ofGrabow = singleTenantCipher(grabow);

const root = await mkdtemp(join(tmpdir(), "files-ä ö-"));
const store = directoryFileStore(root);
after(() => rm(root, { recursive: true }));

const newKey = (tenantId = schwerin) => ({ tenantId, fileId: randomUUID() });
const pathOf = ({ tenantId, fileId }: { tenantId: string; fileId: string }) =>
  join(root, tenantId, fileId.slice(-2), fileId);
const damaged = { name: "FileStoreError", code: "damaged" };

async function* chunked(content: Buffer, sizes: readonly number[]) {
  let offset = 0;
  for (let turn = 0; offset < content.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield await Promise.resolve(content.subarray(offset, offset + size));
    offset += size;
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function putBytes(content: Buffer, key = newKey()) {
  await store.put(chunked(content, [70_000]), key, ofSchwerin);
  return key;
}

const read = async (key: { tenantId: string; fileId: string }) =>
  buffer(await store.open(key, ofSchwerin));

/** Where the segments begin: after magic, length and the wrapped secret (39 bytes of secret, 33 of the cipher). */
const BODY = 8 + 2 + 39 + 33;

describe("a stored file", () => {
  test("comes back byte by byte, whatever its length and however it was cut into chunks", async () => {
    const nearSegments = fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -2, max: 2 }),
    );
    const lengths = fc.oneof(
      nearSegments.map(([count, more]) =>
        Math.max(0, count * 64 * 1024 + more),
      ),
      fc.integer({ min: 0, max: 200_000 }),
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 150_000 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(lengths, sizes, async (length, chunkSizes) => {
        const content = randomBytes(length);
        // Single bytes over long files would only be slow.
        const calm = chunkSizes.map((size) =>
          Math.max(size, Math.ceil(length / 500)),
        );
        const key = newKey();
        const stored = await store.put(chunked(content, calm), key, ofSchwerin);
        assert.equal(stored.sizeBytes, length);
        assert.equal(
          stored.sha256,
          createHash("sha256").update(content).digest("hex"),
        );
        assert.deepEqual(await read(key), content);
      }),
      { numRuns: 60 },
    );
  });

  test("lies on the disk encrypted, readable by its owner only", async () => {
    const key = await putBytes(Buffer.alloc(200_000, "Kennzeichen SN-AB 123 "));
    const onDisk = await readFile(pathOf(key));
    assert.equal(onDisk.includes("Kennzeichen"), false);
    assert.equal((await stat(pathOf(key))).mode & 0o777, 0o600);
  });

  test("is written once: its id is refused a second time", async () => {
    const key = await putBytes(Buffer.from("first"));
    await assert.rejects(putBytes(Buffer.from("second"), key), {
      code: "exists",
    });
    assert.equal((await read(key)).toString(), "first");
    const unread = await store.open(key, ofSchwerin);
    await assert.rejects(store.put(unread, key, ofSchwerin));
    assert.equal(unread.destroyed, true);
  });

  test("is gone after removal, and removing again does nothing", async () => {
    const key = await putBytes(Buffer.from("x"));
    await store.remove(key);
    await store.remove(key);
    await assert.rejects(read(key), { code: "not-found" });
  });

  test("can be left half read without harm", async () => {
    const key = await putBytes(randomBytes(400_000));
    const stream = await store.open(key, ofSchwerin);
    for await (const chunk of stream) if (chunk instanceof Buffer) break;
    assert.equal(stream.destroyed, true);
    (await store.open(key, ofSchwerin)).destroy();
  });

  test("never leaves the store's directory by its name", async () => {
    const key = { tenantId: schwerin, fileId: "../../../../etc/passwd" };
    await assert.rejects(store.open(key, ofSchwerin), TypeError);
    await assert.rejects(
      async () => store.remove({ tenantId: "..", fileId: randomUUID() }),
      TypeError,
    );
  });
});

describe("a file that was tampered with", () => {
  const content = randomBytes(3 * 64 * 1024 + 100);
  const manipulations: Record<string, (file: Buffer) => Buffer> = {
    "cut inside a segment": (file) => file.subarray(0, -50),
    "cut at the end of a segment": (file) =>
      file.subarray(0, BODY + 2 * SEALED),
    "cut to its header": (file) => file.subarray(0, BODY),
    "cut inside its header": (file) => file.subarray(0, 20),
    "extended by a byte": (file) => Buffer.concat([file, Buffer.alloc(1)]),
    "extended by its own first segment": (file) =>
      Buffer.concat([file, file.subarray(BODY, BODY + SEALED)]),
    reordered: (file) =>
      Buffer.concat([
        file.subarray(0, BODY),
        file.subarray(BODY + SEALED, BODY + 2 * SEALED),
        file.subarray(BODY, BODY + SEALED),
        file.subarray(BODY + 2 * SEALED),
      ]),
    "missing its second segment": (file) =>
      Buffer.concat([
        file.subarray(0, BODY + SEALED),
        file.subarray(BODY + 2 * SEALED),
      ]),
  };
  for (const [name, manipulate] of Object.entries(manipulations)) {
    test(`${name} does not open`, async () => {
      const key = await putBytes(content);
      await writeFile(pathOf(key), manipulate(await readFile(pathOf(key))));
      await assert.rejects(read(key), damaged);
    });
  }

  test("with any single bit changed does not open", async () => {
    const key = await putBytes(randomBytes(70_000));
    const original = await readFile(pathOf(key));
    const bits = fc.integer({ min: 0, max: original.length * 8 - 1 });
    await fc.assert(
      fc.asyncProperty(bits, async (bit) => {
        const changed = Buffer.from(original);
        changed.writeUInt8(
          changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)),
          bit >> 3,
        );
        await writeFile(pathOf(key), changed);
        await assert.rejects(read(key));
      }),
      { numRuns: 60 },
    );
  });

  test("does not open in the place of another file or for another tenant", async () => {
    const key = await putBytes(Buffer.from("the permit of A"));
    const other = await putBytes(Buffer.from("the permit of B"));
    await cp(pathOf(key), pathOf(other));
    await assert.rejects(read(other));

    const foreign = newKey(grabow);
    await store.put(chunked(Buffer.from("x"), [1]), foreign, ofGrabow);
    await cp(pathOf(key), pathOf(foreign));
    await assert.rejects(store.open(foreign, ofGrabow));
    await assert.rejects(store.open(foreign, ofSchwerin));
    assert.deepEqual(await read(key), Buffer.from("the permit of A"));
  });
});

describe("an upload that breaks off", () => {
  test("leaves nothing behind and passes the reason on", async () => {
    const key = newKey();
    const reason = new Error("the visitor went away");
    async function* breaking() {
      yield await Promise.resolve(randomBytes(300_000));
      throw reason;
    }
    await assert.rejects(store.put(breaking(), key, ofSchwerin), reason);
    await assert.rejects(read(key), { code: "not-found" });
    assert.deepEqual(await readdir(join(root, "unfinished")), []);
  });

  test("by a crash is cleaned up later, others are kept", async () => {
    const left = join(root, "unfinished", `${randomUUID()}.x`);
    await writeFile(left, "half");
    assert.equal(
      await store.removeUnfinished(new Date(Date.now() - 60_000)),
      0,
    );
    assert.equal(
      await store.removeUnfinished(new Date(Date.now() + 60_000)),
      1,
    );
  });
});

test("the list names every stored file with its tenant", async () => {
  const keys = [
    await putBytes(Buffer.from("1")),
    await putBytes(Buffer.from("2")),
  ];
  const listed = await collect(store.list(schwerin));
  for (const { fileId } of keys) {
    const found = listed.find((file) => file.fileId === fileId);
    assert.ok(found);
    assert.equal(found.tenantId, schwerin);
    assert.ok(Date.now() - found.storedAt.getTime() < 60_000);
  }
  assert.deepEqual(
    await collect(directoryFileStore(join(root, "not-there")).list(schwerin)),
    [],
  );
});

void describe("wrapping the key of a file with another data key", () => {
  const newer = singleTenantCipher(schwerin, 2);
  const onlyNewer = {
    ...newer,
    decrypt: (ciphertext: Uint8Array, purpose: string) => {
      assert.equal(ciphertext[4], 2);
      return newer.decrypt(ciphertext, purpose);
    },
  };

  void test("leaves its content, its age and nothing else under the older one", async () => {
    const content = randomBytes(200_000);
    const key = await putBytes(content);
    const before = await stat(pathOf(key));
    const body = (await readFile(pathOf(key))).subarray(BODY);
    assert.equal(await store.rewrap(key, newer, 2), true);
    assert.equal(await store.rewrap(key, newer, 2), false);
    assert.ok((await buffer(await store.open(key, onlyNewer))).equals(content));
    assert.ok((await readFile(pathOf(key))).subarray(BODY).equals(body));
    assert.equal(
      (await stat(pathOf(key))).mtime.getTime(),
      before.mtime.getTime(),
    );
  });

  void test("a download that has begun goes on", async () => {
    const content = randomBytes(3_000_000);
    const key = await putBytes(content);
    const stream = await store.open(key, ofSchwerin);
    await store.rewrap(key, newer, 2);
    assert.ok((await buffer(stream)).equals(content));
  });

  void test("a file that is gone is not there again; a damaged one and one of another tenant stay as they are", async () => {
    const gone = await putBytes(Buffer.from("x"));
    await store.remove(gone);
    assert.equal(await store.rewrap(gone, newer, 2), false);
    await assert.rejects(read(gone), { code: "not-found" });
    const key = await putBytes(Buffer.from("x"));
    await assert.rejects(
      store.rewrap(key, singleTenantCipher(grabow, 2), 2),
      damaged,
    );
    assert.equal((await read(key)).toString(), "x");
    await writeFile(pathOf(key), "short");
    await assert.rejects(store.rewrap(key, newer, 2), damaged);
  });

  void test("a process that does not know the newer data key changes nothing", async () => {
    const key = await putBytes(Buffer.from("x"));
    await assert.rejects(store.rewrap(key, ofSchwerin, 2), /not in use here/);
    assert.equal((await read(key)).toString(), "x");
  });
});
