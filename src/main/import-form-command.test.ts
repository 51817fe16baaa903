import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  listSharedFiles,
  readSharedFile,
  sharedDataMissing,
} from "../platform/testing/shared-data.ts";
import {
  describeImportMessage,
  importForm,
} from "../modules/forms/commands.ts";
import { systemActor } from "./services.ts";
import { runCommandBeside } from "./testing/run-command.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const secret = "inhalt-einer-fremden-datei";

void describe("portal import form", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let folder: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    folder = await mkdtemp(join(tmpdir(), "orh-import-"));
    await writeFile(join(folder, "secret.txt"), secret);
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await owner.close();
    await portal.close();
  });

  /** All rows of what an import writes. */
  const formRows = () =>
    owner.query(
      `select (select md5(string_agg(v::text, ',' order by id)) from forms.form_version v) as versions,
              (select md5(string_agg(p::text, ',' order by p::text)) from forms.publication p) as publications,
              (select md5(string_agg(l::text, ',' order by l::text)) from catalogue.leistung l) as leistungen`,
    );

  /** By the use case behind the command, which costs no process. */
  const refusedImport = async (name: string, content: Buffer) => {
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const result = await importForm(context, {
      schema: { name, content },
      codeLists: [],
    });
    assert.ok(!result.ok && result.refusal.kind === "form-invalid", name);
    return result.refusal.messages
      .map((message) => describeImportMessage(message, "de"))
      .join("\n");
  };

  const assertRefused = async (refuse: () => Promise<string>) => {
    const before = await formRows();
    const message = await refuse();
    assert.match(message, /Zeile \d+/);
    assert.doesNotMatch(message, new RegExp(secret));
    assert.deepEqual(await formRows(), before);
  };

  const refusedCommand = async (name: string, content: string) => {
    const file = join(folder, name);
    await writeFile(file, content);
    const to = ["--portal", "schwerin", "--leistung", "bewohnerparkausweis"];
    const run = await runCommandBeside(portal, "import", "form", file, ...to);
    assert.equal(run.exitCode, 1, run.output);
    assert.match(run.errors, /The form was refused, nothing was changed/);
    assert.doesNotMatch(
      run.errors,
      /\n\s+at /,
      "no stack trace for the operator",
    );
    return run.errors;
  };

  const skip = sharedDataMissing();
  const broken = skip === false ? listSharedFiles("xdatenfelder/broken") : [];
  void test(
    "refuses every broken document with line and reason and writes nothing",
    { skip },
    async () => {
      assert.ok(broken.length >= 9);
      for (const name of broken)
        await assertRefused(() =>
          refusedImport(name, readSharedFile(`xdatenfelder/broken/${name}`)),
        );
    },
  );

  void test("refuses a bomb of entities at once", async () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? "ha" : `&e${String(level - 1)};`.repeat(10);
      return `<!ENTITY e${String(level)} "${inner}">`;
    });
    const started = performance.now();
    await assertRefused(() =>
      refusedCommand(
        "bomb.xml",
        `<?xml version="1.0"?>\n<!DOCTYPE b [${levels.join("")}]>\n<b>&e11;</b>`,
      ),
    );
    assert.ok(performance.now() - started < 10_000);
  });

  void test("refuses external entities without opening them", async () => {
    const file = join(folder, "secret.txt");
    await assertRefused(() =>
      refusedCommand(
        "external.xml",
        `<?xml version="1.0"?>\n<!DOCTYPE b [<!ENTITY x SYSTEM "file://${file}">]>\n<b>&x;</b>`,
      ),
    );
    const parameter = `<?xml version="1.0"?>\n<!DOCTYPE b [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>\n<b/>`;
    await assertRefused(() =>
      refusedImport("parameter.xml", Buffer.from(parameter)),
    );
  });

  void test("refuses what is no XML, is cut off or nests without end", async () => {
    for (const content of [
      Buffer.from([0, 1, 2, 3, 255, 254]),
      Buffer.from("<a>".repeat(200_000)),
      Buffer.alloc(0),
    ])
      await assertRefused(() => refusedImport("odd.xml", content));
  });
});
