import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import { verifyAuditChain } from "../modules/audit/index.ts";
import { retentionJob } from "../modules/retention/index.ts";
import { setTerm } from "../modules/retention/use-cases/set-term.ts";
import { stepFields } from "../modules/vorgaenge/web/step-form.ts";
import { pdf } from "../platform/files/testing/sample-files.ts";
import { newId } from "../platform/values/id.ts";
import { collectModules } from "./modules.ts";
import { retentionPorts } from "./retention-ports.ts";
import { systemActor } from "./services.ts";
import { apply, xaveria, type Sent } from "./testing/applicant.ts";
import { killDeletion } from "./testing/kill-deletion.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
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
    // No worker runs here that would hand it over.
    await owner.query(
      "update delivery.delivery set state = 'delivered' where reference = $1",
      [reference],
    );
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
    await addRest(id, thread.id);
    return sent;
  };

  const keepFile = async (): Promise<string> => {
    const fileId = newId();
    await portal.services.files.put(
      Readable.from([pdf(planted)]),
      { tenantId, fileId },
      system().cipher,
    );
    return fileId;
  };

  /** The expert has answered with a file, and a mail to the applicant came back. */
  const addRest = async (vorgangId: string, threadId: string) => {
    await owner.query(
      `insert into vorgaenge.opinion_file (tenant_id, file_id, opinion_id, position, filename, media_type, size_bytes, sha256, scan, added_at)
       select tenant_id, $2, id, 1, $3, 'application/pdf', 1, '', 'clean', now() from vorgaenge.opinion where vorgang_id = $1`,
      [vorgangId, await keepFile(), Buffer.from(planted)],
    );
    await owner.query(
      `insert into postfach.contact_task (tenant_id, id, thread_id, fault, created_at) values ($1, $2, $3, 'x', now())`,
      [tenantId, newId(), threadId],
    );
  };

  /** A released Bescheid as it lies in the table, which nobody may change any more. */
  const releaseBescheid = async (reference: string) => {
    const { id } = await vorgangOf(reference);
    const pdfId = await keepFile();
    await owner.query(
      `insert into bescheide.bescheid (tenant_id, id, vorgang_id, reference, leistung_slug, leistung_title, outcome, law, state,
         revision, letter_id, letter_version, draft, writer_ids, created_at, changed_at, pdf_id, approved_by, released_at)
       values ($1, $2, $3, $4, 'x', 'x', 'granted', 'general', 'released', 1, $2, 1, $5, array[$2]::uuid[], now(), now(), $6, $2, now())`,
      [tenantId, newId(), id, reference, Buffer.from(planted), pdfId],
    );
  };

  const handOverUnanswered = async (submissionId: string) => {
    const destinationId = newId();
    await owner.query(
      `insert into delivery.destination (tenant_id, id, name, connector_key, options, created_at, updated_at) values ($1, $2, $3, 'folder', '', now(), now())`,
      [tenantId, destinationId, destinationId],
    );
    await owner.query(
      `insert into delivery.delivery (tenant_id, submission_id, destination_id, reference, leistung_slug, state)
       select tenant_id, id, $2, reference, leistung_slug, 'accepted' from submissions.submission where id = $1`,
      [submissionId, destinationId],
    );
    return () =>
      owner.query(
        "update delivery.delivery set state = 'delivered' where destination_id = $1",
        [destinationId],
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
    await setTerm(system(), { leistungSlug: form, term });
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
    // A back-office system that has taken it and not answered: the copy here stays.
    const answered = await handOverUnanswered(submission_id);
    await runJob(50);
    assert.ok(await vorgangOf(sent.reference));
    await answered();
    await killDeletion({
      context: system(50),
      ports: retentionPorts(portal.services),
      owner,
      ids: [id, submission_id],
      listFiles: () => filesOf(tenantId),
    });
    await Promise.all([runJob(50), runJob(50)]);
    await runJob(50);
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
        // The notice to the other office's people is in its own queue, and goes after 30 days.
        (table) =>
          ![
            "audit.entry",
            "audit.chain_head",
            "jobs.job",
            "mail.message",
          ].includes(table),
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

    const gone = await visitorOf(portal, "schwerin").visit(
      `/status/${sent.statusKey}`,
    );
    assert.equal(gone.status, 410);
    assert.match(gone.text, /Ihr Vorgang wurde gelöscht/);
    assert.deepEqual(faultsOfPage(gone), []);
    const elsewhere = visitorOf(portal, "lup");
    assert.equal(
      (await elsewhere.visit(`/status/${sent.statusKey}`)).status,
      404,
    );
    const citizen = await signedInCitizen(portal, "lup", {
      subject: "datschi",
    });
    const own = await citizen.visit("/antraege");
    assert.match(own.text, /Von Behörden gelöscht/);
    assert.match(own.text, new RegExp(sent.reference));
    const stranger = await signedInCitizen(portal, "schwerin", {
      subject: "x",
    });
    assert.doesNotMatch((await stranger.visit("/antraege")).text, /gelöscht/);
  });

  void test("is in the calendar, waits for the archive, and stays while a hold keeps it", async () => {
    const admin = await signedIn(portal, "schwerin", "verwaltung");
    const termPath = `/verwaltung/aufbewahrung/${form}`;
    const wrong = await admin.visit(termPath, {
      fields: { dauer: "0", einheit: "years" },
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Geben Sie 1 bis 50 Jahre an/);
    assert.match(wrong.text, /Nennen Sie die Grundlage/);
    const saved = await admin.visit(termPath, {
      fields: {
        dauer: "1",
        einheit: "months",
        beginn: "abschluss",
        grundlage: "§ 7 Aktenordnung",
        archiv: "true",
      },
    });
    assert.equal(saved.status, 303, saved.text);
    assert.match((await admin.visit("/verwaltung/aufbewahrung")).text, /§ 7/);
    assert.equal((await staff.visit(termPath)).status, 403);

    const sent = await apply(visitorOf(portal, "schwerin"), form);
    const status = () =>
      visitorOf(portal, "schwerin").visit(`/status/${sent.statusKey}`);
    assert.match((await status()).text, /löschen wir ihn nach 1 Monat/);
    await close(sent);
    const { id, submission_id } = await vorgangOf(sent.reference);
    const [month = assert.fail()] = await owner.query<{ month: string }>(
      `select to_char(state_since at time zone 'Europe/Berlin' + interval '1 month' + interval '1 day', 'YYYY-MM') as month
       from vorgaenge.vorgang where id = $1`,
      [id],
    );
    const calendar = `/arbeitsplatz/loeschkalender?monat=${month.month}`;
    const answered = await handOverUnanswered(submission_id);
    const underway = /wartet auf die Antwort des Fachverfahrens/;
    assert.match((await staff.visit(calendar)).text, underway);
    assert.match(
      (await staff.visit(`/arbeitsplatz/vorgaenge/${id}`)).text,
      underway,
    );
    await answered();
    const listed = await staff.visit(calendar);
    assert.deepEqual(faultsOfPage(listed), []);
    assert.match(listed.text, new RegExp(sent.reference));
    assert.match(listed.text, /dem Archiv anzubieten/);
    const csv = await staff.visit(
      `/arbeitsplatz/loeschkalender/liste.csv?monat=${month.month}`,
    );
    assert.match(csv.text, new RegExp(`"${sent.reference}","Bewohner`));

    // Neither noted nor seen by another authority.
    const foreign = await signedIn(portal, "lup");
    assert.doesNotMatch(
      (await foreign.visit(calendar)).text,
      new RegExp(sent.reference),
    );
    const offer = (who: Visitor, step: string) =>
      who.visit("/arbeitsplatz/loeschkalender/anbietung", {
        fields: { v: id, [stepFields.step]: step },
      });
    const noted = async (who: Visitor, step: string) =>
      (await offer(who, step)).headers.location;
    const path = "/arbeitsplatz/loeschkalender?vermerkt=";
    assert.equal(await noted(foreign, "offered"), `${path}0`);
    assert.equal(await noted(staff, "taken"), `${path}0`);
    await runJob(15);
    await runJob(50);
    assert.ok(await vorgangOf(sent.reference), "the archive has not answered");
    assert.equal(await noted(staff, "offered"), `${path}1`);
    assert.equal(await noted(staff, "offered"), `${path}0`);
    assert.match((await staff.visit(calendar)).text, /wartet auf das Archiv/);
    assert.equal(await noted(staff, "refused"), `${path}1`);

    const holds = `/arbeitsplatz/vorgaenge/${id}/loeschsperren`;
    const empty = await staff.visit(holds, { fields: { grund: " " } });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /Nennen Sie den Grund/);
    const past = await staff.visit(holds, {
      fields: {
        grund: planted,
        "bis-day": "1",
        "bis-month": "1",
        "bis-year": "2020",
      },
    });
    assert.match(past.text, /heute oder einen späteren Tag/);
    assert.equal(
      (await foreign.visit(holds, { fields: { grund: planted } })).status,
      404,
    );
    assert.equal((await foreign.visit(holds)).status, 404);
    await post(holds, { grund: planted });
    await post(holds, { grund: planted });
    const vorgang = await staff.visit(`/arbeitsplatz/vorgaenge/${id}`);
    assert.match(vorgang.text, new RegExp(planted));
    assert.match(vorgang.text, /gesetzt am .* von Kevin Krause/);
    assert.match((await status()).text, /Zurzeit wird er länger gebraucht/);
    assert.match(
      (await staff.visit(`${calendar}&nur=gesperrt`)).text,
      new RegExp(sent.reference),
    );
    await runJob(50);
    assert.ok(await vorgangOf(sent.reference), "on hold");
    const placed = await owner.query<{ id: string }>(
      "select id from retention.hold where vorgang_id = $1",
      [id],
    );
    assert.equal(placed.length, 1, "a double click places one");
    const [{ id: holdId } = assert.fail()] = placed;
    const lifting = `${holds}/${holdId}/aufheben`;
    assert.equal((await foreign.visit(lifting, { fields: {} })).status, 404);
    await post(lifting, {});
    await runJob(50);
    const left = await owner.query(
      "select from vorgaenge.vorgang where id = $1",
      [id],
    );
    assert.equal(left.length, 0);

    await owner.query(
      `update staff.member set roles = array['auditor'] where tenant_id = $1 and login like 'kevin@%'`,
      [tenantId],
    );
    const auditor = await signedIn(portal, "schwerin");
    const typed = sent.reference.toLowerCase().replaceAll("-", " ");
    const found = await auditor.visit(
      `/verwaltung/loeschnachweise?nummer=${encodeURIComponent(typed)}`,
    );
    assert.deepEqual(faultsOfPage(found), []);
    const proof =
      /\/verwaltung\/loeschnachweise\/[\w-]{36}/.exec(found.text)?.[0] ??
      assert.fail(found.text);
    const shown = await auditor.visit(proof);
    assert.match(shown.text, /Der Nachweis ist unverändert/);
    assert.match(shown.text, /§ 7 Aktenordnung/);
    assert.match(shown.text, /abgelehnt/);
    for (const word of [planted, xaveria.familienname])
      assert.ok(!shown.text.includes(word));
  });
});
