import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { crc32, inflateRawSync } from "node:zlib";
import { zipStream } from "./zip-stream.ts";

/** Reads an archive by its directory, as unpacking programs do. */
function unpack(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  assert.equal(archive.readUInt32LE(end), 0x06054b50);
  let at = archive.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(archive.readUInt32LE(at), 0x02014b50);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const start = archive.readUInt32LE(at + 42) + 30 + nameLength;
    const content = inflateRawSync(
      archive.subarray(start, start + archive.readUInt32LE(at + 20)),
    );
    assert.equal(content.length, archive.readUInt32LE(at + 24));
    assert.equal(crc32(content), archive.readUInt32LE(at + 16));
    files.set(name, content);
    at += 46 + nameLength;
  }
  return files;
}

const modifiedAt = new Date("2027-03-03T08:00:02Z");

void test("an archive gives back what went in, with names in any script, also nothing at all", async () => {
  const contents = new Map([
    ["Bescheid & Anlage.pdf", [Buffer.alloc(200_000, "ab"), Buffer.from("c")]],
    ["Ordner/Führerschein Œ.txt", [Buffer.from("größer")]],
    ["leer", []],
  ]);
  const entries = [...contents].map(([name, chunks]) => ({
    name,
    modifiedAt,
    open: () => Promise.resolve(asStream(chunks)),
  }));
  const files = unpack(await buffer(zipStream(entries)));
  assert.deepEqual([...files.keys()], [...contents.keys()]);
  for (const [name, chunks] of contents)
    assert.deepEqual(files.get(name), Buffer.concat(chunks));
  assert.equal(unpack(await buffer(zipStream([]))).size, 0);
});

void test("a file that breaks off breaks the archive", async () => {
  const entry = {
    name: "a",
    modifiedAt,
    open: () => Promise.resolve(breakingOff()),
  };
  await assert.rejects(buffer(zipStream([entry])), /damaged/);
});

async function* asStream(chunks: readonly Buffer[]) {
  yield* chunks;
}

async function* breakingOff() {
  yield Buffer.from("half");
  throw new Error("damaged");
}
