import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runCommandBeside } from "./testing/run-command.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

void describe("portal export form", () => {
  let portal: TestPortal;
  let folder: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    folder = await mkdtemp(join(tmpdir(), "orh-export-"));
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await portal.close();
  });

  const run = (...args: readonly string[]) =>
    runCommandBeside(portal, "export", "form", ...args);

  void test("prints the schema and nothing else", async () => {
    const { exitCode, output, errors } = await run(
      "hundesteuer",
      "--portal",
      "schwerin",
    );
    assert.equal(exitCode, 0, errors);
    assert.match(
      output,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<xdf:xdatenfelder\.stammdatenschema\.0102 /,
    );
    assert.match(output, /<\/xdf:xdatenfelder\.stammdatenschema\.0102>\n$/);
    assert.match(output, /Hund anmelden/);
  });

  void test("writes it into a folder and says where", async () => {
    const to = join(folder, "neu");
    const { exitCode, output } = await run(
      "hundesteuer",
      "--portal",
      "schwerin",
      "--to",
      to,
    );
    assert.equal(exitCode, 0);
    const names = [
      "hundesteuer_xdf3.xml",
      "hundesteuer.schema.json",
      "hundesteuer.xsd",
    ];
    assert.deepEqual((await readdir(to)).toSorted(), names.toSorted());
    const paths = names.map((name) => join(to, name));
    assert.equal(output, `${paths.join("\n")}\n`);
    for (const path of paths)
      assert.match(await readFile(path, "utf8"), /Hund anmelden/);
  });

  void test("what it wrote can be imported, under the key it had", async () => {
    const to = join(folder, "hin-und-zurueck");
    await run("veranstaltung", "--portal", "schwerin", "--to", to);
    const { exitCode, output, errors } = await runCommandBeside(
      portal,
      "import",
      "form",
      join(to, "veranstaltung_xdf3.xml"),
      "--portal",
      "ludwigslust",
    );
    assert.equal(exitCode, 0, errors);
    assert.match(
      output,
      /veranstaltung 1\.0\.0 "Veranstaltung anmelden" is published/,
    );
  });

  void test("names what it cannot find", async () => {
    const unknown = await run("unbekannt", "--portal", "schwerin");
    assert.equal(unknown.exitCode, 1);
    assert.match(unknown.errors, /publishes no form "unbekannt"/);
    assert.equal(unknown.output, "");
  });

  void test("explains itself", async () => {
    const { exitCode, output } = await run("--help");
    assert.equal(exitCode, 0);
    assert.match(output, /XDatenfelder 3\.0\.0/);
    assert.match(output, /--to <folder>/);
  });
});
