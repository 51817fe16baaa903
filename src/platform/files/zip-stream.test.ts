import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { unpack } from "./testing/unpack-zip.ts";
import { zipStream } from "./zip-stream.ts";

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
