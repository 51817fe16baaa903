import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import type { StoredMail } from "../../../platform/mail/mail-store.ts";
import { readMail } from "../../../platform/mail/read-mail.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { vorgaengeModule } from "../module.ts";
import { nameOf, newAuthority } from "../testing/authority.ts";
import {
  auditOf,
  fakePorts,
  parkingPermit,
  received,
} from "../testing/vorgang-fixtures.ts";
import { assignVorgang } from "./assign-vorgang.ts";
import {
  labelVorgang,
  readLabels,
  removeLabel,
  saveLabel,
} from "./change-labels.ts";
import { takeBackNote, writeNote } from "./internal-notes.ts";
import { linkVorgang, unlinkVorgang } from "./link-vorgang.ts";
import { listNotices } from "./list-notices.ts";
import { readPublicStatus } from "./read-public-status.ts";
import { readVorgang } from "./read-vorgang.ts";
import { withdrawApplication } from "./withdraw-application.ts";

const baseUrl = "http://schwerin.localhost:8080";
const { submissions } = fakePorts();
const { routes } = vorgaengeModule(fakePorts());

const kindOf = (
  result: { ok: true } | { ok: false; refusal: { kind: string } },
) => (result.ok ? "ok" : result.refusal.kind);

describe("what colleagues put on a Vorgang for each other", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const open = async (context: Context, id: string) => {
    const opened = await readVorgang(context, id, submissions);
    assert.ok(opened.ok);
    return opened.value.collaboration;
  };
  const outsiders = async (
    office: Awaited<ReturnType<typeof newAuthority>>,
  ) => [
    office.as("tim"),
    (await newAuthority(database)).as("kevin"),
    office.office.at(received, ["vorgang.read"]),
  ];

  test("labels: leads keep the list; two who tick at once overwrite nothing; removing takes them off; others get nowhere", async () => {
    const authority = await newAuthority(database);
    const { office, as } = authority;
    const lead = office.at(received, ["label.manage", "vorgang.edit"]);
    const id = await parkingPermit(office);
    const add = (name: string) => saveLabel(lead, { name, colour: "red" });
    assert.equal(kindOf(await add("  Eilt \n sehr ")), "ok");
    assert.equal(kindOf(await add("Eilt sehr")), "label-name-taken");
    assert.equal(kindOf(await add(" ")), "label-name-missing");
    assert.equal(kindOf(await add("x".repeat(31))), "label-name-too-long");
    assert.equal(kindOf(await add("Neubau")), "ok");
    for (const stranger of [as("kevin"), await outsiders(authority)].flat())
      assert.equal(kindOf(await readLabels(stranger)), "not-permitted");
    const labels = await readLabels(lead);
    assert.ok(labels.ok);
    const [urgent, newHouse] = labels.value.map((label) => label.id);
    assert.ok(urgent !== undefined && newHouse !== undefined);

    const tick = (context: Context, ticked: string[], seen: string[] = []) =>
      labelVorgang(context, { vorgangId: id, seen, ticked });
    await Promise.all([
      tick(as("kevin"), [urgent]),
      tick(as("samira"), [newHouse, newId(), "nonsense"]),
    ]);
    assert.deepEqual((await open(as("kevin"), id)).labelIds, [
      urgent,
      newHouse,
    ]);
    assert.ok((await tick(as("kevin"), [newHouse], [urgent, newHouse])).ok);
    assert.ok((await tick(as("kevin"), [newHouse], [urgent, newHouse])).ok);
    assert.deepEqual((await open(as("samira"), id)).labelIds, [newHouse]);
    for (const outsider of await outsiders(authority))
      assert.notEqual(kindOf(await tick(outsider, [urgent])), "ok");
    assert.ok((await removeLabel(lead, newHouse)).ok);
    assert.deepEqual((await open(as("samira"), id)).labelIds, []);
    const audit = await auditOf(lead, id);
    assert.equal(audit.filter((it) => it === "vorgang.labelled").length, 3);
  });

  test("notes: encrypted, for colleagues only; who is named is told without content; their author alone takes them back, for an hour", async () => {
    const authority = await newAuthority(database);
    const { office, as, idOf } = authority;
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    const write = (
      context: Context,
      text: string,
      mentionedIds: string[] = [],
    ) => writeNote(context, { vorgangId: id, text, mentionedIds, baseUrl });
    await open(as("samira"), id);
    const secret = `Bitte ansehen, @${nameOf.samira.toLowerCase()}: wohnt er dort?`;
    // Tim does not see the Vorgang, so it does not reach him.
    const written = await write(as("kevin"), secret, [
      idOf("tim"),
      idOf("kevin"),
    ]);
    assert.equal(kindOf(written), "ok");
    assert.equal(kindOf(await write(as("kevin"), " \n ")), "note-missing");
    assert.equal(
      kindOf(await write(as("kevin"), "x".repeat(4001))),
      "note-too-long",
    );
    for (const outsider of await outsiders(authority))
      assert.notEqual(kindOf(await write(outsider, "Hallo")), "ok");

    const mails = await as("kevin").transaction((db) =>
      sql<StoredMail>`select * from mail.message where tenant_id = ${office.tenantId}`.execute(
        db,
      ),
    );
    const [mail, ...more] = await Promise.all(
      mails.rows.map((row) => readMail(as("kevin").cipher, row)),
    );
    assert.equal(more.length, 0);
    assert.ok(mail);
    assert.match(mail.to, /^samira@/);
    assert.ok(mail.text.includes(`/arbeitsplatz/vorgaenge/${id}`));
    assert.ok(!mail.text.includes("wohnt"));

    const queue = await visit(routes, "GET", {
      context: as("samira"),
      path: "/arbeitsplatz",
    });
    assert.match(
      asPage(queue).text,
      /Sie wurden in einer Notiz erwähnt[^]*portal-table__row--unread/,
    );
    assert.deepEqual(await listNotices(as("tim")), []);
    const { notes } = await open(as("samira"), id);
    assert.deepEqual(
      notes.map(({ text, mentionedIds }) => [text, mentionedIds]),
      [[secret, [idOf("samira")]]],
    );
    assert.deepEqual(await listNotices(as("samira")), []);
    const stored = await as("kevin").transaction((db) =>
      sql<{ text: Buffer }>`select text from vorgaenge.internal_note`.execute(
        db,
      ),
    );
    assert.ok(!stored.rows.some(({ text }) => text.includes("wohnt")));
    const status = await readPublicStatus(office.visitor, submissionId);
    assert.ok(!JSON.stringify(status).includes("wohnt"));

    const [noteId = ""] = notes.map((note) => note.id);
    const takeBack = (context: Context) =>
      takeBackNote(context, { vorgangId: id, noteId });
    assert.equal(kindOf(await takeBack(as("samira"))), "not-found");
    const later = new Date(received.getTime() + 3_600_001);
    assert.equal(kindOf(await takeBack(as("kevin", later))), "too-late");
    assert.equal(kindOf(await takeBack(as("kevin"))), "ok");
    assert.deepEqual((await open(as("kevin"), id)).notes, []);
    const audit = await auditOf(as("kevin"), id);
    assert.deepEqual(
      audit.filter((it) => it.startsWith("vorgang.note")),
      ["vorgang.note-written", "vorgang.note-taken-back"],
    );
  });

  test("links: both sides show them, another kind replaces one, only what one sees is found or shown", async () => {
    const authority = await newAuthority(database);
    const { office, as } = authority;
    const [one, two] = [
      await parkingPermit(office),
      await parkingPermit(office),
    ];
    const foreign = await newAuthority(database);
    const abroad = await parkingPermit(foreign.office);
    const referenceOf = async (context: Context, id: string) => {
      const opened = await readVorgang(context, id, submissions);
      return opened.ok ? opened.value.vorgang.reference : assert.fail();
    };
    const reference = await referenceOf(as("kevin"), two);
    const link = (
      context: Context,
      to: string,
      kind: "follows" | "duplicate-of",
    ) => linkVorgang(context, { vorgangId: one, reference: to, kind });
    assert.equal(
      kindOf(await link(as("kevin"), ` ${reference} `, "follows")),
      "ok",
    );
    assert.equal(
      kindOf(await link(as("kevin"), reference, "duplicate-of")),
      "ok",
    );
    const unknown = [
      await referenceOf(foreign.as("kevin"), abroad),
      "",
      "7K4M",
    ];
    for (const typed of unknown)
      assert.equal(
        kindOf(await link(as("kevin"), typed, "follows")),
        "link-unknown",
      );
    const itself = await referenceOf(as("kevin"), one);
    assert.equal(
      kindOf(await link(as("kevin"), itself, "follows")),
      "link-to-itself",
    );
    for (const outsider of await outsiders(authority))
      assert.notEqual(kindOf(await link(outsider, reference, "follows")), "ok");

    const shown = async (id: string) =>
      (await open(as("samira"), id)).links.map(
        ({ kind, isOutgoing, other }) => [kind, isOutgoing, other.id],
      );
    assert.deepEqual(await shown(one), [["duplicate-of", true, two]]);
    assert.deepEqual(await shown(two), [["duplicate-of", false, one]]);
    assert.ok(
      (await unlinkVorgang(as("samira"), { vorgangId: two, otherId: one })).ok,
    );
    assert.deepEqual(await shown(one), []);
    const audit = await auditOf(as("kevin"), one);
    assert.equal(audit.filter((it) => it === "vorgang.linked").length, 2);
  });

  test("on the page: ticking, noting and linking lead back; what is wrong is said at its field with what was typed", async () => {
    const { office, as } = await newAuthority(database);
    const id = await parkingPermit(office);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const lead = office.at(received, [
      "label.manage",
      "vorgang.read",
      "vorgang.edit",
    ]);
    const post = (
      to: string,
      fields: Record<string, string>,
      context = as("kevin"),
    ) => visit(routes, "POST", { context, path: to, fields });
    assert.equal(
      asRedirect(
        await post(
          "/arbeitsplatz/schlagwoerter",
          { name: "Eilt", farbe: "red" },
          lead,
        ),
      ).to,
      "/arbeitsplatz/schlagwoerter",
    );
    const wrong = asPage(
      await post("/arbeitsplatz/schlagwoerter", { name: "Eilt" }, lead),
    );
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#name"[^]*gibt es schon/);
    assert.equal(
      errorStatusOf(await post("/arbeitsplatz/schlagwoerter", { name: "X" })),
      404,
    );
    const list = await visit(routes, "GET", {
      context: lead,
      path: "/arbeitsplatz/schlagwoerter",
    });
    const [, labelId = ""] =
      /schlagwoerter\/([\w-]+)\/entfernen/.exec(asPage(list).text) ?? [];
    await post(`${path}/schlagwoerter`, { schlagwort: labelId });
    await post(`${path}/notizen`, { notiz: "<b>Hallo</b>" });
    const { text } = asPage(
      await visit(routes, "GET", { context: as("kevin"), path }),
    );
    assert.match(text, /portal-label--red"\s*>Eilt/);
    assert.match(
      text,
      /Kevin Krause<\/strong>[^]*&lt;b&gt;Hallo[^]*Zurücknehmen/,
    );
    const unlinked = asPage(
      await post(`${path}/verknuepfungen`, { nummer: "7K4M", art: "follows" }),
    );
    assert.equal(unlinked.status, 422);
    assert.match(
      unlinked.text,
      /href="#nummer"[^]*<option value="follows" selected[^]*value="7K4M"/,
    );
    const silent = asPage(await post(`${path}/notizen`, { notiz: " " }));
    assert.match(silent.text, /href="#notiz"/);
  });

  test("who works on an application is told when it is withdrawn, once and until it is opened; nobody else is", async () => {
    const { office, as, idOf } = await newAuthority(database);
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    const assigned = await assignVorgang(as("kevin"), {
      vorgangId: id,
      assignment: { kind: "assigned", assigneeId: idOf("samira") },
      expectedPosition: 1,
    });
    assert.ok(assigned.ok);
    for (const click of ["once", "twice"]) {
      const withdrawn = await withdrawApplication(
        office.visitor,
        { submissionId, expectedPosition: 1, statusLinkPrefix: baseUrl },
        () => Promise.resolve(undefined),
      );
      assert.ok(withdrawn.ok, click);
    }
    const told = async (context: Context) =>
      (await listNotices(context)).map((each) => [each.kind, each.vorgangId]);
    assert.deepEqual(await told(as("samira")), [["withdrawn", id]]);
    assert.deepEqual(await told(as("kevin")), []);
    const path = "/arbeitsplatz";
    const { text } = asPage(
      await visit(routes, "GET", { context: as("samira"), path }),
    );
    assert.match(text, /Der Antrag wurde zurückgenommen/);
    await open(as("samira"), id);
    assert.deepEqual(await told(as("samira")), []);
  });
});
