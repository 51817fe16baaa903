import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { purposes as bescheidPurposes } from "../modules/bescheide/domain/bescheid.ts";
import { keyVersionOf } from "../platform/crypto/ciphertext-header.ts";
import { createLogger } from "../platform/logging/logger.ts";
import { newId } from "../platform/values/id.ts";
import { collectModules } from "./modules.ts";
import { reEncryptJob, sealedTablesOf } from "./re-encryption.ts";
import { openServices, systemActor, type Services } from "./services.ts";
import {
  antrag,
  apply,
  fillIn,
  xaveria,
  type Sent,
} from "./testing/applicant.ts";
import { runCommandBeside } from "./testing/run-command.ts";
import { checkSealed } from "./testing/sealed-check.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Visitor } from "./testing/visitor.ts";

const noteText = "Rückfrage zur Zwirbelgasse";

void describe("replacing the data keys", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let staff: Visitor;
  let tenantId: string;
  let sent: Sent;
  /** Another process, which has read the new keys. */
  let worker: Services;
  const workerLog: string[] = [];
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    staff = await signedIn(portal, "schwerin");
    ({ tenantId } = await portal.portal("schwerin"));
    sent = await sow();
  });
  after(async () => {
    await owner.close();
    await worker.close();
    await portal.close();
  });

  const context = (services = portal.services) =>
    services.contextFor({ tenantId, actor: systemActor });

  /** An application with a file, a draft that is to be reminded of, notes, and what cannot be changed any more. */
  const sow = async (): Promise<Sent> => {
    const citizen = await signedInCitizen(portal, "schwerin", {
      subject: "datschi",
      level: "high",
    });
    const application = await apply(citizen, "bewohnerparkausweis");
    await fillIn(citizen, "hundesteuer");
    await citizen.visit(antrag("hundesteuer", "/speichern"), { fields: {} });
    const [vorgang = assert.fail()] = await owner.query<{ id: string }>(
      "select id from vorgaenge.vorgang where reference = $1",
      [application.reference],
    );
    const place = `/arbeitsplatz/vorgaenge/${vorgang.id}`;
    await staff.visit(place);
    await staff.visit(`${place}/notizen`, { fields: { notiz: noteText } });
    const asked = await staff.visit(`${place}/stand`, {
      fields: { schritt: "question-asked", text: noteText, gesehen: "1" },
    });
    assert.equal(asked.status, 303, asked.text.slice(0, 500));
    await addReleasedBescheid(vorgang.id);
    return application;
  };

  const addReleasedBescheid = async (vorgangId: string) => {
    const id = newId();
    const draft = await context().cipher.encrypt(
      Buffer.from(noteText),
      bescheidPurposes.draft(id),
    );
    await owner.query(
      `insert into bescheide.bescheid (tenant_id, id, vorgang_id, reference, leistung_slug, leistung_title, outcome, law, state,
         revision, letter_id, letter_version, draft, writer_ids, created_at, changed_at, pdf_id, approved_by, released_at)
       values ($1, $2, $3, 'x', 'x', 'x', 'granted', 'general', 'released', 1, $2, 1, $4, array[$2]::uuid[], now(), now(), $2, $2, now())`,
      [tenantId, id, vorgangId, draft],
    );
  };

  const runJob = async (payload: unknown = {}) => {
    const job = collectModules(worker)
      .flatMap(({ jobs }) => jobs)
      .find(({ name }) => name === reEncryptJob);
    const { signal } = new AbortController();
    const run = { jobId: newId(), attempt: 1, payload, signal };
    return job?.run({ ...run, context: context(worker) });
  };

  /** What the last run asked for. */
  const nextRun = async () => {
    const [job] = await owner.query<{ payload: Record<string, unknown> }>(
      "select payload from jobs.job where name = $1 and tenant_id = $2 and payload <> '{}' order by created_at desc, id desc",
      [reEncryptJob, tenantId],
    );
    return job?.payload;
  };

  /** Tables of this tenant in which something is under another data key than this. */
  const tablesNotUnder = async (version: number) => {
    const found: string[] = [];
    for (const { table, columns } of sealedTablesOf(
      collectModules(portal.services),
    ))
      for (const name of Object.keys(columns)) {
        const rows = await owner.query<{ value: Buffer }>(
          `select ${name} as value from ${table} where tenant_id = $1 and ${name} is not null`,
          [tenantId],
        );
        if (rows.some(({ value }) => keyVersionOf(value) !== version))
          found.push(`${table}.${name}`);
      }
    return found;
  };

  /** As if keys had been made earlier. */
  const age = (by: string) =>
    owner.query(
      `update crypto.tenant_key set created_at = created_at - interval '${by}'`,
    );

  const replaceAndSettle = async () => {
    const run = await runCommandBeside(portal, "keys", "replace");
    await age("4 minutes");
    worker = await openServices({
      settings: portal.services.settings,
      logger: createLogger("info", { write: (line) => workerLog.push(line) }),
      address: portal.databaseAddress,
    });
    return run;
  };

  void test("encrypts again what every module keeps, wraps the keys of files again, and says when it is done", async () => {
    const run = await replaceAndSettle();
    assert.match(
      run.output,
      /^New data keys for \d+ authorities\./u,
      run.errors,
    );
    assert.equal(run.exitCode, 0);
    const again = await runCommandBeside(portal, "keys", "replace");
    assert.match(again.errors, /still being replaced/u);
    const listed = await runCommandBeside(portal, "keys", "list");
    assert.match(listed.output, /data key 2 of schwerin, made at/u);

    assert.deepEqual(await runJob(), { kind: "done" });
    const files = await nextRun();
    assert.deepEqual(files, { pass: 1, step: "files 0", leftFiles: 0 });
    assert.deepEqual(await tablesNotUnder(2), []);
    assert.ok((await filesUnder(1)) > 0, "until a back-up holds the key");
    await age("1 day");
    assert.deepEqual(await runJob(files), { kind: "done" });
    assert.equal(await filesUnder(1), 0);

    const { columns, faults } = await checkSealed(
      worker,
      portal.databaseAddress,
      10_000,
    );
    assert.deepEqual([...faults], []);
    for (const immutable of [
      "submissions.submission.answers",
      "submissions.submission.status_key",
      "vorgaenge.event.note",
      "postfach.message.body",
      "bescheide.bescheid.draft",
    ])
      assert.ok(columns.has(immutable), immutable);
    const done = await runCommandBeside(portal, "keys", "list");
    assert.match(done.output, /data keys of 1 authority were replaced/u);
    assert.doesNotMatch(done.output, /of schwerin/u);
  });

  const filesUnder = async (version: number) => {
    let files = 0;
    const { dataDir } = portal.services.settings;
    for await (const { fileId } of worker.files.list(tenantId)) {
      const path = [dataDir, "uploads", tenantId, fileId.slice(-2), fileId];
      // Magic, length, format: then the version.
      const header = (await readFile(join(...path))).subarray(8 + 2);
      if (keyVersionOf(header) === version) files += 1;
    }
    return files;
  };

  void test("files are under the new key, too, and open in a process that has not read it yet", async () => {
    assert.ok((await filesUnder(2)) > 0);
    for await (const key of worker.files.list(tenantId))
      for (const services of [worker, portal.services])
        await buffer(
          await services.files.open(key, services.cipherOf(tenantId)),
        );
  });

  void test("the office and the applicant read everything as before, in a process that held the old keys", async () => {
    const [{ id } = assert.fail()] = await owner.query<{ id: string }>(
      "select id from vorgaenge.vorgang where reference = $1",
      [sent.reference],
    );
    const page = await staff.visit(`/arbeitsplatz/vorgaenge/${id}`);
    assert.equal(page.status, 200);
    for (const word of [noteText, xaveria.strasse, xaveria.familienname])
      assert.ok(page.text.includes(word), word);
  });

  void test("what must not change still does not: only a newer ciphertext may come into a row that was sent", async () => {
    const refused = async (change: string) =>
      assert.rejects(
        owner.query(`update submissions.submission set ${change}`),
        /immutable/u,
        change,
      );
    const header = (version: string) => `'\\x01${version}'::bytea`;
    await refused(
      "answers = set_byte(answers, 20, (get_byte(answers, 20) + 1) % 256)",
    );
    await refused(
      `answers = ${header("00000001")} || substring(answers from 6)`,
    );
    await refused(
      `answers = ${header("00000003")} || substring(answers from 7)`,
    );
    await refused(
      `answers = ${header("00000003")} || substring(answers from 6), leistung_title = 'x'`,
    );
    await assert.rejects(
      owner.query("update vorgaenge.event set note = null"),
      /append-only/u,
    );
    await assert.rejects(
      owner.query(
        "update bescheide.bescheid set draft = '' where state = 'released'",
      ),
      /does not change/u,
    );
  });

  /** Somebody is just writing a row; nobody waits for anybody. */
  const holdRow = async () => {
    const client = new pg.Client({ ...portal.databaseAddress });
    await client.connect();
    await client.query("begin");
    await client.query("select from vorgaenge.internal_note for update");
    return {
      release: async () => {
        await client.query("commit");
        await client.end();
      },
    };
  };

  void test("what somebody is just writing is left to the next pass, and nobody waits", async () => {
    await worker.close();
    await replaceAndSettle();
    await age("1 day");
    const held = await holdRow();
    try {
      assert.deepEqual(await runJob(), { kind: "done" });
    } finally {
      await held.release();
    }
    const next = await nextRun();
    assert.deepEqual(next, { pass: 2, leftFiles: 0 });
    assert.deepEqual(await tablesNotUnder(3), ["vorgaenge.internal_note.text"]);
    assert.deepEqual(await runJob(next), { kind: "done" });
    assert.deepEqual(await tablesNotUnder(3), []);
  });

  void test("what does not open is left as it is, is told three passes later, and holds nothing else up", async () => {
    const [row = assert.fail()] = await owner.query<{
      id: string;
      text: Buffer;
    }>("select id, text from vorgaenge.internal_note");
    const broken = Buffer.from(row.text);
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    await owner.query("update vorgaenge.internal_note set text = $1", [broken]);
    await worker.close();
    await replaceAndSettle();
    await age("1 day");
    assert.deepEqual(await runJob({ pass: 3 }), {
      kind: "dead",
      reason: "values-do-not-open",
    });
    assert.deepEqual(await tablesNotUnder(4), ["vorgaenge.internal_note.text"]);
    assert.ok(
      workerLog.some((line) => line.includes('"leftRows":1,"leftFiles":0')),
    );
    await owner.query("update vorgaenge.internal_note set text = $1", [
      row.text,
    ]);
    assert.deepEqual(await runJob(), { kind: "done" });
    assert.deepEqual(await tablesNotUnder(4), []);
  });
});
