import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { findLeistungBySlug } from "../modules/catalogue/index.ts";
import { typedLeistung } from "../modules/catalogue/domain/typed/leistung-form.ts";
import { keepPlansHandler } from "../modules/catalogue/jobs/keep-plans.ts";
import { publishPlannedHandler } from "../modules/catalogue/jobs/publish-planned.ts";
import { readEdited } from "../modules/catalogue/use-cases/editing/edit-leistung.ts";
import { planPublication } from "../modules/catalogue/use-cases/editing/plan-publication.ts";
import { demoLogins } from "../modules/staff/demo/seed-staff-demo.ts";
import type { Manifest } from "../platform/backup/manifest.ts";
import type { TestDatabase } from "../platform/testing/test-database.ts";
import { newId } from "../platform/values/id.ts";
import type { JobHandler } from "../shell/worker/job.ts";
import { systemActor } from "./services.ts";
import { apply } from "./testing/applicant.ts";
import {
  startInstallation,
  withInstallation,
} from "./testing/other-installation.ts";
import {
  runCommand,
  runCommandBeside,
  type CommandInput,
} from "./testing/run-command.ts";
import { openAsOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Reachable, type Visitor } from "./testing/visitor.ts";

const slug = "bewohnerparkausweis";

void describe("an authority that moves to another installation", () => {
  let folder: string;
  let portal: TestPortal;
  let sent: { readonly reference: string };
  let exported: string;
  let identity: string;
  let recipient: string;
  const publishAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 864_000_000);
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "orh-move-"));
    portal = await startTestPortal({ worker: false });
    sent = await apply(visitorOf(portal, "schwerin"), slug);
    await apply(visitorOf(portal, "grabow"), "hundesteuer");
    await planWords();
    const { output: pair } = await runCommandBeside(portal, "backup", "key");
    recipient = /age1\w+/.exec(pair)?.[0] ?? assert.fail();
    identity = path.join(folder, "move.key");
    await writeFile(identity, pair);
    exported = path.join(folder, "schwerin");
    const made = await exportTo(exported);
    assert.equal(made.exitCode, 0, made.errors);
  });
  after(async () => {
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** An editor plans new words for a Leistung, ten days ahead. */
  const planWords = async () => {
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: { kind: "staff", id: newId(), may: () => true },
    });
    const found = await findLeistungBySlug(context, "hundesteuer");
    const edited = found && (await readEdited(context, found.id));
    assert.ok(edited);
    const { id, version: base, content: before } = edited;
    const planned = await planPublication(
      context,
      {
        ...{ id, base, publishAt },
        content: { ...before, notes: { de: "<p>Neu ab Januar</p>" } },
      },
      {
        ...{ leistungId: id, base, revision: 0 },
        ...{ before: typedLeistung(before), typed: typedLeistung(before) },
      },
    );
    assert.ok(planned.ok, JSON.stringify(planned));
  };

  /** The hourly job and what it enqueues, run at the planned moment. */
  const publishAsPlanned = async (database: TestDatabase, tenantId: string) => {
    const owner = openAsOwner(database.address);
    const run = (handler: JobHandler, now: Date, payload: unknown) =>
      handler.run({
        context: database.contextFor({ tenantId, actor: systemActor, now }),
        jobId: "1",
        attempt: 1,
        payload,
        signal: new AbortController().signal,
      });
    await run(keepPlansHandler(), new Date(), {});
    const jobs = await owner.query<{ payload: unknown; run_at: Date }>(
      "select payload, run_at from jobs.job where name = 'catalogue.publish-planned'",
    );
    assert.deepEqual(
      jobs.map((job) => job.run_at),
      [publishAt],
    );
    const done = await run(
      publishPlannedHandler(undefined),
      publishAt,
      jobs[0]?.payload,
    );
    assert.deepEqual(done, { kind: "done" });
    const [published] = await owner.query<{ notes: string }>(
      "select content -> 'notes' ->> 'de' as notes from catalogue.leistung where tenant_id = $1 and slug = 'hundesteuer'",
      [tenantId],
    );
    assert.match(published?.notes ?? "", /Neu ab Januar/);
    await owner.close();
  };

  const exportTo = (target: string, host = "schwerin") =>
    runCommandBeside(
      portal,
      ...["tenant", "export", host, target, "--recipient", recipient],
    );
  const importInto = (input: CommandInput, ...words: readonly string[]) =>
    runCommand(
      input,
      ...["tenant", "import", exported, "--identity", identity],
      ...words,
    );

  void test("arrives whole beside those that are there: rows, uploads, keys, log and logins; nothing of others is in it", async () => {
    const seals = path.join(folder, "seals.json");
    const printed = await runCommandBeside(
      portal,
      ...["audit", "seals", "--portal", "schwerin"],
    );
    await writeFile(seals, printed.output);
    await withInstallation(undefined, async (input, database) => {
      await addAuthority(input, "installation", undefined);
      await addAuthority(input, "kreis", { host: "lup", ars: "130760000000" });
      const run = await importInto(input, "--parent", "lup");
      assert.equal(run.exitCode, 0, run.errors);
      const verified = await runCommand(
        input,
        ...["audit", "verify", "--portal", "schwerin", "--seals", seals],
      );
      assert.match(verified.output, /intact/, verified.errors);

      const again = path.join(folder, "again");
      const second = await runCommand(
        input,
        ...["tenant", "export", "schwerin", again, "--recipient", recipient],
      );
      assert.equal(second.exitCode, 0, second.errors);
      assert.deepEqual(await countsOf(again), await countsOf(exported));

      const owner = openAsOwner(database.address);
      const tenants = await owner.query<{ host: string; parent: string }>(
        `select authority.host, above.host as parent from tenants.authority
         left join tenants.authority as above on above.id = authority.parent_id order by 1`,
      );
      assert.deepEqual(tenants, [
        { host: "", parent: null },
        { host: "lup", parent: null },
        { host: "schwerin", parent: "lup" },
      ]);
      const others = await owner.query(
        "select from submissions.submission where leistung_slug = 'hundesteuer'",
      );
      assert.deepEqual(others, []);
      await owner.close();
      await assertWorks(input);
    });
  });

  /** Receipt, sign-in, answers and the upload. */
  const assertWorks = async (input: CommandInput) => {
    const { portal: moved, stop } = await startInstallation(input);
    try {
      await assertReadable(moved);
    } finally {
      await stop();
    }
  };

  const assertReadable = async (moved: Reachable) => {
    const guest = visitorOf(moved, "schwerin");
    const receipt = await guest.visit(`/quittung/${sent.reference}`);
    assert.equal(receipt.status, 200);
    assert.match(receipt.text, new RegExp(sent.reference));
    const kevin = await signIn(visitorOf(moved, "schwerin"));
    const list = await kevin.visit(`/arbeitsplatz?q=${sent.reference}`);
    const vorgang =
      /\/arbeitsplatz\/vorgaenge\/[0-9a-f-]{36}/.exec(list.text)?.[0] ??
      assert.fail(list.text);
    const page = await kevin.visit(vorgang);
    assert.match(page.text, /Xaveria/);
    const file = /href="([^"]*\/dateien?\/[^"]+)"/.exec(page.text)?.[1];
    assert.equal((await kevin.visit(file ?? assert.fail())).status, 200);
  };

  const signIn = async (visitor: Visitor): Promise<Visitor> => {
    const [kevin] = demoLogins(await portal.portal("schwerin"));
    assert.ok(kevin);
    const answer = await visitor.visit("/arbeitsplatz/anmelden", {
      fields: { login: kevin.login, password: kevin.password },
    });
    assert.equal(answer.status, 303);
    return visitor;
  };

  void test("a form that is here under another id is found under that", async () => {
    await withInstallation(undefined, async (input, database) => {
      await addAuthority(input, "installation", undefined);
      const there = openAsOwner(database.address);
      const here = openAsOwner(portal.databaseAddress);
      const [version] = await here.query<{ row: object; id: string }>(
        `select id, to_jsonb(form_version) - 'title' - 'release_status' - 'untranslated_rules' - 'is_refined' as row
         from forms.form_version where id = (
           select form_version_id from submissions.submission where reference = $1)`,
        [sent.reference],
      );
      await here.close();
      await there.query(
        `insert into forms.form_version (id, form_key, version, definition, content_hash, imported_at)
         select gen_random_uuid(), form_key, version, definition, content_hash, imported_at
         from jsonb_populate_record(null::forms.form_version, $1::jsonb)`,
        [JSON.stringify(version?.row)],
      );
      const run = await importInto(input, "--without-jobs");
      assert.equal(run.exitCode, 0, run.errors);
      const [kept] = await there.query<{ id: string; jobs: number }>(
        `select form_version_id as id, (select count(*)::int from jobs.job) as jobs from submissions.submission
         join forms.form_version on form_version.id = form_version_id where reference = $1`,
        [sent.reference],
      );
      assert.ok(kept);
      assert.notEqual(kept.id, version?.id);
      assert.equal(kept.jobs, 0);
      await there.close();
      const { tenantId } = await portal.portal("schwerin");
      await publishAsPlanned(database, tenantId);
      await assertWorks(input);
    });
  });

  void test("is refused where it is already, is damaged, or the key is another; then nothing has changed", async () => {
    const twice = await importIntoOld();
    assert.match(twice.errors, /is in this installation already/);
    assert.match((await exportTo(exported)).errors, /is there already/);
    assert.match(
      (await exportTo(path.join(folder, "whole"), "betrieb")).errors,
      /cannot move/,
    );
    await withInstallation(undefined, async (input, database) => {
      const other = path.join(folder, "other.key");
      await writeFile(other, (await runCommand(input, "backup", "key")).output);
      const wrong = await importInto(input, "--identity", other);
      assert.match(wrong.errors, /another one than the back-up was made for/);
      const restored = await runCommand(input, "backup", "restore", exported);
      assert.match(restored.errors, /tenant import/);
      await addAuthority(input, "stadt", {
        host: "andere",
        ars: "130040000000",
      });
      const sameArs = await importInto(input);
      assert.match(sameArs.errors, /ARS of .* is here already/);
      const manifest = path.join(exported, "manifest.json");
      const text = await readFile(manifest, "utf8");
      await writeFile(manifest, text.replace("Schwerin", "Schwerim"));
      assert.match((await importInto(input)).errors, /damaged/);
      await writeFile(manifest, text);
      const owner = openAsOwner(database.address);
      assert.deepEqual(
        await owner.query("select from submissions.submission"),
        [],
      );
      await owner.close();
    });
  });

  void test("its old portal is closed and opened again", async () => {
    const run = (word: string) =>
      runCommandBeside(portal, "tenant", word, "grabow");
    const home = async () =>
      (await visitorOf(portal, "grabow").visit("/")).status;
    assert.equal((await run("close")).exitCode, 0);
    await until(async () => (await home()) === 404);
    const log = await runCommandBeside(
      portal,
      ...["audit", "verify", "--portal", "grabow"],
    );
    assert.match(log.output, /intact/, log.errors);
    assert.equal((await run("open")).exitCode, 0);
    await until(async () => (await home()) === 200);
    assert.match(
      (await runCommandBeside(portal, "tenant", "close", "mond")).errors,
      /no authority with the host label "mond"/,
    );
  });

  const importIntoOld = () =>
    runCommandBeside(
      portal,
      ...["tenant", "import", exported, "--identity", identity],
    );
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isTrue()) return;
    await sleep(50);
  }
  assert.fail("never became true");
}

/** The installation itself has neither a place nor a host label. */
async function addAuthority(
  input: CommandInput,
  kind: "installation" | "kreis" | "stadt",
  where: { readonly host: string; readonly ars: string } | undefined,
): Promise<void> {
  const place = where ? ["--ars", where.ars, "--host", where.host] : [];
  const added = await runCommand(
    input,
    ...["tenant", "add", "--name", "Andere", "--short", "Andere"],
    ...["--kind", kind, ...place],
    ...["--street", "Markt 1", "--postcode", "19300", "--town", "Grabow"],
    ...["--phone", "03871 1", "--email", "post@andere.example"],
  );
  assert.equal(added.exitCode, 0, added.errors);
}

/** Rows of each table and the hash of the list of uploads; the log grows by each move. */
async function countsOf(made: string) {
  const text = await readFile(path.join(made, "manifest.json"), "utf8");
  const { tables, fileList } = JSON.parse(text) as Manifest;
  return {
    rows: tables
      .map(({ schema, name, rows }) => [`${schema}.${name}`, rows] as const)
      .filter(([name]) => name !== "audit.entry"),
    fileList,
  };
}
