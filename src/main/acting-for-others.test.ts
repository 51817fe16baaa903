import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Sender } from "../modules/submissions/domain/sender.ts";
import { refusalOfSender } from "../modules/submissions/use-cases/submit-draft.ts";
import {
  antrag,
  apply,
  fillIn,
  postSend,
  readStand,
  startDraft,
  xaveria,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Visitor } from "./testing/visitor.ts";

const form = "hundesteuer";
const declaration: Readonly<Record<string, string>> = {
  basis: "parent",
  scope: "all",
  personName: "Kim Kindermann",
  "birthday-day": "3",
  "birthday-month": "4",
  "birthday-year": "2019",
  statement: "Sorgerecht laut Urteil vom 2. Mai",
  "until-day": "1",
  "until-month": "3",
  "until-year": String(new Date().getFullYear() + 2),
};

void describe("an application for somebody else", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  before(async () => {
    portal = await startTestPortal({ worker: true });
    owner = openAsOwner(portal.databaseAddress);
  });
  after(async () => {
    await owner.close();
    assertNoFaults(portal);
    await portal.close();
  });

  /** Signed in, with a child to act for, and acting. */
  const parent = async (subject: string) => {
    const visitor = await signedInCitizen(portal, "schwerin", {
      subject,
      displayName: "Petra Kindermann",
    });
    const declared = await visitor.visit("/konto/vollmachten/vertretung", {
      fields: declaration,
    });
    const mandate = String(declared.headers.location);
    assert.match(mandate, /^\/konto\/vollmachten\/[0-9a-f-]{36}$/);
    await actForChild(visitor);
    return { visitor, mandate };
  };

  const actForChild = async (visitor: Visitor): Promise<void> => {
    const choice = await visitor.visit("/konto/handeln-fuer");
    const [, partyId = assert.fail()] =
      /value="([0-9a-f-]{36})"[^]*?Kim Kindermann/.exec(choice.text) ?? [];
    await visitor.visit("/konto/handeln-fuer", { fields: { partyId } });
  };

  const shownWithin = async (
    visitor: Visitor,
    path: string,
    wanted: RegExp,
  ): Promise<void> => {
    const end = Date.now() + 15_000;
    for (;;) {
      const { text } = await visitor.visit(path);
      if (wanted.test(text)) return;
      assert.ok(Date.now() < end, `${path} never shows ${String(wanted)}`);
    }
  };

  void test("keeps by what right it was sent, for the office and on the receipt", async () => {
    const { visitor, mandate } = await parent("petra-1");
    const { reference } = await apply(visitor, form);
    const [vorgang] = await owner.query<{ id: string }>(
      "select id from vorgaenge.vorgang where reference = $1",
      [reference],
    );
    const staff = await signedIn(portal, "schwerin");
    const shown = await staff.visit(
      `/arbeitsplatz/vorgaenge/${vorgang?.id ?? ""}`,
    );
    for (const words of [
      "Petra Kindermann",
      "Kim Kindermann",
      "Elternteil",
      "3. April 2019",
      "Sorgerecht laut Urteil vom 2. Mai",
      "nur angegeben, nicht nachgewiesen",
    ])
      assert.ok(shown.text.includes(words), words);
    const json = await visitor.visit(antrag(form, "/quittung.json"));
    const { authentication } = JSON.parse(json.text) as {
      authentication: { actingFor: { right: { basis: string } } };
    };
    assert.equal(authentication.actingFor.right.basis, "parent");
    // In another portal, too, whose key does not open it.
    const elsewhere = await signedInCitizen(portal, "grabow", {
      subject: "petra-1",
      displayName: "Petra Kindermann",
    });
    await actForChild(elsewhere);
    for (const there of [visitor, elsewhere])
      assert.match(
        (await there.visit("/antraege")).text,
        /Gesendet von Petra Kindermann in Vertretung: Elternteil, nur angegeben/,
      );
    // Written by a job: the mandate is in another tenant than the submission.
    await shownWithin(
      visitor,
      mandate,
      /hat einen Antrag gesendet, Hundesteuer-Anmeldung/,
    );
  });

  /** What the child has, sent and not sent. */
  const countOf = async (mandate: string) => {
    const [count] = await owner.query<{ sent: string; kept: string }>(
      `select count(*) filter (where submitted_at is not null) as sent, count(*) as kept
      from submissions.draft where owner_id in (select party_id from representation.mandate where id = $1)`,
      [mandate.split("/").at(-1)],
    );
    return count;
  };

  void test("is not sent once the right was revoked, and nothing of it is lost", async () => {
    const { visitor, mandate } = await parent("petra-2");
    await fillIn(visitor, form);
    const stand = readStand(await visitor.visit(antrag(form, "/pruefen")));
    const again = await signedInCitizen(portal, "schwerin", {
      subject: "petra-2",
    });
    await again.visit(`${mandate}/ende`, { fields: {} });
    // The session acts for the child no more; the draft is the child's.
    const refused = await postSend(visitor, form, stand);
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    for (const page of [refused, summary]) {
      assert.equal(page.status, 403);
      assert.match(page.text, /Er wurde nicht gesendet/);
      assert.match(page.text, /href="\/konto\/handeln-fuer"/);
      assert.ok(!page.text.includes(xaveria.familienname));
      assert.deepEqual(faultsOfPage(page), []);
    }
    assert.deepEqual(await countOf(mandate), { sent: "0", kept: "1" });
  });

  void test("is neither begun nor sent after the last day of a mandate, or by one for something else", async () => {
    const { visitor, mandate } = await parent("petra-4");
    await fillIn(visitor, form);
    const stand = readStand(await visitor.visit(antrag(form, "/pruefen")));
    const change = (columns: string) =>
      owner.query(
        `update representation.mandate set ${columns} where id = $1`,
        [mandate.split("/").at(-1)],
      );
    const lastDay = declaration["until-year"] ?? "";
    for (const columns of [
      // The job that ends it has not run yet.
      "valid_until = '2026-01-31'",
      `valid_until = '${lastDay}-03-01', scope_kind = 'leistung', scope_key = 'schwerin/bewohnerparkausweis'`,
      `scope_key = 'grabow/${form}'`,
      "scope_kind = 'kind', scope_key = 'gibt-es-nicht'",
    ]) {
      await change(columns);
      const refused = await postSend(visitor, form, stand);
      assert.equal(refused.status, 403, columns);
      const start = await visitor.visit(antrag(form));
      assert.match(start.text, /Dafür gilt die Vollmacht nicht/);
      assert.doesNotMatch(start.text, new RegExp(`action="${antrag(form)}"`));
      const begun = await visitor.visit(antrag(form), { fields: {} });
      assert.equal(begun.status, 403, columns);
      assert.deepEqual(await countOf(mandate), { sent: "0", kept: "1" });
    }
    await change(`scope_kind = 'leistung', scope_key = 'schwerin/${form}'`);
    const start = await visitor.visit(antrag(form));
    assert.match(start.text, new RegExp(`action="${antrag(form)}"`));
    const sent = await postSend(visitor, form, stand);
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
    assert.deepEqual(await countOf(mandate), { sent: "1", kept: "1" });
  });

  void test("leaves out the right of somebody who acts for nobody", async () => {
    const visitor = await signedInCitizen(portal, "schwerin", {
      subject: "petra-3",
    });
    await startDraft(visitor, form);
    await apply(visitor, form);
    const json = await visitor.visit(antrag(form, "/quittung.json"));
    const receipt = JSON.parse(json.text) as {
      authentication: Record<string, unknown>;
    };
    assert.ok(!("actingFor" in receipt.authentication));
  });
});

void test("who may send: the level must suffice, and who only prepares never sends", () => {
  const sender = (
    assuranceLevel: Sender["assuranceLevel"],
    may?: "prepare" | "sign",
  ): Sender => ({
    accountId: "a",
    ownerId: "o",
    displayName: "Ada",
    assuranceLevel,
    provider: "bundid",
    signedInAt: new Date(0),
    actingFor: may && { kind: "organisation", name: "Segelclub", may },
  });
  const cases = [
    [undefined, "none", undefined],
    [undefined, "low", "level-too-low"],
    [sender("low"), "low", undefined],
    [sender("low"), "substantial", "level-too-low"],
    [sender("substantial"), "high", "level-too-low"],
    [sender("high"), "high", undefined],
    [sender("high", "sign"), "high", undefined],
    [sender("high", "prepare"), "none", "prepare-only"],
    [sender("low", "prepare"), "high", "level-too-low"],
  ] as const;
  for (const [who, neededLevel, expected] of cases)
    assert.equal(
      refusalOfSender({ sender: who, neededLevel })?.kind,
      expected,
      `${who?.assuranceLevel ?? "guest"} ${who?.actingFor?.may ?? ""} for ${neededLevel}`,
    );
});
