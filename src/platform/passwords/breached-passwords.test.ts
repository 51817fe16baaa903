import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { openBreachedPasswords } from "./breached-passwords.ts";
import { faultOfPassword, refuseBreached } from "./password-rules.ts";

const hashOf = (password: string) =>
  createHash("sha1").update(password).digest("hex").toUpperCase();

/** Those of the list have an even number, their neighbours in order an odd one or none. */
const leaked = (number: number) => `Kieselstein ${String(number * 2)} rollt`;
const unheard = (number: number) =>
  `Kieselstein ${String(number * 2 + 1)} rollt`;
const count = 2_000;
const numbers = Array.from({ length: count }, (_, number) => number);

void describe("a list of leaked passwords", () => {
  let folder = "";
  let file = "";
  const write = async (name: string, text: string) => {
    const place = path.join(folder, name);
    await writeFile(place, text);
    return place;
  };
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-breached-"));
    const lines = numbers
      .map((number) => `${hashOf(leaked(number))}:${String(number ** 2 + 1)}`)
      .toSorted();
    file = await write("pwned.txt", lines.join("\r\n"));
  });
  after(() => rm(folder, { recursive: true }));

  void test("holds each of its passwords, the first and the last too, and no other", async () => {
    const list = await openBreachedPasswords(file);
    for (const number of numbers) {
      assert.ok(await list.holds(leaked(number)), leaked(number));
      assert.ok(!(await list.holds(unheard(number))), unheard(number));
    }
    await list.close();
  });

  void test("may have one line only, with or without its end and its number", async () => {
    const hash = hashOf(leaked(1));
    for (const text of [hash, `${hash}\n`, `${hash}:7\r\n`]) {
      const list = await openBreachedPasswords(await write("one.txt", text));
      assert.ok(await list.holds(leaked(1)));
      assert.ok(!(await list.holds(leaked(2))));
      await list.close();
    }
  });

  void test("is not taken when it is something else, or out of order", async () => {
    const [small, large] = [hashOf(leaked(1)), hashOf(leaked(2))].toSorted();
    for (const text of ["", "geheim\n", `${large}:1\n${small}:1\n`])
      await assert.rejects(
        openBreachedPasswords(await write("other.txt", text)),
        /no list of SHA-1 hashes/,
      );
  });

  void test("keeps people from choosing one of them, as it stands there", async () => {
    assert.equal(await faultOfPassword(leaked(7), ""), undefined);
    const list = await openBreachedPasswords(file);
    const stop = refuseBreached(list);
    assert.equal(await faultOfPassword(leaked(7), ""), "too-common");
    assert.equal(await faultOfPassword(unheard(7), ""), undefined);
    stop();
    await list.close();
    assert.equal(await faultOfPassword(leaked(7), ""), undefined);
  });
});
