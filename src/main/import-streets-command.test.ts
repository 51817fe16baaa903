import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runCommandBeside } from "./testing/run-command.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("portal import streets", () => {
  let portal: TestPortal;
  let folder: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    folder = await mkdtemp(join(tmpdir(), "orh-streets-"));
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await portal.close();
  });

  const importFile = async (...lines: readonly string[]) => {
    const file = join(folder, "strassen.csv");
    await writeFile(file, lines.join("\r\n"));
    return runCommandBeside(portal, "import", "streets", file);
  };

  const offered = async (query: string) => {
    const { text } = await visitorOf(portal, "schwerin").visit(
      `/vorschlaege/strassen?${query}`,
    );
    return JSON.parse(text) as { readonly streets: readonly unknown[] };
  };

  void test("brings streets that are then offered, and names the lines it skips", async () => {
    const brought = await importFile(
      "ars;plz;ort;strasse",
      "130040000000;19053;Schwerin;Zwirbelgasse",
      "130040000000;190;Schwerin;Zwirbelweg",
    );
    assert.equal(brought.exitCode, 0, brought.errors);
    assert.match(brought.output, /^1 lines with streets of 1 communes/m);
    assert.match(brought.errors, /^line 3 is skipped: the postcode/m);
    const street = {
      name: "Zwirbelgasse",
      town: "Schwerin",
      postcodes: ["19053"],
    };
    assert.deepEqual(await offered("strasse=zwirbel"), { streets: [street] });
    assert.deepEqual(await offered("strasse=zwirbel&plz=19288"), {
      streets: [],
    });
  });

  void test("says what is wrong with the file, and explains itself", async () => {
    const wrong = await importFile("Name;Nummer", "a;b");
    assert.equal(wrong.exitCode, 1);
    assert.match(wrong.errors, /Nothing was changed: the first line must name/);
    const missing = await runCommandBeside(
      portal,
      "import",
      "streets",
      join(folder, "fehlt.csv"),
    );
    assert.match(missing.errors, /fehlt\.csv cannot be read/);
    assert.doesNotMatch(missing.errors, /^\s+at /m);
    const help = await runCommandBeside(portal, "import", "streets", "--help");
    assert.match(help.output, /ars;plz;ort;strasse/);
  });

  void test("brings places, too, which are then offered as towns", async () => {
    const file = join(folder, "orte.csv");
    await writeFile(file, "ars;ort;plz\n091620000000;Bergstadt;80331\nx;y;z");
    const brought = await runCommandBeside(
      portal,
      "import",
      "places",
      file,
      "--set-version",
      "2026-06-30",
    );
    assert.equal(brought.exitCode, 0, brought.errors);
    assert.match(brought.output, /^1 places of 2026-06-30 are stored/m);
    assert.match(brought.errors, /^line 3 is skipped: the ARS must/m);
    const { text } = await visitorOf(portal, "schwerin").visit(
      "/vorschlaege/orte?plz=80331",
    );
    assert.deepEqual(JSON.parse(text), {
      towns: [{ name: "Bergstadt", postcodes: ["80331"] }],
    });
  });
});
