import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { promisify } from "node:util";

type World = { readonly folder: string; readonly script: string };

/** A script with a type, in a folder of its own. */
async function openWorld(t: TestContext): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), "orh-scripts-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
  const script = path.join(folder, "say.ts");
  await sayIn(script, "one");
  return { folder, script };
}

const sayIn = (script: string, word: string) =>
  writeFile(script, `const word: string = "${word}";\nconsole.log(word);\n`);

/** What the script says in a process of its own. */
async function run(
  { script }: World,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const hook = new URL("scripts-without-types.ts", import.meta.url).href;
  const main = `
    import { keepScriptsWithoutTypes } from ${JSON.stringify(hook)};
    keepScriptsWithoutTypes();
    await import(${JSON.stringify(script)});`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", main],
    { env: { ...process.env, ...environment } },
  );
  return stdout.trim();
}

/** The one script that was kept. */
async function keptScript(cache: string): Promise<string> {
  const names = await readdir(cache, { recursive: true });
  const kept = names.filter((name) => /without-types.[0-9a-f]{64}$/.test(name));
  assert.equal(kept.length, 1);
  return path.join(cache, kept[0] ?? "");
}

void test("a script is read without its types from where it was put when it was first loaded, and anew when it has changed", async (t) => {
  const world = await openWorld(t);
  const cache = path.join(world.folder, "cache");
  const withCache = () => run(world, { NODE_COMPILE_CACHE: cache });
  assert.equal(await withCache(), "one");
  const kept = await keptScript(cache);
  assert.match(await readFile(kept, "utf8"), /^const word += "one";/);
  await writeFile(kept, 'console.log("kept");');
  assert.equal(await withCache(), "kept");
  await sayIn(world.script, "two");
  assert.equal(await withCache(), "two");
});

void test("without a compile cache scripts are loaded as Node does", async (t) => {
  const world = await openWorld(t);
  assert.equal(await run(world, { NODE_DISABLE_COMPILE_CACHE: "1" }), "one");
});
