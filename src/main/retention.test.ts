import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import { verifyAuditChain } from "../modules/audit/index.ts";
import { retentionJob } from "../modules/retention/index.ts";
import { setTerm } from "../modules/retention/use-cases/set-term.ts";
import { everyLeistung } from "../modules/retention/domain/term.ts";
import { stepFields } from "../modules/vorgaenge/web/step-form.ts";
import { pdf } from "../platform/files/testing/sample-files.ts";
import { removeMailsBefore } from "../platform/mail/mail-store.ts";
import { newId } from "../platform/values/id.ts";
import { collectModules } from "./modules.ts";
import { systemActor } from "./services.ts";
import { apply, xaveria, type Sent } from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { multipartForm } from "./testing/multipart.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form = "bewohnerparkausweis";
const day = 86_400_000;
/** Said in every place that takes words. */
const planted = "Zwetschgendatschi";

type Row = { readonly table: string; readonly text: string };

void describe("a Vorgang whose term is over", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let staff: Visitor;
  let tenantId: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    staff = await signedIn(portal, "schwerin");
    ({ tenantId } = await portal.portal("schwerin"));
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
    assertNotLogged(portal, [planted]);
  });

  const system = (daysFromNow = 0) => ({
    ...portal.services.contextFor({ tenantId, actor: systemActor }),
    now: new Date(Date.now() + daysFromNow * day),
  });

  const runJob = async (daysFromNow: number, aborted = false) => {
    const job = collectModules(portal.services)
      .flatMap(({ jobs }) => jobs)
      .find(({ name }) => name === retentionJob);
    const signal = aborted ? AbortSignal.abort() : new AbortController().signal;
    const run = { jobId: newId(), attempt: 1, payload: {}, signal };
    await job?.run({ ...run, context: system(daysFromNow) });
  };

  const vorgangOf = async (reference: string) => {
    const [row = assert.fail()] = await owner.query<{
      id: string;
      submission_id: string;
      last_position: number;
    }>("select * from vorgaenge.vorgang where reference = $1", [reference]);
    return row;
  };

  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await staff.visit(path, { fields });
    assert.equal(answer.status, 303, `${path} ${answer.text.slice(0, 2000)}`);
  };

  const step = async (reference: string, choice: string) => {
    const { id, last_position } = await vorgangOf(reference);
    await post(`/arbeitsplatz/vorgaenge/${id}/stand`, {
      [stepFields.step]: choice,
      text: planted,
      gesehen: String(last_position),
    });
  };

  const close = async ({ reference }: Pick<Sent, "reference">) => {
    await step(reference, "decided-no-decision");
    await step(reference, "closed");
  };

  /** Every row of every table, as text. */
  const allRows = async (): Promise<Row[]> => {
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema !~ '^(pg_|information_schema)'`,
    );
    const rows: Row[] = [];
    for (const { name } of tables)
      for (const { text } of await owner.query<{ text: string }>(
        `select row::text as text from ${name} as row`,
      ))
        rows.push({ table: name, text });
    return rows;
  };

  const filesOf = async (tenant: string) => {
    const fileIds: string[] = [];
    for await (const { fileId } of portal.services.files.list(tenant))
      fileIds.push(fileId);
    return fileIds.toSorted();
  };

  /** Somebody with an account applies, and the office does all it can do with it. */
  const work = async (): Promise<Sent> => {
    const citizen = await signedInCitizen(portal, "schwerin", {
      subject: "datschi",
      level: "high",
    });
    const sent = await apply(citizen, form);
    const { id, submission_id } = await vorgangOf(sent.reference);
    const own = `/arbeitsplatz/vorgaenge/${id}`;
    await staff.visit(own);
    await post(`${own}/notizen`, { notiz: planted });
    const { tenantId: other } = await portal.portal("lup");
    await post(`${own}/stellungnahmen`, {
      stelle: `authority:${other}`,
      frage: planted,
      arbeitstage: "5",
      abschnitt: "0",
    });
    await post("/arbeitsplatz/stapel", {
      aktion: "export",
      v: `${id}_1`,
    });
    await step(sent.reference, "question-asked");
    const [thread = assert.fail()] = await owner.query<{ id: string }>(
      "select id from postfach.thread where submission_id = $1",
      [submission_id],
    );
    const answered = await citizen.visit(`/postfach/${thread.id}/antwort`, {
      ...multipartForm([
        { name: "nachricht", content: planted },
        { name: "kennung", content: newId() },
        { name: "aktion", content: "senden" },
        { name: "dateien", filename: "Antwort.pdf", content: pdf(planted) },
      ]),
    });
    assert.equal(answered.status, 303, answered.text);
    await releaseBescheid(sent.reference);
    return sent;
  };

  /** A released Bescheid as it lies in the table, which nobody may change any more. */
  const releaseBescheid = async (reference: string) => {
    const { id } = await vorgangOf(reference);
    const pdfId = newId();
    const context = system();
    await portal.services.files.put(
      Readable.from([pdf(planted)]),
      { tenantId, fileId: pdfId },
      context.cipher,
    );
    await owner.query(
      `insert into bescheide.bescheid (tenant_id, id, vorgang_id, reference, leistung_slug, leistung_title, outcome, law, state,
         revision, letter_id, letter_version, draft, writer_ids, created_at, changed_at, pdf_id, approved_by, released_at)
       values ($1, $2, $3, $4, 'x', 'x', 'granted', 'general', 'released', 1, $2, 1, $5, array[$2]::uuid[], now(), now(), $6, $2, now())`,
      [tenantId, newId(), id, reference, Buffer.from(planted), pdfId],
    );
  };

  void test("is gone from every table and from the file store, and leaves only a proof", async () => {
    const rowsBefore = new Set(
      (await allRows()).map(({ table, text }) => `${table} ${text}`),
    );
    const filesBefore = await filesOf(tenantId);
    const term = {
      count: 1,
      unit: "months",
      fromYearEnd: false,
      basis: "Aktenplan",
      offersToArchive: false,
    } as const;
    await setTerm(system(), { leistungSlug: everyLeistung, term });
    const sent = await work();
    const kept = await apply(visitorOf(portal, "schwerin"), form);
    const { id, submission_id } = await vorgangOf(sent.reference);
    const messages = await owner.query<{ id: string }>(
      `select message.id from postfach.message join postfach.thread on thread.id = thread_id where submission_id = $1`,
      [submission_id],
    );
    assert.ok(messages.length >= 3);
    await close(sent);
    const filesWithIt = await filesOf(tenantId);
    assert.ok(filesWithIt.length >= filesBefore.length + 4);

    await assert.rejects(
      owner.query("delete from submissions.submission where id = $1", [
        submission_id,
      ]),
      /is kept/,
    );

    // Announced, but the notice is too young; then due, but a worker that is asked to stop; then twice at once.
    await runJob(15);
    await runJob(33);
    assert.ok(await vorgangOf(sent.reference));
    await runJob(50, true);
    assert.ok(await vorgangOf(sent.reference));
    await Promise.all([runJob(50), runJob(50)]);
    await runJob(50);
    await portal.services.database.unscoped((db) =>
      removeMailsBefore(db, new Date(Date.now() + 50 * day)),
    );

    const ids = [id, submission_id, ...messages.map((row) => row.id)];
    const rows = await allRows();
    const words = [...ids, planted, xaveria.familienname, sent.statusKey];
    const left = rows.filter(
      ({ table, text }) =>
        // Entries of the log are never changed; they name ids that lead nowhere any more.
        table !== "audit.entry" && words.some((word) => text.includes(word)),
    );
    assert.deepEqual(left, []);
    assert.ok(!rows.some(({ text }) => text.includes(planted)));

    const keptVorgang = await vorgangOf(kept.reference);
    const about = rows.filter(
      ({ table, text }) =>
        text.includes(sent.reference) && table !== "audit.entry",
    );
    assert.deepEqual(about.map(({ table }) => table).toSorted(), [
      "retention.owner_note",
      "retention.proof",
    ]);
    const other = (await portal.portal("lup")).tenantId;
    const news = rows.filter(
      (row) =>
        !rowsBefore.has(`${row.table} ${row.text}`) && row.text.includes(other),
    );
    assert.deepEqual(
      [...new Set(news.map(({ table }) => table))].filter(
        // No worker runs here that sends the mail to the other office.
        (table) =>
          !["audit.entry", "audit.chain_head", "jobs.job"].includes(table),
      ),
      [],
      "what the other authority had because of it",
    );

    const keptFiles = await owner.query<{ file_id: string }>(
      "select file_id from submissions.upload where submission_id = $1",
      [keptVorgang.submission_id],
    );
    assert.deepEqual(
      await filesOf(tenantId),
      [...filesBefore, ...keptFiles.map((row) => row.file_id)].toSorted(),
    );

    const [proof = assert.fail()] = await owner.query<{
      counts: Record<string, number>;
    }>("select * from retention.proof where reference = $1", [sent.reference]);
    assert.deepEqual(
      {
        bescheide: proof.counts["bescheide"],
        notes: proof.counts["notes"],
        opinions: proof.counts["opinions"],
        submissions: proof.counts["submissions"],
      },
      { bescheide: 1, notes: 1, opinions: 1, submissions: 1 },
    );
    await assert.rejects(
      owner.query("delete from retention.proof"),
      /append-only/,
    );
    assert.equal((await verifyAuditChain(system(50))).kind, "intact");
  });
});
