import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const program = join(import.meta.dirname, "portal.ts");

void describe("portal form", () => {
  let portal: TestPortal;
  let folder: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    folder = await mkdtemp(join(tmpdir(), "orh-form-"));
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await portal.close();
  });

  /** The command as an operator types it, on the portal's database while it runs. */
  const run = (...given: readonly string[]) => {
    const { dataDir, databaseUrl } = portal.services.settings;
    const env = {
      ...process.env,
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
    };
    const args = [program, "form", ...given, "--portal", "ludwigslust"];
    return new Promise<{ code: number; output: string }>((resolve) => {
      execFile(
        process.execPath,
        args,
        { env, timeout: 20_000 },
        (error, stdout, stderr) => {
          resolve({
            code: error ? Number(error.code) : 0,
            output: stdout + stderr,
          });
        },
      );
    });
  };

  const start = async () =>
    (
      await visitorOf(portal, "ludwigslust").visit(
        "/leistungen/hundesteuer/antrag",
      )
    ).text;

  void test("refines, publishes and takes back, and says what is wrong", async () => {
    const printed = await run("overlay", "hundesteuer");
    assert.equal(printed.code, 0, printed.output);
    const overlay = JSON.parse(printed.output) as object;

    const file = join(folder, "overlay.json");
    await writeFile(file, JSON.stringify({ ...overlay, titel: "x" }));
    const refused = await run("overlay", "hundesteuer", "--file", file);
    assert.equal(refused.code, 1);
    assert.match(refused.output, /titel: unrecognized_keys/);

    const documents = ["Ludwigsluster Hundepass"];
    await writeFile(file, JSON.stringify({ ...overlay, documents }));
    const stored = await run("overlay", "hundesteuer", "--file", file);
    assert.match(stored.output, /version 1/);
    assert.doesNotMatch(await start(), /Hundepass/);
    const published = await run("publish", "hundesteuer");
    assert.equal(published.code, 0, published.output);
    assert.match(await start(), /Ludwigsluster Hundepass/);

    assert.equal((await run("withdraw", "hundesteuer")).code, 0);
    assert.doesNotMatch(await start(), /Hundepass/);
    const again = await run("withdraw", "hundesteuer");
    assert.match(again.output, /publishes no form "hundesteuer" of its own/);
    const unknown = await run("publish", "katzensteuer");
    assert.match(unknown.output, /There is no form "katzensteuer"/);
  });
});
