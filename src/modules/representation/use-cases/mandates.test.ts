import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { endMandateHandler } from "../jobs/end-mandate.ts";
import type { MandateLeistung, Scope } from "../domain/scope.ts";
import {
  daysLater,
  linkPrefix,
  newestToken,
  person,
  readMails,
  type Person,
} from "../testing/representation-fixtures.ts";
import { declareRepresentation } from "./declare-representation.ts";
import { describeParty } from "./describe-party.ts";
import { endMandate } from "./end-mandate.ts";
import { giveMandate } from "./give-mandate.ts";
import { acceptInvitation, readInvitation } from "./invitation.ts";
import { findRepresentation } from "./list-representations.ts";
import { noteAction } from "./note-action.ts";
import { listOwnMandates, readMandate } from "./read-mandates.ts";
import { switchParty } from "./switch-party.ts";

const dogTax: MandateLeistung = {
  portal: "schwerin",
  slug: "hundesteuer",
  lifeSituation: "leisure",
};
const parking: MandateLeistung = {
  portal: "schwerin",
  slug: "bewohnerparkausweis",
  lifeSituation: "mobility",
};

void describe("mandates", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  /** Oma gives, Enkel takes. */
  const family = async () => {
    const tenantId = newId();
    const oma = await person(database, tenantId, "Oma");
    const enkel = await person(database, tenantId, "Enkel");
    return { tenantId, oma, enkel };
  };

  const give = async (
    from: Person,
    scope: Scope = { kind: "all" },
    validUntil = "2027-03-31",
  ) => {
    const given = await giveMandate(from.context, {
      email: "enkel@example.org",
      chosen: { scope, label: scope.kind === "all" ? "" : "Hundesteuer" },
      validUntil,
      linkPrefix,
    });
    assert.ok(given.ok);
    return given.value.mandateId;
  };
  const hand = async (from: Person, to: Person, scope?: Scope) => {
    const mandateId = await give(from, scope);
    const token = await newestToken(from.context);
    assert.ok((await acceptInvitation(to.context, token)).ok);
    return mandateId;
  };
  const act = async (who: Person, partyId: string) => {
    const session = await who.session();
    return switchParty(who.context, {
      sessionId: session?.sessionId ?? assert.fail(),
      partyId,
      portalName: "Schwerin",
    });
  };
  const ground = (
    grantee: Person,
    partyId: string,
    {
      leistung,
      now,
    }: { readonly leistung?: MandateLeistung; readonly now?: Date } = {},
  ) =>
    findRepresentation(now ? grantee.at(now) : grantee.context, {
      accountId: grantee.accountId,
      partyId,
      ...(leistung ? { leistung } : {}),
    });

  test("count from when the other person accepts, until their last day", async () => {
    const { oma, enkel } = await family();
    const mandateId = await give(oma);
    assert.equal(await ground(enkel, oma.accountId), undefined);
    const token = await newestToken(oma.context);
    assert.doesNotMatch(JSON.stringify(await readMails(oma.context)), /Oma/);
    assert.deepEqual(await readInvitation(enkel.context, token), {
      kind: "mandate",
      from: "Oma",
      scopeLabel: "",
      validUntil: "2027-03-31",
      isOwn: false,
    });
    assert.deepEqual(await acceptInvitation(oma.context, token), {
      ok: false,
      refusal: { kind: "is-own" },
    });
    assert.ok((await acceptInvitation(enkel.context, token)).ok);
    assert.deepEqual(await ground(enkel, oma.accountId), {
      party: {
        partyId: oma.accountId,
        kind: "person",
        name: "Oma",
        may: "sign",
      },
      basis: "power",
      isSelfDeclared: false,
      role: undefined,
      scope: { kind: "all" },
      scopeLabel: "",
      validUntil: "2027-03-31",
    });
    // 22:30 UTC is half past midnight in Germany once summer time began.
    const lastMinutes = new Date("2027-03-31T21:30:00.000Z");
    const nextDay = new Date("2027-03-31T22:30:00.000Z");
    assert.ok(await ground(enkel, oma.accountId, { now: lastMinutes }));
    assert.equal(
      await ground(enkel, oma.accountId, { now: nextDay }),
      undefined,
    );
    const [seen] = await listOwnMandates(oma.at(nextDay));
    assert.equal(seen?.mandateId, mandateId);
    assert.equal(seen.state, "expired");
    assert.equal(seen.otherName, "Enkel");
  });

  for (const [scope, coversDogTax, coversParking] of [
    [{ kind: "all" }, true, true],
    [{ kind: "kind", key: "leisure" }, true, false],
    [{ kind: "leistung", key: "schwerin/hundesteuer" }, true, false],
    [{ kind: "leistung", key: "grabow/hundesteuer" }, false, false],
    [{ kind: "kind", key: "hundesteuer" }, false, false],
  ] as const) {
    test(`for ${JSON.stringify(scope)} cover exactly that`, async () => {
      const { oma, enkel } = await family();
      await hand(oma, enkel, scope);
      const covered = async (leistung: MandateLeistung) =>
        (await ground(enkel, oma.accountId, { leistung })) !== undefined;
      assert.equal(await covered(dogTax), coversDogTax);
      assert.equal(await covered(parking), coversParking);
      assert.ok(await ground(enkel, oma.accountId));
    });
  }

  test("end at once by either side, in open sessions too", async () => {
    for (const by of ["oma", "enkel"] as const) {
      const people = await family();
      const { oma, enkel } = people;
      const mandateId = await hand(oma, enkel);
      assert.ok((await act(enkel, oma.accountId)).ok);
      assert.equal((await enkel.session())?.actingFor?.name, "Oma");
      assert.ok((await endMandate(people[by].context, mandateId)).ok);
      assert.equal((await enkel.session())?.actingFor, undefined);
      assert.equal(await ground(enkel, oma.accountId), undefined);
      assert.deepEqual(await act(enkel, oma.accountId), {
        ok: false,
        refusal: { kind: "not-found" },
      });
      assert.deepEqual(await endMandate(oma.context, mandateId), {
        ok: false,
        refusal: { kind: "ended-already" },
      });
    }
  });

  test("that were taken back before cannot be accepted", async () => {
    const { oma, enkel } = await family();
    const mandateId = await give(oma);
    const token = await newestToken(oma.context);
    assert.ok((await endMandate(oma.context, mandateId)).ok);
    assert.equal(await readInvitation(enkel.context, token), undefined);
    assert.equal((await acceptInvitation(enkel.context, token)).ok, false);
  });

  test("leave a session alone while another mandate is in force", async () => {
    const { oma, enkel } = await family();
    const first = await hand(oma, enkel);
    const second = await hand(oma, enkel, { kind: "kind", key: "leisure" });
    await act(enkel, oma.accountId);
    await endMandate(oma.context, first);
    assert.ok((await enkel.session())?.actingFor);
    await endMandate(oma.context, second);
    assert.equal((await enkel.session())?.actingFor, undefined);
  });

  test("stop sessions after their last day by a job", async () => {
    const { oma, enkel } = await family();
    const mandateId = await hand(oma, enkel);
    await act(enkel, oma.accountId);
    const run = (now: Date) =>
      endMandateHandler().run({
        context: enkel.at(now),
        jobId: "1",
        attempt: 1,
        payload: { mandateId },
        signal: new AbortController().signal,
      });
    await run(daysLater(28));
    assert.ok((await enkel.session())?.actingFor);
    await run(daysLater(29));
    assert.equal((await enkel.session())?.actingFor, undefined);
  });

  test("refuse what is no address and a last day that is past, unreal or too far", async () => {
    const { oma } = await family();
    const refusal = async (email: string, validUntil: string) => {
      const given = await giveMandate(oma.context, {
        email,
        chosen: { scope: { kind: "all" }, label: "" },
        validUntil,
        linkPrefix,
      });
      if (given.ok) return "ok";
      const refused = given.refusal;
      return refused.kind === "invalid"
        ? refused.problems.join(" ")
        : refused.kind;
    };
    assert.equal(await refusal("enkel", "2027-04-01"), "email-invalid");
    assert.equal(await refusal("", ""), "email-invalid end-impossible");
    for (const day of ["2027-03-02", "2027-02-30", "2032-03-04", "--", ""])
      assert.equal(await refusal("e@x.example", day), "end-impossible", day);
    for (const day of ["2027-03-03", "2032-03-03"])
      assert.equal(await refusal("e@x.example", day), "ok", day);
  });

  test("show both sides what was done, once, and nobody else", async () => {
    const { tenantId, oma, enkel } = await family();
    const stranger = await person(database, tenantId, "Fremde");
    const mandateId = await hand(oma, enkel);
    const id = newId();
    for (let times = 0; times < 2; times += 1)
      await noteAction(enkel.context, {
        id,
        partyId: oma.accountId,
        accountId: enkel.accountId,
        kind: "submitted",
        details: {
          portalName: "Schwerin",
          leistung: "Hundesteuer",
          reference: "7K4M-29CF-X3T",
        },
      });
    for (const who of [oma, enkel]) {
      const seen = await readMandate(who.context, mandateId);
      assert.deepEqual(
        seen?.actions.map(({ by, kind, leistung }) => [by, kind, leistung]),
        [["Enkel", "submitted", "Hundesteuer"]],
      );
    }
    assert.equal(await readMandate(stranger.context, mandateId), undefined);
    assert.equal((await endMandate(stranger.context, mandateId)).ok, false);
  });

  test("by law are stated by the representative and marked as such", async () => {
    const { enkel } = await family();
    const declaration = {
      basis: "guardian",
      personName: "Heinz Alt",
      personBirthday: "1941-05-17",
      statement: "Beschluss des Amtsgerichts Schwerin",
      chosen: { scope: { kind: "all" }, label: "" },
      validUntil: "2027-12-31",
    } as const;
    const declared = await declareRepresentation(enkel.context, declaration);
    assert.ok(declared.ok);
    const [mandate] = await listOwnMandates(enkel.context);
    assert.ok(mandate);
    const found = await ground(enkel, mandate.partyId, { leistung: dogTax });
    assert.equal(found?.isSelfDeclared, true);
    assert.deepEqual(
      await describeParty(enkel.context, {
        partyId: mandate.partyId,
        accountId: enkel.accountId,
      }),
      {
        kind: "person",
        name: "Heinz Alt",
        basis: "guardian",
        isSelfDeclared: true,
        birthday: "1941-05-17",
        statement: "Beschluss des Amtsgerichts Schwerin",
        validUntil: "2027-12-31",
      },
    );
    const wrong = await declareRepresentation(enkel.context, {
      ...declaration,
      personName: "R2D2",
      personBirthday: "2041-05-17",
      statement: " ",
      validUntil: "x",
    });
    assert.deepEqual(wrong, {
      ok: false,
      refusal: {
        kind: "declaration-invalid",
        problems: [
          "name-missing",
          "birthday-impossible",
          "statement-missing",
          "end-impossible",
        ],
      },
    });
  });
});
