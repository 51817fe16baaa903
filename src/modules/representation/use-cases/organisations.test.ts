import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  clubOf,
  daysLater,
  join,
  linkPrefix,
  membershipOf,
  newestToken,
  person,
  readMails,
  sailingClub,
  type Person,
} from "../testing/representation-fixtures.ts";
import {
  changeOrganisation,
  deleteOrganisation,
} from "./change-organisation.ts";
import { changeRole, endMembership } from "./change-membership.ts";
import { createOrganisation } from "./create-organisation.ts";
import { forgetInvitations } from "./forget-invitations.ts";
import { acceptInvitation, readInvitation } from "./invitation.ts";
import { endInvitation, inviteMember } from "./invite-member.ts";
import {
  findRepresentation,
  listRepresentations,
} from "./list-representations.ts";
import { organisationAsserted } from "./organisation-asserted.ts";
import { findPostfachOfMember } from "./postfach-of-member.ts";
import { listOwnOrganisations, readOrganisation } from "./read-organisation.ts";
import { readOrganisationDetails } from "./read-organisation-details.ts";
import { switchParty } from "./switch-party.ts";
import { assertSealed } from "../../../platform/testing/sealed-values.ts";
import { sealedTables } from "../sealed-tables.ts";

void describe("organisations", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(async () => {
    await assertSealed(database, sealedTables, [
      "representation.membership.postfach_handle",
      "representation.invitation.email",
    ]);
    await database.close();
  });

  /** Jana owns the club, Kofi may send, Lale prepares; in an installation of their own. */
  const club = async () => {
    const tenantId = newId();
    const [jana, kofi, lale] = await Promise.all(
      ["Jana", "Kofi", "Lale"].map((name) => person(database, tenantId, name)),
    );
    assert.ok(jana && kofi && lale);
    const organisationId = await clubOf(jana);
    const kofis = await join(jana, organisationId, {
      member: kofi,
      role: "signatory",
    });
    const lales = await join(jana, organisationId, {
      member: lale,
      role: "preparer",
    });
    return { tenantId, jana, kofi, lale, organisationId, kofis, lales };
  };

  const act = async (who: Person, partyId: string | undefined) => {
    const session = await who.session();
    return switchParty(who.context, {
      sessionId: session?.sessionId ?? assert.fail(),
      partyId,
      portalName: "Schwerin",
    });
  };
  const actingFor = async (who: Person) => (await who.session())?.actingFor;

  test("are created by who then owns them, as stated and not verified", async () => {
    const { jana, organisationId } = await club();
    const view = await readOrganisation(jana.context, organisationId);
    assert.ok(view);
    assert.deepEqual(view.details, sailingClub);
    assert.equal(view.source, "self");
    assert.equal(view.assuranceLevel, "low");
    assert.deepEqual(
      view.members.map(({ name, role }) => [name, role]),
      [
        ["Jana", "owner"],
        ["Kofi", "signatory"],
        ["Lale", "preparer"],
      ],
    );
    const created = await createOrganisation(jana.context, {
      ...sailingClub,
      registerNumber: "",
      postcode: "1905",
      street: " ",
    });
    assert.deepEqual(created, {
      ok: false,
      refusal: {
        kind: "details-invalid",
        problems: [
          { field: "registerNumber", code: "missing" },
          { field: "street", code: "missing" },
          { field: "postcode", code: "postcode" },
        ],
      },
    });
    const inNoRegister = { registerCourt: "", registerNumber: "" };
    assert.ok(
      (
        await createOrganisation(jana.context, {
          ...sailingClub,
          ...inNoRegister,
        })
      ).ok,
    );
    assert.equal((await listOwnOrganisations(jana.context)).length, 2);
  });

  test("are acted for by members as far as their role goes", async () => {
    const { jana, kofi, lale, organisationId } = await club();
    for (const [who, may] of [
      [jana, "sign"],
      [kofi, "sign"],
      [lale, "prepare"],
    ] as const) {
      assert.ok((await act(who, organisationId)).ok);
      assert.deepEqual(await actingFor(who), {
        partyId: organisationId,
        kind: "organisation",
        name: sailingClub.name,
        may,
      });
      assert.ok((await act(who, undefined)).ok);
      assert.equal(await actingFor(who), undefined);
    }
    const view = await readOrganisation(jana.context, organisationId);
    assert.deepEqual(
      view?.actions
        .map(({ by, kind, portalName }) => [by, kind, portalName])
        .sort(),
      ["Jana", "Kofi", "Lale"].map((name) => [
        name,
        "acting-began",
        "Schwerin",
      ]),
    );
  });

  test("stop being acted for at once when a member is removed, leaves or gets another role", async () => {
    const { jana, kofi, lale, organisationId, kofis, lales } = await club();
    await act(kofi, organisationId);
    await act(lale, organisationId);
    assert.ok(
      (
        await changeRole(jana.context, {
          membershipId: kofis,
          role: "preparer",
        })
      ).ok,
    );
    assert.equal(await actingFor(kofi), undefined);
    assert.ok(await actingFor(lale));
    await act(kofi, organisationId);
    assert.equal((await actingFor(kofi))?.may, "prepare");
    assert.ok((await endMembership(jana.context, kofis)).ok);
    assert.ok((await endMembership(lale.context, lales)).ok);
    for (const who of [kofi, lale]) {
      assert.equal(await actingFor(who), undefined);
      assert.deepEqual(await act(who, organisationId), {
        ok: false,
        refusal: { kind: "not-found" },
      });
      assert.equal(
        await readOrganisation(who.context, organisationId),
        undefined,
      );
    }
  });

  test("always keep an owner, also when two leave at the same time", async () => {
    const { jana, kofi, organisationId, kofis } = await club();
    const janas = await membershipOf(jana, organisationId);
    const lastOwner = { ok: false, refusal: { kind: "last-owner" } };
    assert.deepEqual(await endMembership(jana.context, janas), lastOwner);
    assert.deepEqual(
      await changeRole(jana.context, {
        membershipId: janas,
        role: "signatory",
      }),
      lastOwner,
    );
    await changeRole(jana.context, { membershipId: kofis, role: "owner" });
    const left = await Promise.all([
      endMembership(jana.context, janas),
      endMembership(kofi.context, kofis),
    ]);
    assert.equal(left.filter(({ ok }) => ok).length, 1);
  });

  test("end with everything in them, and nobody acts for them any more", async () => {
    const { jana, kofi, organisationId } = await club();
    await act(kofi, organisationId);
    assert.ok((await deleteOrganisation(jana.context, organisationId)).ok);
    assert.equal(await actingFor(kofi), undefined);
    assert.deepEqual(await listOwnOrganisations(jana.context), []);
    assert.equal(
      await findRepresentation(kofi.context, {
        accountId: kofi.accountId,
        partyId: organisationId,
      }),
      undefined,
    );
  });

  test("get another name from their owner, and sessions with the old one stop", async () => {
    const { jana, kofi, organisationId } = await club();
    await act(kofi, organisationId);
    const typed = { ...sailingClub, name: "Segelclub Schwerin" };
    assert.ok(
      (await changeOrganisation(jana.context, { organisationId, typed })).ok,
    );
    assert.equal(await actingFor(kofi), undefined);
    await act(kofi, organisationId);
    assert.equal((await actingFor(kofi))?.name, "Segelclub Schwerin");
  });

  test("are asserted by an Organisationskonto: found again, never overwritten by a weaker level, locked here", async () => {
    const tenantId = newId();
    const jana = await person(database, tenantId, "Jana");
    const kofi = await person(database, tenantId, "Kofi");
    const confirm = (
      who: Person,
      assuranceLevel: "low" | "substantial",
      name: string,
    ) =>
      who.context.transaction((db) =>
        organisationAsserted(who.context, db, {
          accountId: who.accountId,
          organisation: {
            provider: "muk",
            subject: "DUP-1",
            assuranceLevel,
            details: { ...sailingClub, name },
          },
        }),
      );
    const first = await confirm(jana, "substantial", "Werft GmbH");
    const second = await confirm(kofi, "low", "Werft UG");
    assert.equal(second.partyId, first.partyId);
    assert.equal(first.may, "sign");
    const organisationId = first.partyId;
    const view = await readOrganisation(jana.context, organisationId);
    assert.equal(view?.details.name, "Werft GmbH");
    assert.equal(view.source, "muk");
    assert.equal(view.assuranceLevel, "substantial");
    assert.deepEqual(
      view.members.map(({ role }) => role),
      ["owner", "signatory"],
    );
    assert.deepEqual(
      await changeOrganisation(jana.context, {
        organisationId,
        typed: sailingClub,
      }),
      { ok: false, refusal: { kind: "is-asserted" } },
    );
  });

  test("are the Organisationskonto's to confirm: who did not come with it for half a year acts for it no more", async () => {
    const tenantId = newId();
    const jana = await person(database, tenantId, "Jana");
    const confirm = (context: Context) =>
      context.transaction((db) =>
        organisationAsserted(context, db, {
          accountId: jana.accountId,
          organisation: {
            provider: "muk",
            subject: "DUP-2",
            postfachHandle: "pf-jana",
            assuranceLevel: "substantial",
            details: sailingClub,
          },
        }),
      );
    const { partyId } = await confirm(jana.context);
    const janas = (organisationId: string) => ({
      organisationId,
      accountId: jana.accountId,
    });
    const at = (days: number): Context => ({
      ...jana.context,
      now: new Date(jana.context.now.getTime() + days * 86_400_000),
    });
    const seen = async (context: Context) => ({
      acts: (
        await listRepresentations(context, { accountId: jana.accountId })
      ).map(({ validUntil }) => typeof validUntil),
      page: Boolean(await readOrganisation(context, partyId)),
      details: Boolean(await readOrganisationDetails(context, partyId)),
      postfach: (await findPostfachOfMember(context, janas(partyId)))?.handle,
      listed: (await listOwnOrganisations(context)).map((it) => it.isLapsed),
    });
    const inForce = {
      acts: ["string"],
      page: true,
      details: true,
      postfach: "pf-jana",
      listed: [false],
    };
    assert.deepEqual(await seen(at(179)), inForce);
    assert.deepEqual(await seen(at(180)), {
      acts: [],
      page: false,
      details: false,
      postfach: undefined,
      listed: [true],
    });
    await confirm(at(200));
    assert.deepEqual(await seen(at(200)), inForce);
  });

  test("never mix: somebody in several acts for the one that was chosen", async () => {
    const { jana, organisationId } = await club();
    const other = await clubOf(jana);
    const found = await listRepresentations(jana.context, {
      accountId: jana.accountId,
    });
    assert.deepEqual(
      found.map(({ party }) => party.partyId),
      [organisationId, other],
    );
    await act(jana, other);
    assert.equal((await actingFor(jana))?.partyId, other);
  });

  void describe("invitations", () => {
    const invite = (
      owner: Person,
      organisationId: string,
      email = "x@y.example",
    ) =>
      inviteMember(owner.context, {
        organisationId,
        email,
        role: "signatory",
        linkPrefix,
      });

    test("are mailed without a word about who and what, and count once", async () => {
      const { tenantId, jana, organisationId } = await club();
      const mira = await person(database, tenantId, "Mira");
      const nils = await person(database, tenantId, "Nils");
      assert.ok((await invite(jana, organisationId)).ok);
      const mail = (await readMails(jana.context)).at(-1);
      assert.doesNotMatch(JSON.stringify(mail), /Segelclub|Jana/);
      const token = await newestToken(jana.context);
      assert.deepEqual(await readInvitation(mira.context, token), {
        kind: "organisation",
        from: "Jana",
        name: sailingClub.name,
        role: "signatory",
      });
      const both = await Promise.all([
        acceptInvitation(mira.context, token),
        acceptInvitation(nils.context, token),
      ]);
      assert.equal(both.filter(({ ok }) => ok).length, 1);
      assert.equal(await readInvitation(nils.context, token), undefined);
      const view = await readOrganisation(jana.context, organisationId);
      assert.equal(view?.members.length, 4);
    });

    test("of an owner who was removed or lost that role open nothing, those of others still do", async () => {
      const { tenantId, jana, kofi, organisationId, kofis } = await club();
      const mira = await person(database, tenantId, "Mira");
      assert.ok((await invite(jana, organisationId)).ok);
      const janas = await newestToken(jana.context);
      const invited = async () => {
        const role = "owner" as const;
        await changeRole(jana.context, { membershipId: kofis, role });
        assert.ok((await invite(kofi, organisationId)).ok);
        return newestToken(kofi.context);
      };
      const first = await invited();
      await changeRole(jana.context, { membershipId: kofis, role: "preparer" });
      const second = await invited();
      assert.ok((await endMembership(jana.context, kofis)).ok);
      for (const token of [first, second]) {
        assert.equal(await readInvitation(mira.context, token), undefined);
        assert.equal((await acceptInvitation(mira.context, token)).ok, false);
      }
      assert.ok((await acceptInvitation(mira.context, janas)).ok);
    });

    test("take a member back whose Organisationskonto has not confirmed it for long, with the role they name, and for good", async () => {
      const tenantId = newId();
      const [jana, kofi] = [
        await person(database, tenantId, "Jana"),
        await person(database, tenantId, "Kofi"),
      ];
      const comes = ({ accountId }: Person, context: Context) =>
        context.transaction((db) =>
          organisationAsserted(context, db, {
            accountId,
            organisation: {
              provider: "muk",
              subject: "DUP-3",
              assuranceLevel: "substantial",
              details: sailingClub,
            },
          }),
        );
      const { partyId } = await comes(jana, jana.context);
      await comes(kofi, kofi.context);
      await comes(jana, jana.at(daysLater(170)));
      const [owner, member] = [
        jana.at(daysLater(181)),
        kofi.at(daysLater(181)),
      ];
      assert.equal(await readOrganisation(member, partyId), undefined);
      await inviteMember(owner, {
        organisationId: partyId,
        email: "kofi@example.org",
        role: "preparer",
        linkPrefix,
      });
      assert.ok((await acceptInvitation(member, await newestToken(owner))).ok);
      const later = kofi.at(daysLater(900));
      const view = await readOrganisation(later, partyId);
      assert.deepEqual(
        view?.members.map(({ role, countsUntil }) => [role, countsUntil]),
        [
          ["owner", daysLater(350)],
          ["preparer", undefined],
        ],
      );
    });

    test("end after seven days or when the owner takes them back; then the address is forgotten", async () => {
      const { tenantId, jana, organisationId } = await club();
      const mira = await person(database, tenantId, "Mira");
      await invite(jana, organisationId);
      const old = await newestToken(jana.context);
      assert.deepEqual(await acceptInvitation(mira.at(daysLater(7)), old), {
        ok: false,
        refusal: { kind: "not-found" },
      });
      const view = await readOrganisation(jana.context, organisationId);
      const [open] = view?.invitations ?? [];
      assert.equal(open?.email, "x@y.example");
      assert.ok((await endInvitation(jana.context, open.invitationId)).ok);
      assert.equal(await readInvitation(mira.context, old), undefined);
      await forgetInvitations(jana.context, daysLater(1));
      assert.deepEqual(await endInvitation(jana.context, open.invitationId), {
        ok: false,
        refusal: { kind: "not-found" },
      });
    });

    test("are refused for what is no address, for members, and after twenty a day", async () => {
      const { jana, kofi, organisationId } = await club();
      assert.deepEqual(await invite(jana, organisationId, "x"), {
        ok: false,
        refusal: { kind: "email-invalid" },
      });
      await invite(jana, organisationId);
      assert.deepEqual(
        await acceptInvitation(kofi.context, await newestToken(jana.context)),
        { ok: false, refusal: { kind: "is-member" } },
      );
      for (let sent = 3; sent < 20; sent += 1)
        assert.ok((await invite(jana, organisationId)).ok);
      assert.deepEqual(await invite(jana, organisationId), {
        ok: false,
        refusal: { kind: "too-many" },
      });
    });
  });
});
