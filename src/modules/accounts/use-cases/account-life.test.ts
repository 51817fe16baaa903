import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import type { AccountKeeper, PortalKeeper } from "../ports.ts";
import { portalsFollowHandler } from "../jobs/portals-follow.ts";
import {
  confirmEmail,
  erika,
  proof,
  signedIn,
  wednesday,
} from "../testing/account-fixtures.ts";
import { actingAs } from "./acting-as.ts";
import { forgetProofs } from "./count-proof.ts";
import { createAccount } from "./create-account.ts";
import { exportAccount } from "./export-account.ts";
import { findAccountSession } from "./find-account-session.ts";
import { findContacts } from "./find-contacts.ts";
import {
  findOfferedMerge,
  mergeAccounts,
  offerMerge,
} from "./merge-accounts.ts";
import { readOverview } from "./read-overview.ts";
import { removeOwnAccount } from "./remove-account.ts";
import { unlinkIdentity } from "./unlink-identity.ts";
import { stepUpWithIdentity } from "./step-up-with-identity.ts";

void describe("life of an account", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const kindsOfMail = (context: Context) =>
    context.transaction(async (db) => {
      const { rows } = await sql<{
        kind: string;
      }>`select kind from mail.message where tenant_id = ${context.tenantId} order by created_at, kind`.execute(
        db,
      );
      return rows.map(({ kind }) => kind);
    });
  const jobsOf = (context: Context) =>
    context.transaction(async (db) => {
      const { rows } = await sql<{
        payload: unknown;
      }>`select payload from jobs.job where tenant_id = ${context.tenantId} and name = 'accounts.portals-follow'`.execute(
        db,
      );
      return rows.map(({ payload }) => payload);
    });

  void test("an identity is unlinked unless nothing would be left to sign in with", async () => {
    const installation = newId();
    const { session, token, context } = await signedIn(database, {
      installation,
    });
    const { accountId } = session;
    const [only] = (await readOverview(context, accountId))?.identities ?? [];
    assert.ok(only);
    const unlink = (identityId: string) =>
      unlinkIdentity(
        context,
        { identityId, sessionId: session.sessionId },
        proof({ session }),
      );
    const refused = await unlink(only.id);
    assert.deepEqual(refused, { ok: false, refusal: { kind: "last-means" } });

    const linked = await stepUpWithIdentity(context, {
      identity: erika({ provider: "land" }),
      accountId,
      sessionId: session.sessionId,
      sessionLevel: session.assuranceLevel,
      portalTenantId: installation,
      device: "",
      links: true,
    });
    assert.ok(linked.ok);
    const unlinked = await unlink(only.id);
    assert.ok(unlinked.ok);
    // Whoever signed in with it elsewhere is signed out.
    const elsewhere = { token, portalTenantId: installation };
    assert.equal(await findAccountSession(context, elsewhere), undefined);
    const left = (await readOverview(context, accountId))?.identities ?? [];
    assert.deepEqual(
      left.map(({ provider }) => provider),
      ["land"],
    );
  });

  void test("a proof of another person is not linked, and the first sure proof gives the account its name", async () => {
    const installation = newId();
    const named = (displayName: string, birthday: string) =>
      erika({
        provider: displayName,
        displayName,
        values: [
          {
            attribute: "dateOfBirth",
            value: birthday,
            assuranceLevel: "substantial",
          },
        ],
      });
    const { session, context } = await signedIn(database, {
      installation,
      identity: erika({ assuranceLevel: "low", displayName: "x", values: [] }),
    });
    let { sessionId } = session;
    const link = async (identity: ReturnType<typeof erika>) => {
      const linked = await stepUpWithIdentity(context, {
        identity,
        accountId: session.accountId,
        sessionId,
        sessionLevel: "low",
        portalTenantId: installation,
        device: "",
        links: true,
      });
      if (linked.ok && linked.value)
        sessionId = hashSecretToken(linked.value.token).toString("hex");
      const now = await context.transaction((db) =>
        findContacts(context, db, [session.accountId]),
      );
      return [
        linked.ok || linked.refusal.kind,
        now.get(session.accountId)?.displayName,
      ];
    };
    assert.deepEqual(await link(named("Erika", "1964-08-12")), [true, "Erika"]);
    assert.deepEqual(await link(named("Max", "1970-01-01")), [
      "of-another-person",
      "Erika",
    ]);
    assert.deepEqual(await link(named("Rike", "1964-08-12")), [true, "Erika"]);
  });

  void test("nobody unlinks somebody else's identity", async () => {
    const installation = newId();
    const mine = await signedIn(database, { installation });
    const theirs = await signedIn(database, { installation });
    const [identity] =
      (await readOverview(theirs.context, theirs.session.accountId))
        ?.identities ?? [];
    assert.ok(identity);
    const { sessionId } = mine.session;
    const refused = await unlinkIdentity(
      mine.context,
      { identityId: identity.id, sessionId },
      proof({ session: mine.session }),
    );
    assert.deepEqual(refused, { ok: false, refusal: { kind: "not-found" } });
  });

  void test("two accounts proven in one session become one with all they own; levels neither rise nor fall", async () => {
    const installation = newId();
    const high = erika({
      provider: "eid",
      assuranceLevel: "high",
      postfachHandle: "handle-of-erika",
      values: [
        {
          attribute: "familyName",
          value: "MUSTERMANN",
          assuranceLevel: "high",
        },
        { attribute: "town", value: "Schwerin", assuranceLevel: "low" },
      ],
    });
    const other = await signedIn(database, { installation, identity: high });
    await confirmEmail(other.context, other.session.accountId, "e@x.example");
    const mine = await signedIn(database, { installation });
    const moved: unknown[] = [];
    const keeper: AccountKeeper = {
      exportOf: () => assert.fail("nothing is exported here"),
      findObstacle: () => Promise.resolve(undefined),
      moveTo: (_context, _db, accounts) => {
        moved.push(accounts);
        return Promise.resolve();
      },
      remove: () => assert.fail("nothing is removed here"),
    };
    assert.deepEqual(
      await mergeAccounts(mine.context, mine.session, [keeper]),
      { ok: false, refusal: { kind: "not-offered" } },
    );
    await offerMerge(mine.context, {
      ...mine.session,
      otherAccountId: other.session.accountId,
    });
    const offer = await findOfferedMerge(mine.context, mine.session);
    assert.deepEqual(offer?.providers, ["eid"]);
    assert.ok((await mergeAccounts(mine.context, mine.session, [keeper])).ok);

    const to = mine.session.accountId;
    const from = other.session.accountId;
    assert.deepEqual(moved, [{ from, to }]);
    assert.deepEqual(await jobsOf(mine.context), [{ from, to }]);
    const overview = await readOverview(mine.context, to);
    assert.equal(overview?.email, "e@x.example");
    assert.deepEqual(
      overview.identities.map((it) => [it.provider, it.assuranceLevel]).sort(),
      [
        ["bundid", "substantial"],
        ["eid", "high"],
      ],
    );
    assert.equal(await readOverview(mine.context, from), undefined);
    const guest = database.contextFor({
      tenantId: installation,
      now: wednesday,
    });
    const portal = { portalTenantId: installation };
    assert.equal(
      await findAccountSession(guest, { token: other.token, ...portal }),
      undefined,
      "sessions of the account that is gone have ended",
    );
    assert.equal(
      (await findAccountSession(guest, { token: mine.token, ...portal }))
        ?.assuranceLevel,
      "substantial",
    );
    const again = await signedIn(database, { installation, identity: high });
    assert.equal(again.session.accountId, to);
    const parts = await exportAccount(mine.context, to, {
      keepers: [],
      portalKeepers: [],
      portalsOf: () => Promise.resolve([]),
      providerNames: () => Promise.resolve(new Map()),
    });
    const identities = parts.find(({ name }) => name === "identities")?.data;
    assert.match(
      JSON.stringify(identities),
      /"postfachHandle":"handle-of-erika"/,
    );
    const profile = parts.find(({ name }) => name === "profile")?.data;
    assert.ok(Array.isArray(profile));
    assert.deepEqual(
      Object.fromEntries(
        profile.map((it: { attribute: string; value: string }) => [
          it.attribute,
          it.value,
        ]),
      ),
      { familyName: "MUSTERMANN", givenNames: "Erika", town: "Schwerin" },
    );
  });

  void test("a merge is offered in the session that proved both, for a quarter of an hour, once", async () => {
    const installation = newId();
    const identity = erika();
    const other = await signedIn(database, {
      installation,
      identity: erika({ provider: "land" }),
    });
    const mine = await signedIn(database, { installation, identity });
    const elsewhere = await signedIn(database, { installation, identity });
    await offerMerge(mine.context, {
      ...mine.session,
      otherAccountId: other.session.accountId,
    });
    assert.equal(elsewhere.session.accountId, mine.session.accountId);
    assert.equal(
      (await mergeAccounts(elsewhere.context, elsewhere.session, [])).ok,
      false,
    );
    const late = database.contextFor({
      tenantId: installation,
      actor: mine.context.actor,
      now: new Date(wednesday.getTime() + 16 * 60_000),
    });
    assert.equal((await mergeAccounts(late, mine.session, [])).ok, false);
    assert.ok((await mergeAccounts(mine.context, mine.session, [])).ok);
    assert.equal(
      (await mergeAccounts(mine.context, mine.session, [])).ok,
      false,
    );
  });

  void test("of two merges that take each other's account away one happens", async () => {
    const installation = newId();
    const one = await signedIn(database, { installation });
    const other = await signedIn(database, {
      installation,
      identity: erika({ provider: "land" }),
    });
    await offerMerge(one.context, {
      ...one.session,
      otherAccountId: other.session.accountId,
    });
    await offerMerge(other.context, {
      ...other.session,
      otherAccountId: one.session.accountId,
    });
    const merged = await Promise.all(
      [one, other].map(({ context, session }) =>
        mergeAccounts(context, session, []),
      ),
    );
    assert.equal(merged.filter(({ ok }) => ok).length, 1);
    const left = await Promise.all(
      [one, other].map(({ context, session }) =>
        readOverview(context, session.accountId),
      ),
    );
    const [kept, ...none] = left.filter((it) => it !== undefined);
    assert.equal(kept?.identities.length, 2);
    assert.deepEqual(none, []);
  });

  void test("accounts that other people were proven for stay two, whoever holds both proofs", async () => {
    const installation = newId();
    const born = (value: string) =>
      erika({
        values: [
          { attribute: "dateOfBirth", value, assuranceLevel: "substantial" },
        ],
      });
    const other = await signedIn(database, {
      installation,
      identity: born("1964-08-12"),
    });
    const mine = await signedIn(database, {
      installation,
      identity: born("1970-01-01"),
    });
    const otherAccountId = other.session.accountId;
    await offerMerge(mine.context, { ...mine.session, otherAccountId });
    const offer = await findOfferedMerge(mine.context, mine.session);
    assert.equal(offer?.isOfAnother, true);
    const merged = await mergeAccounts(mine.context, mine.session, []);
    assert.deepEqual(merged, {
      ok: false,
      refusal: { kind: "of-another-person" },
    });
    assert.ok(await readOverview(other.context, otherAccountId));
  });

  void test("deleting asks for the password, names what is in the way, and leaves nothing behind", async () => {
    const installation = newId();
    const context = database.contextFor({
      tenantId: installation,
      now: wednesday,
    });
    const passwordHash = await hashPassword("drei Enten am Pfaffenteich");
    const { accountId } = await context.transaction((db) =>
      createAccount(context, db, {
        displayName: "Max",
        email: "max@x.example",
        passwordHash,
      }),
    );
    await confirmEmail(context, accountId, "max@x.example");
    const removed: string[] = [];
    let obstacle: string | undefined = "Ernennen Sie erst jemanden.";
    const keeper: AccountKeeper = {
      exportOf: () => assert.fail("nothing is exported here"),
      findObstacle: () => Promise.resolve(obstacle),
      moveTo: () => assert.fail("nothing is moved here"),
      remove: (_context, _db, id) => {
        removed.push(id);
        return Promise.resolve();
      },
    };
    const own = actingAs(context, accountId);
    const remove = (password: string) =>
      removeOwnAccount(own, proof({ password }), [keeper]);
    const password = "drei Enten am Pfaffenteich";
    const refusals = [await remove("x"), await remove(password)];
    assert.deepEqual(
      refusals.map((it) => (it.ok ? "ok" : it.refusal.kind)),
      ["not-proven", "obstacle"],
    );
    obstacle = undefined;
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, number) => remove(`x${String(number)}`)),
    );
    assert.ok(
      guesses.some((it) => !it.ok && it.refusal.kind === "too-many-attempts"),
    );
    await context.transaction((db) => forgetProofs(context, db, accountId));
    // Two clicks on the button, or two windows: deleted and told once.
    const twice = await Promise.all([remove(password), remove(password)]);
    assert.ok(twice.every(({ ok }) => ok));
    assert.deepEqual(removed, [accountId]);
    assert.equal(await readOverview(context, accountId), undefined);
    assert.deepEqual(await kindsOfMail(context), ["account-deleted"]);
    assert.deepEqual(await jobsOf(context), [{ from: accountId }]);
    assert.ok((await remove(password)).ok);
  });

  void test("what the portals keep follows in each of them, and doing it twice changes nothing", async () => {
    const calls: string[] = [];
    const contexts = [newId(), newId()].map((tenantId) =>
      database.contextFor({ tenantId }),
    );
    const keeper: PortalKeeper = {
      exportOf: () => assert.fail("nothing is exported here"),
      moveTo: ({ tenantId }, { from, to }) => {
        calls.push(`${tenantId} ${from} ${to}`);
        return Promise.resolve();
      },
      remove: ({ tenantId }, from) => {
        calls.push(`${tenantId} ${from}`);
        return Promise.resolve();
      },
    };
    const handler = portalsFollowHandler({
      portalKeepers: [keeper],
      portalContexts: () => Promise.resolve(contexts),
    });
    const [from, to] = [newId(), newId()];
    const run = (payload: unknown) =>
      handler.run({
        context: database.contextFor({ tenantId: newId() }),
        jobId: newId(),
        attempt: 1,
        payload,
        signal: new AbortController().signal,
      });
    assert.deepEqual(await run({ from, to }), { kind: "done" });
    assert.deepEqual(await run({ from }), { kind: "done" });
    assert.deepEqual(calls, [
      ...contexts.map(({ tenantId }) => `${tenantId} ${from} ${to}`),
      ...contexts.map(({ tenantId }) => `${tenantId} ${from}`),
    ]);
  });
});
