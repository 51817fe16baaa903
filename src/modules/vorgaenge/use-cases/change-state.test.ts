import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { verifyAuditChain } from "../../audit/index.ts";
import type { Step } from "../domain/events.ts";
import { isAllowed, stateOf } from "../domain/states.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import {
  auditOf,
  doSteps,
  fakePorts,
  newOffice,
  noAddress,
  parkingPermit,
  received,
  statusLinkPrefix,
  type Office,
} from "../testing/vorgang-fixtures.ts";
import { changeState, type ChangeStateInput } from "./change-state.ts";
import { listVorgaenge } from "./list-vorgaenge.ts";
import { noteAnswer } from "./note-answer.ts";
import { openVorgang } from "./open-vorgang.ts";
import { readPublicStatus } from "./read-public-status.ts";
import { readVorgang } from "./read-vorgang.ts";
import { withdrawApplication } from "./withdraw-application.ts";

describe("changing the state of a Vorgang", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const { submissions, findNotificationAddress } = fakePorts();
  const input = (
    vorgangId: string,
    change: Partial<ChangeStateInput> = {},
  ): ChangeStateInput => ({
    vorgangId,
    step: { kind: "taken-into-work" },
    note: "",
    expectedPosition: 1,
    statusLinkPrefix,
    ...change,
  });
  const mailsOf = (office: Office) =>
    office.caseworker.transaction((db) =>
      db
        .$extendTables<{
          "mail.message": {
            tenant_id: string;
            kind: string;
            id: string;
            content: Buffer;
          };
        }>()
        .selectFrom("mail.message")
        .selectAll()
        .where("tenant_id", "=", office.tenantId)
        .execute(),
    );

  test("taking it into work sets state, time and event together", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const now = new Date("2027-03-04T10:00:00Z");
    const result = await changeState(
      office.at(now),
      input(id),
      findNotificationAddress,
    );
    assert.ok(result.ok);
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.ok(opened.ok);
    const { vorgang, events } = opened.value;
    assert.equal(vorgang.state, "in-progress");
    assert.deepEqual(vorgang.stateSince, now);
    assert.deepEqual(stateOf(events), { state: "in-progress", since: now });
    assert.equal(vorgang.lastPosition, 2);
  });

  test("a note to the applicant leaves the state and its time alone", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await changeState(
      office.at(new Date("2027-03-05T10:00:00Z")),
      input(id, {
        step: { kind: "note-to-applicant" },
        note: "Wir haben viel zu tun.",
      }),
      findNotificationAddress,
    );
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.ok(opened.ok);
    assert.equal(opened.value.vorgang.state, "received");
    assert.deepEqual(opened.value.vorgang.stateSince, received);
  });

  test("who saw an older event is refused and overwrites nothing", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await doSteps(office, id, [{ kind: "taken-into-work" }]);
    const result = await changeState(
      office.caseworker,
      input(id, { step: { kind: "decided", outcome: "refused" } }),
      findNotificationAddress,
    );
    assert.deepEqual(result, {
      ok: false,
      refusal: { kind: "changed-meanwhile" },
    });
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.equal(opened.ok && opened.value.vorgang.state, "in-progress");
  });

  test("the same form sent once more within a minute is done, and changes nothing again", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const form = input(id, {
      step: { kind: "question-asked" },
      note: "Bitte schicken Sie den Fahrzeugschein.",
    });
    const sentAt = (time: string, others: Partial<ChangeStateInput> = {}) =>
      changeState(
        office.at(new Date(`2027-03-05T10:${time}Z`)),
        { ...form, ...others },
        findNotificationAddress,
      );
    const kindOf = async (result: ReturnType<typeof sentAt>) => {
      const { ok, ...rest } = await result;
      return ok ? "done" : JSON.stringify(rest);
    };
    assert.equal(await kindOf(sentAt("00:00")), "done");
    assert.equal(await kindOf(sentAt("00:59")), "done");
    const tooLate = JSON.stringify({ refusal: { kind: "changed-meanwhile" } });
    assert.equal(await kindOf(sentAt("01:01")), tooLate);
    for (const others of [
      { note: "Bitte schicken Sie den Führerschein." },
      { step: { kind: "decided", outcome: "granted" } },
      { expectedPosition: 0 },
    ] satisfies Partial<ChangeStateInput>[])
      assert.equal(await kindOf(sentAt("00:10", others)), tooLate);
    const colleague = database.contextFor({
      tenantId: office.tenantId,
      now: new Date("2027-03-05T10:00:10Z"),
      actor: staffWith(newId(), "vorgang.edit"),
    });
    const foreign = await changeState(colleague, form, findNotificationAddress);
    assert.equal(foreign.ok, false);
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.equal(opened.ok && opened.value.events.length, 2);
    assert.equal((await mailsOf(office)).length, 1);
  });

  test("of twenty changes at the same moment exactly one happens", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        changeState(office.caseworker, input(id), findNotificationAddress),
      ),
    );
    // The same step by the same caseworker: nineteen double clicks.
    assert.ok(results.every(({ ok }) => ok));
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.equal(opened.ok && opened.value.events.length, 2);
    const mails = await mailsOf(office);
    assert.equal(mails.length, 1);
    assert.equal((await verifyAuditChain(office.caseworker)).kind, "intact");
  });

  test("a step that the state does not allow is refused", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const result = await changeState(
      office.caseworker,
      input(id, { step: { kind: "closed" } }),
      findNotificationAddress,
    );
    assert.equal(!result.ok && result.refusal.kind, "step-not-allowed");
  });

  test("a question without words is refused", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const result = await changeState(
      office.caseworker,
      input(id, { step: { kind: "question-asked" }, note: " \n " }),
      findNotificationAddress,
    );
    assert.equal(!result.ok && result.refusal.kind, "note-missing");
  });

  test("the applicant gets a mail that says where, not what", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await changeState(
      office.caseworker,
      input(id, {
        step: { kind: "decided", outcome: "refused" },
        note: "Ihr Auto ist zu groß.",
      }),
      findNotificationAddress,
    );
    const [mail] = await mailsOf(office);
    assert.ok(mail);
    assert.equal(mail.kind, "vorgang-changed");
    const content = await office.caseworker.cipher.decrypt(
      mail.content,
      `mail/${mail.id}`,
    );
    const text = content.toString("utf8");
    assert.match(text, /anna@example\.org/);
    assert.match(text, /http:\/\/schwerin\.localhost:8080\/status\/k{43}/);
    for (const secret of ["Auto", "groß", "refused", "abgelehnt", "Bewohner"]) {
      assert.ok(!text.includes(secret), secret);
    }
  });

  test("nothing is mailed to an applicant without an address", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await doSteps(office, id, [{ kind: "taken-into-work" }]);
    assert.equal((await mailsOf(office)).length, 0);
  });

  test("notes lie encrypted in the database", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const note = "Bitte schicken Sie den Fahrzeugschein.";
    await changeState(
      office.caseworker,
      input(id, { step: { kind: "question-asked" }, note }),
      findNotificationAddress,
    );
    const stored = await office.caseworker.transaction((db) =>
      db
        .$extendTables<{ "vorgaenge.event": { note: Buffer | null } }>()
        .selectFrom("vorgaenge.event")
        .select("note")
        .where("note", "is not", null)
        .executeTakeFirstOrThrow(),
    );
    assert.ok(stored.note && !stored.note.includes("Fahrzeugschein"));
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.equal(opened.ok && opened.value.events.at(-1)?.note, note);
  });

  test("opening, changing and refused changes: the audit log has each access", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await readVorgang(office.caseworker, id, submissions);
    await doSteps(office, id, [
      { kind: "taken-into-work" },
      { kind: "decided", outcome: "granted" },
      { kind: "closed" },
    ]);
    assert.deepEqual(await auditOf(office.caseworker, id), [
      "vorgang.opened",
      "vorgang.taken-into-work",
      "vorgang.decided",
      "vorgang.closed",
    ]);
    assert.equal((await verifyAuditChain(office.caseworker)).kind, "intact");
  });

  test("events cannot be changed or removed", async () => {
    const office = newOffice(database);
    await parkingPermit(office);
    const tables = { kind: "closed" };
    await assert.rejects(
      office.caseworker.transaction((db) =>
        db
          .$extendTables<{ "vorgaenge.event": { kind: string } }>()
          .updateTable("vorgaenge.event")
          .set(tables)
          .execute(),
      ),
      { code: "42501" },
    );
    await assert.rejects(
      office.caseworker.transaction((db) =>
        db
          .$extendTables<{ "vorgaenge.event": { kind: string } }>()
          .deleteFrom("vorgaenge.event")
          .execute(),
      ),
      { code: "42501" },
    );
  });

  test("opening twice for one submission makes one Vorgang", async () => {
    const office = newOffice(database);
    const submissionId = newId();
    await parkingPermit(office, { submissionId });
    await office.visitor.transaction((db) =>
      openVorgang(office.visitor, db, {
        submissionId,
        reference: "OTHER",
        leistungSlug: "x",
        leistungTitle: "X",
        submittedAt: received,
        searchTexts: [],
      }),
    );
    const status = await readPublicStatus(office.visitor, submissionId);
    assert.equal(status?.leistungSlug, "bewohnerparkausweis");
    assert.equal(status.events.length, 1);
  });

  test("the public status has texts and times, but no staff", async () => {
    const office = newOffice(database);
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    await doSteps(office, id, [{ kind: "decided", outcome: "partly" }]);
    const status = await readPublicStatus(office.visitor, submissionId);
    assert.equal(status?.state, "decided");
    assert.equal(status.outcome, "partly");
    assert.ok(!JSON.stringify(status).includes(office.caseworker.actor.id));
  });

  test("a hundred changes at once by many: one at a time happens, and the log says what was kept", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const steps: readonly Step[] = [
      { kind: "question-asked" },
      { kind: "answered" },
      { kind: "decided", outcome: "granted" },
      { kind: "closed" },
      { kind: "reopened" },
      { kind: "note-to-applicant" },
    ];
    // Each caseworker looks, then acts on what they saw, while all the others do the same.
    const act = async (index: number) => {
      const context = database.contextFor({
        tenantId: office.tenantId,
        now: new Date(received.getTime() + index * 1000),
        actor: staffWith(newId(), "vorgang.read", "vorgang.edit"),
      });
      const seen = await context.read((db) =>
        findVorgang(db, office.tenantId, { id, hiddenSlugs: [] }),
      );
      return changeState(
        context,
        input(id, {
          step: steps[index % steps.length] ?? assert.fail(),
          note: "Text",
          expectedPosition: seen?.lastPosition ?? 0,
        }),
        noAddress,
      );
    };
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) => act(index)),
    );
    const done = results.filter(({ ok }) => ok).length;
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.ok(opened.ok && done > 0);
    const { vorgang, events } = opened.value;
    assert.deepEqual(
      events.map(({ position }) => position),
      Array.from({ length: done + 1 }, (_, index) => index + 1),
    );
    events.slice(1).forEach(({ kind }, index) => {
      const { state } = stateOf(events.slice(0, index + 1));
      const step = steps.find((it) => it.kind === kind)?.kind;
      assert.ok(step && isAllowed(state, step), `${state}: ${kind}`);
    });
    assert.equal(vorgang.lastPosition, done + 1);
    // One entry for each change, none for those that came too late, and the chain holds.
    const steered = (await auditOf(office.caseworker, id)).filter((action) =>
      steps.some(({ kind }) => action === `vorgang.${kind}`),
    );
    assert.equal(steered.length, done);
    assert.equal((await verifyAuditChain(office.caseworker)).kind, "intact");
    const { state, since } = stateOf(events);
    assert.deepEqual(
      { state: vorgang.state, since: vorgang.stateSince },
      { state, since },
    );
  });

  describe("what the applicant does", () => {
    const applicant = async (steps: readonly Step[] = []) => {
      const office = newOffice(database);
      const submissionId = newId();
      const id = await parkingPermit(office, { submissionId });
      const position = await doSteps(office, id, steps);
      const withdraw = (expectedPosition = position) =>
        withdrawApplication(
          office.visitor,
          { submissionId, expectedPosition, statusLinkPrefix },
          findNotificationAddress,
        );
      const write = () =>
        office.visitor.transaction((db) =>
          noteAnswer(office.visitor, db, { submissionId }),
        );
      const read = async () => {
        const queue = await listVorgaenge(office.caseworker, {
          filter: "all",
          after: undefined,
        });
        return queue.ok ? queue.value.entries[0] : undefined;
      };
      return { office, id, submissionId, withdraw, write, read };
    };

    test("an answer leads back into work, later words leave the state alone; both are unread", async () => {
      const { office, id, write, read } = await applicant([
        { kind: "question-asked" },
      ]);
      await write();
      const answered = await read();
      assert.equal(answered?.state, "in-progress");
      assert.equal(answered.isUnread, true);
      const opened = await readVorgang(office.caseworker, id, submissions);
      const last = opened.ok ? opened.value.events.at(-1) : undefined;
      assert.equal(last?.kind, "answered");
      assert.equal(last.actorKind, "guest");
      assert.equal((await read())?.isUnread, false);
      await write();
      const more = await read();
      assert.equal(more?.state, "in-progress");
      assert.deepEqual(more.stateSince, answered.stateSince);
      assert.equal(more.isUnread, true);
    });

    test("withdrawing is confirmed without content, recorded, and done once", async () => {
      const { office, id, withdraw, read } = await applicant([
        { kind: "taken-into-work" },
      ]);
      const mailsBefore = (await mailsOf(office)).length;
      assert.ok((await withdraw()).ok);
      assert.ok((await withdraw()).ok, "a double click");
      assert.equal((await read())?.state, "withdrawn");
      assert.equal((await mailsOf(office)).length, mailsBefore + 1);
      assert.equal(
        (await auditOf(office.caseworker, id)).at(-1),
        "vorgang.withdrawn-by-applicant",
      );
    });

    test("what is decided, changed since, or another tenant's is not withdrawn", async () => {
      const decided = await applicant([{ kind: "decided", outcome: "partly" }]);
      const refusalOf = async (done: ReturnType<typeof decided.withdraw>) => {
        const result = await done;
        return result.ok ? undefined : result.refusal.kind;
      };
      assert.equal(await refusalOf(decided.withdraw()), "changed-meanwhile");
      const open = await applicant([{ kind: "taken-into-work" }]);
      assert.equal(await refusalOf(open.withdraw(1)), "changed-meanwhile");
      const foreign = withdrawApplication(
        newOffice(database).visitor,
        {
          submissionId: open.submissionId,
          expectedPosition: 2,
          statusLinkPrefix,
        },
        findNotificationAddress,
      );
      assert.equal(await refusalOf(foreign), "not-found");
      assert.equal((await open.read())?.state, "in-progress");
    });
  });
});
