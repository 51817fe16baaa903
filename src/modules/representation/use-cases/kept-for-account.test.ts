import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  clubOf,
  join,
  linkPrefix,
  membershipOf,
  newestToken,
  person,
  sailingClub,
  type Person,
} from "../testing/representation-fixtures.ts";
import { changeRole } from "./change-membership.ts";
import { giveMandate } from "./give-mandate.ts";
import { acceptInvitation } from "./invitation.ts";
import { keptForAccount } from "./kept-for-account.ts";
import { listRepresentations } from "./list-representations.ts";
import { listOwnMandates } from "./read-mandates.ts";
import { listOwnOrganisations } from "./read-organisation.ts";

void describe("what is kept for an account", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const people = async (...names: string[]) => {
    const tenantId = newId();
    return Promise.all(names.map((name) => person(database, tenantId, name)));
  };
  const hand = async (from: Person, to: Person) => {
    const given = await giveMandate(from.context, {
      email: "a@b.example",
      chosen: { scope: { kind: "all" }, label: "" },
      validUntil: "2027-12-31",
      linkPrefix,
    });
    assert.ok(given.ok);
    const token = await newestToken(from.context);
    assert.ok((await acceptInvitation(to.context, token)).ok);
  };
  const grounds = async (who: Person) => {
    const found = await listRepresentations(who.context, {
      accountId: who.accountId,
    });
    return found.map(({ party, role }) => [party.name, role]);
  };

  test("keeps an account from leaving others without an owner, and names the organisation", async () => {
    const [jana, kofi, thea] = await people("Jana", "Kofi", "Thea");
    assert.ok(jana && kofi && thea);
    const organisationId = await clubOf(jana);
    const obstacle = () =>
      jana.context.transaction((db) =>
        keptForAccount.findObstacle(jana.context, db, jana.accountId),
      );
    assert.equal(await obstacle(), undefined);
    const membershipId = await join(jana, organisationId, {
      member: kofi,
      role: "preparer",
    });
    assert.match((await obstacle()) ?? "", /Segelclub Schweriner See/);
    await changeRole(jana.context, { membershipId, role: "owner" });
    assert.equal(await obstacle(), undefined);

    const leave = ({ context, accountId }: Person) =>
      context.transaction(async (db) => {
        if (await keptForAccount.findObstacle(context, db, accountId)) return;
        await keptForAccount.remove(context, db, accountId);
        await sql`delete from accounts.account where id = ${accountId}`.execute(
          db,
        );
      });
    // Both owners at the same time: one of them stays for the third one.
    const third = { member: thea, role: "preparer" } as const;
    await join(jana, organisationId, third);
    await Promise.all([leave(jana), leave(kofi)]);
    const left = await Promise.all([grounds(jana), grounds(kofi)]);
    assert.equal(left.flat().length, 1);
  });

  test("goes with the account when nobody else belongs to it", async () => {
    const [jana, kofi] = await people("Jana", "Kofi");
    assert.ok(jana && kofi);
    await clubOf(jana);
    const shared = await clubOf(kofi);
    await join(kofi, shared, { member: jana, role: "signatory" });
    await jana.context.transaction((db) =>
      keptForAccount.remove(jana.context, db, jana.accountId),
    );
    const left = await listOwnOrganisations(jana.context);
    assert.deepEqual(
      left.map(({ organisationId }) => organisationId),
      [shared],
    );
  });

  test("becomes the other account's when two are merged: the higher role, every mandate but those between them", async () => {
    const [old, now, oma, enkel] = await people("Alt", "Neu", "Oma", "Enkel");
    assert.ok(old && now && oma && enkel);
    const club = await clubOf(old);
    await join(old, club, { member: now, role: "preparer" });
    await hand(oma, old);
    await hand(old, enkel);
    await hand(old, now);
    await old.context.transaction((db) =>
      keptForAccount.moveTo(old.context, db, {
        from: old.accountId,
        to: now.accountId,
      }),
    );
    assert.deepEqual(await grounds(now), [
      [sailingClub.name, "owner"],
      ["Oma", undefined],
    ]);
    assert.deepEqual(await grounds(old), []);
    assert.deepEqual(await grounds(enkel), [["Neu", undefined]]);
    assert.equal((await listOwnMandates(now.context)).length, 2);
    assert.ok(await membershipOf(now, club));
  });

  test("is all in the export, in words and as data", async () => {
    const [jana, enkel] = await people("Jana", "Enkel");
    assert.ok(jana && enkel);
    await clubOf(jana);
    await hand(jana, enkel);
    const part = await keptForAccount.exportOf(jana.context, jana.accountId);
    assert.deepEqual(
      part.entries.map(({ title }) => title),
      [sailingClub.name, "Vollmacht an Enkel"],
    );
    assert.match(JSON.stringify(part.data), /Enkel/);
  });
});
