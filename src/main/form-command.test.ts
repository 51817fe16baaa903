import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runCommandBeside } from "./testing/run-command.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

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

  const run = (...given: readonly string[]) =>
    runCommandBeside(portal, "form", ...given, "--portal", "ludwigslust");

  const start = async () =>
    (
      await visitorOf(portal, "ludwigslust").visit(
        "/leistungen/hundesteuer/antrag",
      )
    ).text;

  void test("refines, publishes and takes back, and says what is wrong", async () => {
    const printed = await run("overlay", "hundesteuer");
    assert.equal(printed.exitCode, 0, printed.errors);
    const overlay = JSON.parse(printed.output) as object;

    const file = join(folder, "overlay.json");
    await writeFile(file, JSON.stringify({ ...overlay, titel: "x" }));
    const refused = await run("overlay", "hundesteuer", "--file", file);
    assert.equal(refused.exitCode, 1);
    assert.match(refused.errors, /titel: Diesen Eintrag gibt es nicht/);

    const documents = ["Ludwigsluster Hundepass"];
    await writeFile(file, JSON.stringify({ ...overlay, documents }));
    const stored = await run("overlay", "hundesteuer", "--file", file);
    assert.match(stored.output, /version 1/);
    assert.doesNotMatch(await start(), /Hundepass/);
    const published = await run("publish", "hundesteuer");
    assert.equal(published.exitCode, 0, published.errors);
    assert.match(await start(), /Ludwigsluster Hundepass/);

    assert.equal((await run("withdraw", "hundesteuer")).exitCode, 0);
    assert.doesNotMatch(await start(), /Hundepass/);
    const again = await run("withdraw", "hundesteuer");
    assert.match(again.errors, /publishes no form "hundesteuer" of its own/);
    const unknown = await run("publish", "katzensteuer");
    assert.match(unknown.errors, /There is no form "katzensteuer"/);
  });
});
