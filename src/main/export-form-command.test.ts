import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const program = join(import.meta.dirname, "portal.ts");

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

  /** The command as an operator types it, on the portal's database while it runs. */
  const run = (...args: readonly string[]) => command("export", ...args);

  const command = async (verb: string, ...args: readonly string[]) => {
    const { dataDir, databaseUrl } = portal.services.settings;
    const env = {
      ...process.env,
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
    };
    return new Promise<{ code: number; stdout: string; stderr: string }>(
      (resolve) => {
        execFile(
          process.execPath,
          [program, verb, "form", ...args],
          { env, timeout: 20_000 },
          (error, stdout, stderr) => {
            resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
          },
        );
      },
    );
  };

  void test("prints the schema and nothing else", async () => {
    const { code, stdout, stderr } = await run(
      "hundesteuer",
      "--portal",
      "schwerin",
    );
    assert.equal(code, 0, stderr);
    assert.match(
      stdout,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<xdf:xdatenfelder\.stammdatenschema\.0102 /,
    );
    assert.match(stdout, /<\/xdf:xdatenfelder\.stammdatenschema\.0102>\n$/);
    assert.match(stdout, /Hund anmelden/);
  });

  void test("writes it into a folder and says where", async () => {
    const to = join(folder, "neu");
    const { code, stdout } = await run(
      "hundesteuer",
      "--portal",
      "schwerin",
      "--to",
      to,
    );
    assert.equal(code, 0);
    const names = ["hundesteuer_xdf3.xml", "hundesteuer.schema.json"];
    assert.deepEqual((await readdir(to)).toSorted(), names.toSorted());
    const paths = names.map((name) => join(to, name));
    assert.equal(stdout, `${paths.join("\n")}\n`);
    for (const path of paths)
      assert.match(await readFile(path, "utf8"), /Hund anmelden/);
  });

  void test("what it wrote can be imported, under the key it had", async () => {
    const to = join(folder, "hin-und-zurueck");
    await run("veranstaltung", "--portal", "schwerin", "--to", to);
    const { code, stdout, stderr } = await command(
      "import",
      join(to, "veranstaltung_xdf3.xml"),
      "--portal",
      "ludwigslust",
    );
    assert.equal(code, 0, stderr);
    assert.match(
      stdout,
      /veranstaltung 1\.0\.0 "Veranstaltung anmelden" is published/,
    );
  });

  void test("names what it cannot find", async () => {
    const unknown = await run("unbekannt", "--portal", "schwerin");
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /publishes no form "unbekannt"/);
    assert.equal(unknown.stdout, "");
  });

  void test("explains itself", async () => {
    const { code, stdout } = await run("--help");
    assert.equal(code, 0);
    assert.match(stdout, /XDatenfelder 3\.0\.0/);
    assert.match(stdout, /--to <folder>/);
  });
});
