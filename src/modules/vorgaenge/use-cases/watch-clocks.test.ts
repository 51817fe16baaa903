import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, asRedirect, visit } from "../../../shell/testing/visit.ts";
import { addStaff } from "../../staff/index.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import { vorgaengeModule } from "../module.ts";
import type { TellApplicant } from "../ports.ts";
import {
  auditOf,
  fakePorts,
  newOffice,
  noAddress,
  parkingPermit,
  statusLinkPrefix,
  type Office,
} from "../testing/vorgang-fixtures.ts";
import { newAuthority } from "../testing/authority.ts";
import { similarSections } from "../web/similar-section.ts";
import { changePeriod } from "./change-period.ts";
import { assignVorgang } from "./assign-vorgang.ts";
import { changeState } from "./change-state.ts";
import { listClocks, redate, setClock } from "./clock-rules.ts";
import { readPublicStatus } from "./read-public-status.ts";
import { readVorgang } from "./read-vorgang.ts";
import { watchClocks } from "./watch-clocks.ts";

const leistungSlug = "bewohnerparkausweis";
const rule: ClockRule = {
  targetDays: undefined,
  period: {
    count: 1,
    unit: "months",
    legalBasis: "§ 42a VwVfG",
    approvesBySilence: true,
  },
  onQuestion: "stops",
  warningDays: 3,
  land: "MV",
};
const names = new Map([["in-progress", { de: "In der Prüfung" }]] as const);

describe("the clocks of an office", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const { submissions } = fakePorts();
  const system: Actor = { kind: "system", id: "system", may: () => false };

  const jobAt = (office: Office, day: string): Context =>
    database.contextFor({
      tenantId: office.tenantId,
      actor: system,
      now: new Date(`${day}T09:00:00Z`),
    });
  const leadOf = (office: Office) =>
    database.contextFor({
      tenantId: office.tenantId,
      actor: staffWith(newId(), "vorgang.read", "vorgang.rules"),
    });
  const withRule = async () => {
    const office = newOffice(database);
    const result = await setClock(leadOf(office), {
      leistungSlug,
      rule,
      names,
    });
    assert.ok(result.ok);
    return office;
  };
  const vorgangOf = async (office: Office, id: string) => {
    const opened = await readVorgang(office.caseworker, id, submissions);
    assert.ok(opened.ok);
    return opened.value.vorgang;
  };
  const dueOf = async (office: Office, id: string) =>
    (await vorgangOf(office, id)).dueOn;
  const stepAt = (
    office: Office,
    vorgangId: string,
    [day, kind, expectedPosition]: readonly [
      string,
      "question-asked" | "answered" | "taken-into-work",
      number,
    ],
  ) =>
    changeState(
      office.at(new Date(`${day}T09:00:00Z`)),
      {
        vorgangId,
        step: { kind },
        note: "Text",
        expectedPosition,
        statusLinkPrefix,
      },
      noAddress,
    );
  const periodAt = (
    office: Office,
    vorgangId: string,
    [day, choice, expectedPosition, untilDay = ""]: readonly [
      string,
      string,
      number,
      string?,
    ],
  ) =>
    changePeriod(
      office.at(new Date(`${day}T09:00:00Z`)),
      {
        vorgangId,
        choice,
        untilDay,
        note: "Ein Gutachten fehlt.",
        expectedPosition,
        statusLinkPrefix,
      },
      noAddress,
    );

  it("keep the due day with every event, and the applicant sees it", async () => {
    const office = await withRule();
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    assert.equal(await dueOf(office, id), "2027-04-05");
    assert.ok(
      (await stepAt(office, id, ["2027-03-10", "question-asked", 1])).ok,
    );
    assert.equal(await dueOf(office, id), undefined);
    assert.ok((await stepAt(office, id, ["2027-03-17", "answered", 2])).ok);
    assert.equal(await dueOf(office, id), "2027-04-12");
    const status = await readPublicStatus(office.visitor, submissionId);
    assert.equal(status?.clock?.clock.lastDay, "2027-04-12");
    assert.equal(status.stateNames.get("in-progress")?.de, "In der Prüfung");
  });

  it("are changed with a reason, as far as the clock allows, and once by a double click", async () => {
    const office = await withRule();
    const id = await parkingPermit(office);
    const stopped = ["2027-03-10", "period-stopped", 1] as const;
    assert.ok((await periodAt(office, id, stopped)).ok);
    assert.ok((await periodAt(office, id, stopped)).ok);
    const kindOf = async (...step: Parameters<typeof periodAt>[2]) => {
      const result = await periodAt(office, id, step);
      return result.ok ? "done" : result.refusal.kind;
    };
    assert.equal(await kindOf("2027-03-11", "", 2), "period-step-missing");
    assert.equal(
      await kindOf("2027-03-11", "period-stopped", 2),
      "step-not-allowed",
    );
    assert.equal(
      await kindOf("2027-03-11", "period-stopped", 1),
      "changed-meanwhile",
    );
    assert.equal(await kindOf("2027-03-12", "period-continued", 2), "done");
    assert.equal(await dueOf(office, id), "2027-04-05");
    assert.equal(
      await kindOf("2027-03-12", "period-extended", 3, "2027-04-01"),
      "until-day-invalid",
    );
    assert.equal(
      await kindOf("2027-03-12", "period-extended", 3, "2027-06-01"),
      "done",
    );
    assert.equal(await dueOf(office, id), "2027-06-01");
    assert.equal(
      await kindOf("2027-03-12", "period-extended", 4, "2027-07-01"),
      "step-not-allowed",
    );
    const foreign = newOffice(database);
    assert.deepEqual(
      await periodAt(foreign, id, ["2027-03-12", "period-stopped", 4]),
      { ok: false, refusal: { kind: "not-found" } },
    );
  });

  it("grant by silence when the law's day is over, once, and tell the applicant", async () => {
    const office = await withRule();
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    const told: string[] = [];
    const tellApplicant: TellApplicant = (_context, _db, { text }) => {
      told.push(text);
      return Promise.resolve();
    };
    const ports = { ...fakePorts(), tellApplicantOf: () => tellApplicant };
    await watchClocks(jobAt(office, "2027-04-05"), ports);
    assert.equal(told.length, 0);
    await Promise.all(
      [1, 2].map(() => watchClocks(jobAt(office, "2027-04-06"), ports)),
    );
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /5\. April 2027.*gilt deshalb als genehmigt/);
    const status = await readPublicStatus(office.visitor, submissionId);
    assert.equal(status?.state, "decided");
    assert.equal(status.outcome, "granted-by-silence");
    assert.equal(await dueOf(office, id), undefined);
    const actions = await auditOf(office.caseworker, id);
    assert.ok(actions.includes("vorgang.decided"));
  });

  it("tell on a working day, once, who has something late", async () => {
    const office = await withRule();
    await parkingPermit(office);
    const added = await addStaff(
      database.contextFor({
        tenantId: office.tenantId,
        actor: { ...system, may: () => true },
      }),
      {
        login: "leitung@schwerin.example",
        displayName: "L",
        roles: ["team-lead"],
      },
    );
    assert.ok(added.ok);
    const mails = async () => {
      const { rows } = await office.caseworker.read((db) =>
        sql<{ kind: string }>`
          select kind from mail.message where tenant_id = ${office.tenantId}
        `.execute(db),
      );
      return rows.map(({ kind }) => kind);
    };
    const quiet = { ...fakePorts() };
    // Easter Sunday
    await watchClocks(jobAt(office, "2027-03-28"), quiet);
    await watchClocks(jobAt(office, "2027-03-23"), quiet);
    assert.deepEqual(await mails(), []);
    await watchClocks(jobAt(office, "2027-04-01"), quiet);
    await watchClocks(jobAt(office, "2027-04-01"), quiet);
    assert.deepEqual(await mails(), ["vorgang-due"]);
  });

  it("are set by who may, date what is open anew, and say how long things took", async () => {
    const office = newOffice(database);
    const ids = [];
    for (let each = 0; each < 6; each += 1)
      ids.push(await parkingPermit(office));
    const [open = "", ...others] = ids;
    assert.equal(await dueOf(office, open), undefined);
    for (const [days, id] of others.entries()) {
      const decided = await changeState(
        office.at(new Date(`2027-03-0${String(days + 5)}T08:00:00Z`)),
        {
          vorgangId: id,
          step: { kind: "decided", outcome: "granted" },
          note: "",
          expectedPosition: 1,
          statusLinkPrefix,
        },
        noAddress,
      );
      assert.ok(decided.ok);
    }
    const refused = await setClock(office.caseworker, {
      leistungSlug,
      rule,
      names,
    });
    assert.deepEqual(refused.ok ? "" : refused.refusal.kind, "not-permitted");
    assert.equal((await listClocks(office.caseworker)).ok, false);
    assert.ok(
      (await setClock(leadOf(office), { leistungSlug, rule, names })).ok,
    );
    const job = jobAt(office, "2027-03-20");
    await redate(job, leistungSlug);
    assert.equal(await dueOf(office, open), "2027-04-05");
    await watchClocks(job, fakePorts());
    const clocks = await listClocks(leadOf(office));
    assert.ok(clocks.ok);
    assert.deepEqual(clocks.value.durations.get(leistungSlug), {
      cases: 5,
      fastDays: 3,
      middleDays: 4,
      slowDays: 6,
    });
    const elsewhere = await listClocks(leadOf(newOffice(database)));
    assert.ok(elsewhere.ok);
    assert.equal(elsewhere.value.rules.size, 0);
  });

  it("show who leads what must not go on lying, of everybody they may see, and of oneself", async () => {
    const here = await newAuthority(database);
    const { office, as, idOf } = here;
    assert.ok(
      (await setClock(leadOf(office), { leistungSlug, rule, names })).ok,
    );
    const ids = [newId(), newId(), newId()] as const;
    const [taken, ...others] = await Promise.all(
      ids.map((submissionId) => parkingPermit(office, { submissionId })),
    );
    assert.equal(others.length, 2);
    const assigned = await assignVorgang(as("kevin"), {
      vorgangId: taken ?? "",
      assignment: { kind: "assigned", assigneeId: idOf("kevin") },
      expectedPosition: 1,
    });
    assert.ok(assigned.ok);
    const listOpenTasks = () =>
      Promise.resolve([
        { kind: "paper" as const, submissionId: ids[0] },
        { kind: "contact" as const, submissionId: ids[0] },
        { kind: "contact" as const, submissionId: ids[1] },
        // Not of a Vorgang here.
        { kind: "contact" as const, submissionId: newId() },
      ]);
    const { routes } = vorgaengeModule(fakePorts({ listOpenTasks }));
    const countsFor = async (staffId: string, query: string) => {
      const context = database.contextFor({
        tenantId: office.tenantId,
        now: new Date("2028-03-01T09:00:00Z"),
        actor: staffWith(staffId, "vorgang.read", "vorgang.rules"),
      });
      const path = `/arbeitsplatz/dringend${query}`;
      const { text } = asPage(await visit(routes, "GET", { context, path }));
      const [, body = ""] = text.split("<tbody");
      const rows = body.split("<tr").slice(1);
      return rows.map((row) => />\s*(\d+)\s*</.exec(row)?.[1]);
    };
    // Late, late and nobody's, soon, nobody's, not reached, by post.
    const all = ["3", "2", "3", "2", "2", "1"];
    assert.deepEqual(await countsFor(idOf("kevin"), ""), all);
    assert.deepEqual(await countsFor(idOf("kevin"), "?wessen=meine"), [
      "1",
      "1",
      "1",
      "1",
    ]);
    // What is another team's alone is not counted.
    assert.deepEqual(
      await countsFor(idOf("tim"), ""),
      all.map(() => "0"),
    );
    const reader = await visit(routes, "GET", {
      context: as("kevin"),
      path: "/arbeitsplatz/dringend",
    });
    assert.deepEqual(reader, { kind: "error", status: 403 });
  });

  it("have pages that keep what was typed and say what is wrong", async () => {
    const office = newOffice(database);
    const submissionId = newId();
    const { routes } = vorgaengeModule(
      fakePorts({
        findSubmissionByStatusLink: () =>
          Promise.resolve({ submissionId, receiptPath: undefined }),
      }),
    );
    const lead = leadOf(office);
    const form = (fields: Record<string, string>) =>
      visit(routes, "POST", {
        context: lead,
        path: `/arbeitsplatz/fristen/${leistungSlug}`,
        fields: { rueckfrage: "stops", vorwarnung: "3", ...fields },
      });
    const wrong = asPage(
      await form({
        ziel: "zehn",
        frist: "months",
        laenge: "0",
        fiktion: "true",
        weitere: "3651",
        "name-closed-en": "All done",
      }),
    );
    assert.equal(wrong.status, 422);
    const text = wrong.text;
    assert.match(text, /value="zehn"/);
    assert.match(text, /ganze Zahl von 0 bis 500/);
    assert.match(text, /ganze Zahl von 1 bis 365/);
    assert.match(text, /Nennen Sie die Vorschrift/);
    assert.match(text, /ganze Zahl von 0 bis 3\.650/);
    assert.match(text, /Geben Sie auch den deutschen Namen ein/);
    asRedirect(
      await form({
        ziel: "10",
        frist: "months",
        laenge: "3",
        vorschrift: "§ 42a VwVfG",
        "name-received": "Ist bei uns",
        "name-received-en": "Is with us",
        "name-in-progress": "In der Prüfung",
        "name-decided": "Fertig",
      }),
    );
    const shown = asPage(
      await visit(routes, "GET", {
        context: lead,
        path: `/arbeitsplatz/fristen/${leistungSlug}`,
      }),
    ).text;
    assert.match(shown, /value="Fertig"/);
    assert.match(shown, /value="Is with us"/);
    const id = await parkingPermit(office, { submissionId });
    const leadOfStatus = async (locale: "de" | "en") => {
      const path = "/status/some-link";
      const given = { context: office.visitor, path, locale };
      const { text: status } = asPage(await visit(routes, "GET", given));
      return /(Ist bei uns|Is with us|In der Prüfung)(?:<\/span>)?, (?:seit|since)/.exec(
        status,
      )?.[1];
    };
    assert.equal(await leadOfStatus("de"), "Ist bei uns");
    assert.equal(await leadOfStatus("en"), "Is with us");
    assert.ok(
      (await stepAt(office, id, ["2027-03-10", "taken-into-work", 1])).ok,
    );
    // Without an English name the office's German one says more than the usual word.
    assert.equal(await leadOfStatus("en"), "In der Prüfung");
    const second = newId();
    await parkingPermit(office, { submissionId: second });
    const similar = similarSections(() => Promise.resolve([second]));
    const place = {
      ...(await vorgangOf(office, id)),
      locale: "de" as const,
      portal: { ars: null, name: "Schwerin" },
      hiddenSlugs: [],
      mayEdit: true,
    };
    const shownWith = async (weitere: string) => {
      asRedirect(await form({ weitere }));
      const later = { ...office.caseworker, now: new Date("2027-04-10") };
      const section = await similar(later, place);
      return section.content?.map(({ body }) => String(body)).join("") ?? "";
    };
    assert.match(await shownWith("60"), /In den letzten 60 Tagen/);
    assert.equal(await shownWith("30"), "");
    assert.match(await shownWith(""), /In den letzten 365 Tagen/);
    assert.equal(await shownWith("0"), "");
    asRedirect(
      await form({
        ziel: "10",
        frist: "months",
        laenge: "3",
        vorschrift: "§ 42a VwVfG",
      }),
    );
    const list = asPage(
      await visit(routes, "GET", {
        context: lead,
        path: "/arbeitsplatz/fristen",
      }),
    ).text;
    assert.match(list, /10 Arbeitstage/);
    assert.match(list, /3 Monate \(§ 42a VwVfG\)/);
  });
});
