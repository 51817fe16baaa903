import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

const here = path.join(import.meta.dirname, "../..");

/** A program in the portal's place: small, with all that a bundle must not break. */
const program = {
  "src/main/portal.ts": `import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { fault } from "../platform/fault.ts";

const note: string = readFileSync(new URL("./note.txt", import.meta.url), "utf8");
const worker = new Worker(new URL("../platform/pdf/pdf-worker.ts", import.meta.url));
const thread = await new Promise((tell) => worker.once("message", tell));
const { late } = await import("../platform/late.ts");
console.log(JSON.stringify({ note, thread, late, runs: process.argv[1], trace: fault().stack }));
`,
  "src/main/note.txt": "one",
  "src/platform/fault.ts": `type Told = { stack: string };

// The line below is the sixth.
class Fault extends Error {}
export function fault(): Told { return new Error("as it was – thrown") as Told;
}
void Fault;
`,
  "src/platform/late.ts": `export const late = "Straße – spät";\n`,
  "src/platform/late.test.ts": `throw new Error("no test is part of it");\n`,
  "src/platform/pdf/pdf-worker.ts": `import { parentPort } from "node:worker_threads";
const from: string = import.meta.url;
parentPort?.postMessage({ from, trace: new Error("in the thread").stack });
// The line above is the third.
`,
  "package.json": `{ "type": "module" }`,
  "package-lock.json": "{}",
};

type Told = {
  readonly note: string;
  readonly late: string;
  readonly trace: string;
  readonly thread: { readonly from: string; readonly trace: string };
};

void describe("the bundle of a tree", () => {
  let root: string;
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), "orh-bundle-ä "));
    for (const [file, text] of Object.entries(program)) await put(file, text);
    for (const part of ["bin", "scripts/bundle", "scripts/bundle.ts"])
      cpSync(path.join(here, part), path.join(root, part), { recursive: true });
    symlinkSync(
      path.join(here, "node_modules"),
      path.join(root, "node_modules"),
    );
  });
  after(() => rm(root, { recursive: true, force: true }));

  const put = async (file: string, text: string) => {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  const run = () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.join(root, "bin/run-portal.mjs")],
      {
        encoding: "utf8",
        env: { ...process.env, NODE_COMPILE_CACHE: "" },
      },
    );
    assert.equal(status, 0, stderr);
    return { told: JSON.parse(stdout) as Told, stderr };
  };
  const bundles = () => readdir(path.join(root, ".cache/bundle"));
  const urlOf = (file: string) => pathToFileURL(path.join(root, file)).href;

  void test("is made by the first start, compiled, and taken by the next", async () => {
    assert.match(
      run().stderr,
      /^OpenRathaus: puts its program together, .*\n$/,
    );
    const [made = assert.fail(), ...others] = await bundles();
    assert.deepEqual(others, []);
    const files = await readdir(path.join(root, ".cache/bundle", made));
    assert.ok(files.includes("portal.mjs"), files.join());
    assert.ok(files.includes("compiled"), files.join());
    assert.equal(run().stderr, "");
    assert.deepEqual(await bundles(), [made]);
  });

  void test("finds files beside its sources, loads parts late and starts a thread of its own", () => {
    const { told } = run();
    assert.equal(told.note, "one");
    assert.equal(told.late, "Straße – spät");
    assert.equal(told.thread.from, urlOf("src/platform/pdf/pdf-worker.ts"));
    assert.ok(
      told.thread.trace.includes(
        `${urlOf("src/platform/pdf/pdf-worker.ts")}:3`,
      ),
      told.thread.trace,
    );
  });

  void test("names sources and their lines where a fault comes from", () => {
    const { told } = run();
    assert.match(told.trace, /^Error: as it was – thrown\n/);
    assert.ok(
      told.trace.includes(`at fault (${urlOf("src/platform/fault.ts")}:5)`),
      told.trace,
    );
    assert.ok(
      told.trace.includes(`${urlOf("src/main/portal.ts")}:9`),
      told.trace,
    );
  });

  void test("is never run after a source, a package or what makes it has changed", async () => {
    const before = await bundles();
    await put("src/platform/late.ts", `export const late = "später";\n`);
    assert.equal(run().told.late, "später");
    assert.equal((await bundles()).length, before.length + 1);
    await put("package-lock.json", `{ "lockfileVersion": 3 }`);
    run();
    assert.equal((await bundles()).length, before.length + 2);
  });

  void test("stays when only a test or a text that is read at run time has changed", async () => {
    const before = await bundles();
    await put("src/platform/late.test.ts", "");
    await put("src/main/note.txt", "two");
    assert.equal(run().told.note, "two");
    assert.deepEqual(await bundles(), before);
  });

  void test("leaves the last few, of which programs may still load a part", async () => {
    for (const version of ["a", "b", "c"]) {
      await put("src/platform/late.ts", `export const late = "${version}";\n`);
      assert.equal(run().told.late, version);
    }
    assert.equal((await bundles()).length, 4);
  });

  void test(
    "is neither taken from a folder of somebody else nor put there, also by root",
    { skip: process.getuid?.() !== 0 && "only root may give folders away" },
    async () => {
      const before = await bundles();
      const cache = path.join(root, ".cache");
      const foreign = async (place: string) => {
        await chown(place, 65_534, 65_534);
        const { told, stderr } = run();
        await chown(place, 0, 0);
        assert.match(stderr, /belongs to another user/);
        assert.match(told.trace, /fault\.ts:5:\d+\)/);
        return told;
      };
      await foreign(cache);
      await foreign(path.join(cache, "bundle"));
      await put("src/platform/late.ts", `export const late = "foreign";\n`);
      assert.equal((await foreign(cache)).late, "foreign");
      assert.deepEqual(await bundles(), before);
      await put("src/platform/late.ts", `export const late = "c";\n`);
      assert.equal(run().stderr, "");
    },
  );

  void test("is done without where it cannot be made: the program runs from its sources and says so", async () => {
    const cache = path.join(root, ".cache");
    await rename(cache, `${cache}-away`);
    await writeFile(cache, "not a folder");
    const { told, stderr } = run();
    assert.equal(told.late, "c");
    assert.match(stderr, /it runs from its sources and needs more memory/);
    assert.match(told.trace, /fault\.ts:5:\d+\)/);
  });
});
