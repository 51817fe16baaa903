import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { verifyAuditChain } from "../../audit/index.ts";
import { visit, asPage, asRedirect } from "../../../shell/testing/visit.ts";
import { vorgaengeModule } from "../module.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { later, threeOffices } from "../testing/three-offices.ts";
import {
  auditOf,
  noAddress,
  parkingPermit,
  received,
  statusLinkPrefix,
} from "../testing/vorgang-fixtures.ts";
import { askOpinion } from "./ask-opinion.ts";
import { assignVorgang } from "./assign-vorgang.ts";
import { callBackVorgang, mayCallBack } from "./call-back-vorgang.ts";
import { changeState } from "./change-state.ts";
import { listOpinionRequests } from "./give-opinion.ts";
import { handOverVorgang, type HandOverInput } from "./hand-over-vorgang.ts";
import { writeNote } from "./internal-notes.ts";
import { noteAnswer } from "./note-answer.ts";
import { readVorgang } from "./read-vorgang.ts";
import { asMachine, receiveArrival } from "./receive-arrival.ts";

const kindOf = (
  result: { ok: true } | { ok: false; refusal: { kind: string } },
) => (result.ok ? "ok" : result.refusal.kind);

describe("handing over to the authority that is responsible", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const setUp = () => threeOffices(database);

  test("the other one gets a Vorgang of its own with the first day of receipt; the one here ends, is only read, and says where it went", async () => {
    const made = await setUp();
    const { Grabow, Kreis, Parchim, ports, submissionId, id } = made;
    const kevin = Grabow.as("kevin");
    const kept = await writeNote(kevin, {
      vorgangId: id,
      text: "Nur für uns",
      mentionedIds: [],
      baseUrl: "http://grabow.localhost",
    });
    assert.ok(kept.ok);
    const noted = await made.open(Grabow);
    const [note] = noted.collaboration.notes;
    assert.ok(note);
    for (const asked of [Parchim, Kreis])
      assert.ok(
        (
          await askOpinion(kevin, ports.authorities, {
            vorgangId: id,
            asked: { kind: "authority", id: asked.office.tenantId },
            question: "Frei?",
            workingDays: 3,
            sections: [],
            fileIds: [],
          })
        ).ok,
      );

    for (const [wrong, kind] of [
      [{ reason: " " }, "hand-over-reason-missing"],
      [{ note: "x".repeat(4001) }, "hand-over-text-too-long"],
      [{ toTenantId: newId() }, "hand-over-nobody"],
      [{ toTenantId: Grabow.office.tenantId }, "hand-over-nobody"],
      [{ toTenantId: "Kreis" }, "hand-over-nobody"],
      [{ vorgangId: newId() }, "not-found"],
      [{ expectedPosition: 7 }, "changed-meanwhile"],
    ] satisfies [Partial<HandOverInput>, string][])
      assert.equal(kindOf(await made.give(Grabow, Kreis, wrong)), kind);

    const done = { noteIds: [note.id], expectedPosition: 1 };
    const both = [
      await made.give(Grabow, Kreis, done),
      await made.give(Grabow, Kreis, done),
    ];
    assert.deepEqual(both.map(kindOf), ["ok", "ok"]);
    assert.deepEqual(made.stopped, [submissionId]);
    assert.equal(made.told.length, 1);
    assert.match(made.told[0] ?? "", /Kreis[^]*Der Kreis entscheidet\./);

    const theirs = await made.open(Kreis);
    assert.equal(theirs.vorgang.state, "received");
    assert.equal(theirs.vorgang.arrivedFrom, "Grabow");
    assert.deepEqual(theirs.vorgang.receivedAt, received);
    assert.ok(theirs.vorgang.stateSince > received, "the clock begins there");
    assert.deepEqual(
      theirs.events.map(({ kind }) => kind),
      ["received"],
    );
    const [arrival] = theirs.collaboration.arrivals;
    assert.deepEqual(arrival?.trail, ["Grabow"]);
    assert.ok(arrival.note);
    const [{ at, ...travelling } = assert.fail()] = arrival.note.notes;
    assert.equal(at, note.at.toISOString());
    assert.deepEqual(arrival.note, {
      reason: "Der Kreis entscheidet.",
      text: "Bitte eilig.",
      notes: [{ at, ...travelling }],
    });
    assert.deepEqual(travelling, { by: "Kevin Krause", text: "Nur für uns" });
    assert.deepEqual(theirs.collaboration.notes, []);

    const ours = await made.open(Grabow);
    assert.equal(ours.vorgang.state, "handed-over");
    assert.equal(ours.vorgang.handedTo, Kreis.office.tenantId);
    const { opinions } = ours.collaboration;
    assert.deepEqual(
      opinions.map(({ withdrawnAt }) => withdrawnAt),
      [later, later],
    );
    for (const asked of [Parchim, Kreis])
      assert.deepEqual(await listOpinionRequests(asked.as("tim")), {
        ok: true,
        value: [],
      });
    const position = ours.vorgang.lastPosition;
    const change = (kind: "reopened" | "note-to-applicant") =>
      changeState(
        kevin,
        {
          vorgangId: id,
          step: { kind },
          note: "Text",
          expectedPosition: position,
          statusLinkPrefix,
        },
        noAddress,
      );
    assert.equal(kindOf(await change("reopened")), "step-not-allowed");
    assert.equal(kindOf(await change("note-to-applicant")), "step-not-allowed");
    const take = {
      kind: "assigned",
      assigneeId: Grabow.idOf("kevin"),
    } as const;
    const taken = await assignVorgang(kevin, {
      vorgangId: id,
      assignment: take,
      expectedPosition: position,
    });
    assert.equal(kindOf(taken), "changed-meanwhile");
    const log = await auditOf(kevin, id);
    assert.ok(log.includes("vorgang.handed-over"));
  });

  test("neither authority reads the Vorgang of the other, and the applicant sees nothing of what is internal", async () => {
    const made = await setUp();
    const { Grabow, Kreis, Parchim, ports, id } = made;
    assert.ok((await made.give(Grabow, Kreis)).ok);
    const theirs = await made.vorgangAt(Kreis);
    const theirLog = await auditOf(Kreis.as("tim"), theirs.id);
    assert.equal(theirLog[0], "vorgang.arrived");
    for (const [who, what] of [
      [Grabow, theirs.id],
      [Kreis, id],
      [Parchim, id],
      [Parchim, theirs.id],
    ] as const) {
      const read = await readVorgang(who.as("kevin"), what, ports.submissions);
      assert.equal(kindOf(read), "not-found");
    }
    const old = await made.status(Grabow);
    assert.equal(old.handedTo?.name, "Kreis");
    const current = await made.status(Kreis);
    assert.equal(current.arrival?.fromName, "Grabow");
    assert.ok(!JSON.stringify([old, current]).includes("Bitte eilig"));
  });

  test("it may be handed back and on: the old Vorgang is alive again, new for everybody, and the way is written down", async () => {
    const made = await setUp();
    const { Grabow, Kreis, Parchim } = made;
    assert.ok((await made.give(Grabow, Kreis)).ok);
    assert.ok((await made.give(Kreis, Grabow)).ok);
    const back = await made.open(Grabow);
    assert.equal(back.vorgang.id, made.id);
    assert.equal(back.vorgang.state, "received");
    assert.equal(back.vorgang.handedTo, undefined);
    assert.deepEqual(
      back.events.map(({ kind }) => kind),
      ["received", "handed-over", "returned"],
    );
    assert.ok(back.collaboration.handOvers.every(({ endedAt }) => endedAt));
    assert.ok((await made.give(Grabow, Parchim)).ok);
    const { collaboration } = await made.open(Parchim);
    assert.deepEqual(collaboration.arrivals.at(-1)?.trail, [
      "Grabow",
      "Kreis",
      "Grabow",
    ]);
    assert.ok((await made.give(Parchim, Kreis)).ok);
    const again = await made.open(Kreis);
    assert.deepEqual(again.collaboration.arrivals.at(-1)?.trail, [
      "Grabow",
      "Kreis",
      "Grabow",
      "Parchim",
    ]);
  });

  test("it is called back as long as nobody there has opened it and nothing has happened, twice as once", async () => {
    const made = await setUp();
    const { Grabow, Kreis, ports, id, submissionId } = made;
    const kevin = Grabow.as("kevin", later);
    const tellApplicant = ports.tellApplicantOf();
    const callBack = (context: Context) =>
      callBackVorgang(context, ports, { vorgangId: id, tellApplicant });
    const isOffered = async () =>
      mayCallBack(kevin, ports, await made.vorgangAt(Grabow));
    assert.equal(await isOffered(), false);
    assert.ok((await made.give(Grabow, Kreis)).ok);
    assert.equal(await isOffered(), true);
    const mayStopDeliveries = () => Promise.resolve(false);
    const handOver = { ...ports.handOver, mayStopDeliveries };
    const given = await made.vorgangAt(Grabow);
    assert.equal(await mayCallBack(kevin, { handOver }, given), false);
    const reader = Grabow.office.at(later, ["vorgang.read"]);
    assert.equal(kindOf(await callBack(reader)), "not-permitted");
    assert.equal(kindOf(await callBack(Kreis.as("kevin"))), "not-found");
    const twice = await Promise.all([callBack(kevin), callBack(kevin)]);
    assert.deepEqual(twice.map(kindOf), ["ok", "ok"]);
    assert.equal(made.told.length, 2);
    const { vorgang, collaboration } = await made.open(Grabow);
    assert.equal(vorgang.state, "received");
    assert.equal(collaboration.arrivals.at(-1)?.isCallBack, true);
    const theirs = await made.vorgangAt(Kreis);
    assert.equal(theirs.state, "handed-over");
    assert.equal(theirs.handedTo, Grabow.office.tenantId);

    assert.ok((await made.give(Grabow, Kreis)).ok);
    await made.open(Kreis);
    assert.equal(await isOffered(), false);
    assert.equal(kindOf(await callBack(kevin)), "touched-there");

    const { visitor } = Kreis.office;
    await visitor.transaction((db) =>
      noteAnswer(visitor, db, { submissionId }),
    );
    assert.equal((await made.vorgangAt(Kreis)).state, "received");
  });

  test("called back while it is taken, given back or given on there: one of them happens, and it lies with one authority only", async () => {
    const takeThere = async (made: Awaited<ReturnType<typeof setUp>>) => {
      const tim = made.Kreis.as("kevin", later);
      const { id: vorgangId } = await made.vorgangAt(made.Kreis);
      const assigneeId = made.Kreis.idOf("kevin");
      return assignVorgang(tim, {
        vorgangId,
        assignment: { kind: "assigned", assigneeId },
        expectedPosition: 1,
      });
    };
    type Made = Awaited<ReturnType<typeof setUp>>;
    const rivals: readonly ((
      made: Made,
    ) => Promise<{ ok: true } | { ok: false; refusal: { kind: string } }>)[] = [
      takeThere,
      (made) => made.give(made.Kreis, made.Grabow),
      (made) => made.give(made.Kreis, made.Parchim),
    ];
    for (const rival of rivals) {
      const made = await setUp();
      const { Grabow, Kreis, Parchim, ports, id } = made;
      assert.ok((await made.give(Grabow, Kreis)).ok);
      const results = await Promise.all([
        callBackVorgang(Grabow.as("kevin", later), ports, {
          vorgangId: id,
          tellApplicant: ports.tellApplicantOf(),
        }),
        rival(made),
      ]);
      assert.ok(
        results.some(({ ok }) => ok),
        JSON.stringify(results),
      );
      const all = await Promise.all(
        [Grabow, Kreis, Parchim].map(({ office }) =>
          office.caseworker.transaction((db) =>
            findVorgangOfSubmission(db, office.tenantId, made.submissionId),
          ),
        ),
      );
      const alive = all.filter((it) => it && it.handedTo === undefined);
      assert.equal(alive.length, 1, JSON.stringify(all));
      for (const { office } of [Grabow, Kreis, Parchim])
        assert.equal(
          (await verifyAuditChain(office.caseworker)).kind,
          "intact",
        );
    }
  });

  test("two authorities hand over to each other and ask each other at the same moment: nobody waits for nobody", async () => {
    const made = await setUp();
    const { Grabow, Kreis, ports } = made;
    const pairs = Array.from({ length: 6 }, (_, index) =>
      index % 2 === 0 ? [Grabow, Kreis] : [Kreis, Grabow],
    );
    const ids = await Promise.all(
      pairs.map(([from = Grabow]) =>
        parkingPermit(from.office, { submissionId: newId() }),
      ),
    );
    const results = await Promise.all(
      pairs.flatMap(([from = Grabow, to = Kreis], index) => {
        const vorgangId = ids[index] ?? "";
        const context = from.as("kevin", later);
        const { tenantId: toTenantId } = to.office;
        return [
          askOpinion(context, ports.authorities, {
            vorgangId,
            asked: { kind: "authority", id: toTenantId },
            question: "Bitte prüfen",
            workingDays: 5,
            sections: [0],
            fileIds: [],
          }),
          handOverVorgang(context, ports, {
            vorgangId,
            toTenantId,
            reason: "Dort zuständig.",
            note: "",
            noteIds: [],
            expectedPosition: 1,
            tellApplicant: undefined,
          }),
        ];
      }),
    );
    const handedOver = results.filter((_, index) => index % 2 === 1);
    assert.ok(
      handedOver.every(({ ok }) => ok),
      JSON.stringify(results),
    );
  });

  test("what FIT-Connect brings from outside comes in the same way, once", async () => {
    const { Kreis, ports } = await setUp();
    const machine = asMachine(Kreis.office.caseworker);
    const submissionId = newId();
    const transfer = await ports.handOver.prepareTransfer(
      machine,
      machine,
      submissionId,
    );
    assert.ok(transfer);
    const arrive = (id: string) =>
      machine.transaction((db) =>
        receiveArrival(machine, db, {
          submissionId,
          transfer,
          arrival: {
            id,
            source: "fit-connect",
            fromTenantId: undefined,
            fromName: "Portal Hamburg",
            trail: ["Portal Hamburg"],
            isCallBack: false,
            encryptedNote: undefined,
          },
        }),
      );
    const id = newId();
    const vorgangId = await arrive(id);
    assert.equal(await arrive(id), vorgangId);
    assert.equal(await arrive(newId()), vorgangId);
    const read = await readVorgang(
      Kreis.as("tim"),
      vorgangId,
      ports.submissions,
    );
    assert.equal(kindOf(read), "not-found");
    const seen = await readVorgang(
      Kreis.as("kevin"),
      vorgangId,
      ports.submissions,
    );
    assert.ok(seen.ok);
    assert.equal(seen.value.collaboration.arrivals.length, 1);
    assert.equal(seen.value.vorgang.arrivedFrom, "Portal Hamburg");
  });

  test("on the pages: found by name, why and what goes along, marked in the other list, and led on from the status page", async () => {
    const { Grabow, Kreis, ports, id, submissionId } = await setUp();
    const target = { submissionId, receiptPath: undefined };
    const { routes } = vorgaengeModule({
      ...ports,
      findSubmissionByStatusLink: () => Promise.resolve(target),
    });
    const at = (context: Context, path: string) =>
      visit(routes, "GET", { context, path });
    const post = (
      context: Context,
      path: string,
      fields: Record<string, string>,
    ) => visit(routes, "POST", { context, path, fields });
    const kevin = Grabow.as("kevin", later);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const page = asPage(await at(kevin, path));
    assert.match(page.text, /href="\/arbeitsplatz\/vorgaenge\/[\w-]+\/abgabe"/);
    assert.ok(!page.text.includes('value="handed-over"'));
    assert.ok(!page.text.includes(Kreis.office.tenantId));
    const search = asPage(await at(kevin, `${path}/abgabe?suche=Kreis`));
    const [, href = ""] = /href="([^"]*\?an=[\w-]+)"/.exec(search.text) ?? [];
    assert.ok(href.endsWith(Kreis.office.tenantId));
    assert.match(search.text, /post@kreis\.example/);
    const form = asPage(await at(kevin, href));
    assert.match(form.text, /Angaben zur Person[^]*Führerschein/);
    const given = {
      an: Kreis.office.tenantId,
      gesehen: "1",
      vermerk: "Nur intern",
    };
    const wrong = asPage(await post(kevin, `${path}/abgabe`, given));
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#grund"[^]*Nur intern<\/textarea>/);
    const reply = await post(kevin, `${path}/abgabe`, {
      ...given,
      grund: "Der <b>Kreis</b>",
    });
    assert.equal(asRedirect(reply).to, path);
    const gone = asPage(await at(kevin, path));
    assert.match(gone.text, /Abgegeben an Kreis[^]*zurueckholen/);
    assert.ok(!gone.text.includes('/notizen"'), "nothing to write any more");
    const list = asPage(await at(Kreis.as("kevin", later), "/arbeitsplatz"));
    assert.match(list.text, /von Grabow/);
    const [, theirs = ""] =
      /href="(\/arbeitsplatz\/vorgaenge\/[\w-]+)"/.exec(list.text) ?? [];
    const arrived = asPage(await at(Kreis.as("kevin", later), theirs));
    assert.match(
      arrived.text,
      /Abgegeben von Grabow[^]*Grabow →[^]*Der &lt;b&gt;Kreis[^]*Nur intern/,
    );
    const late = asPage(await post(kevin, `${path}/abgabe/zurueckholen`, {}));
    assert.match(late.text, /Zurückholen geht nicht mehr/);
    const link = "s".repeat(43);
    const old = asPage(await at(Grabow.office.visitor, `/status/${link}`));
    assert.match(
      old.text,
      /liegt jetzt bei: Kreis[^]*Der &lt;b&gt;Kreis[^]*href="http:\/\/kreis\.localhost:8080\/status\/s{43}"/,
    );
    assert.ok(!old.text.includes("Nur intern"));
    assert.ok(!old.text.includes("ruecknahme"));
    const current = asPage(await at(Kreis.office.visitor, `/status/${link}`));
    assert.match(current.text, /Grabow hat Ihren Antrag am 10\.[^]*ruecknahme/);
  });
});
