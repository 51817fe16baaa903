import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { sql } from "kysely";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import {
  softwareKey,
  type Said,
  type SoftwareKey,
} from "../../../platform/webauthn/testing/software-key.ts";
import { staffWith } from "../../../platform/testing/test-database.ts";
import { proof, wednesday } from "../testing/account-fixtures.ts";
import {
  signedInPerson,
  type SignedInPerson,
} from "../testing/signed-in-account.ts";
import {
  askForConfirmation,
  askForSignIn,
  type Ceremony,
} from "./ask-passkey.ts";
import { beginPasskey } from "./begin-passkey.ts";
import { confirmAtCounter } from "./confirm-at-counter.ts";
import { findAccountSession } from "./find-account-session.ts";
import { mergeAccounts, offerMerge } from "./merge-accounts.ts";
import { makeCounterCode } from "./make-counter-code.ts";
import {
  addPasskey,
  readOwnPasskeys,
  removePasskey,
  renamePasskey,
} from "./own-passkeys.ts";
import { signInWithPasskey } from "./sign-in-with-passkey.ts";
import { assertSealed } from "../../../platform/testing/sealed-values.ts";
import { sealedTables } from "../sealed-tables.ts";

const party = {
  id: "portal.example",
  name: "Schwerin",
  origin: "https://schwerin.portal.example",
};
const rightWords = { origin: party.origin, rpId: party.id };
const lowSession = { assuranceLevel: "low", provider: "local" } as const;
const card = {
  familyName: "Beispiel",
  givenNames: "Xaveria",
  dateOfBirth: "1980-02-29",
  placeOfBirth: "Schwerin",
};

void describe("passkeys", () => {
  const installation = newId();
  const portal = newId();
  let database: TestDatabase;
  let guest: Context;
  before(async () => {
    database = await createTestDatabase();
    guest = database.contextFor({ tenantId: installation, now: wednesday });
  });
  after(async () => {
    await assertSealed(database, sealedTables, ["accounts.passkey.name"]);
    await database.close();
  });

  const person = (more = {}): Promise<SignedInPerson> =>
    signedInPerson(guest, { portalTenantId: portal, ...more });
  const browser = (): Ceremony => ({ party, browserToken: newSecretToken() });
  const challengeIn = (options: object | undefined): string => {
    assert.ok(options && "challenge" in options);
    return String(options.challenge);
  };

  /** What somebody shows whom an identity provider has just confirmed. */
  const fresh = (ceremony = browser()) =>
    proof({
      ...ceremony,
      session: { provider: "bundid", signedInAt: wednesday },
    });

  /** Makes a passkey for somebody as their browser would. */
  const give = async (
    { context }: SignedInPerson,
    {
      key = softwareKey(),
      said = {},
      session = lowSession,
    }: {
      key?: SoftwareKey;
      said?: Partial<Said>;
      session?: Parameters<typeof addPasskey>[1]["session"];
    } = {},
  ) => {
    const ceremony = browser();
    const begun = await beginPasskey(context, fresh(ceremony));
    assert.ok(begun.ok);
    const challenge = challengeIn(begun.value);
    const response = key.create({ challenge, ...rightWords, ...said });
    const result = await addPasskey(context, {
      ...ceremony,
      response,
      name: "Mein Handy",
      session,
    });
    return { result, key };
  };
  const owning = async (more = {}) => {
    const owner = await person(more);
    const { result, key } = await give(owner, { said: { signCount: 1 } });
    assert.ok(result.ok);
    return { owner, key };
  };
  const show = (response: string, ceremony: Ceremony, now = wednesday) =>
    signInWithPasskey(database.contextFor({ tenantId: installation, now }), {
      ...ceremony,
      response,
      portalTenantId: portal,
      device: "Firefox, Linux",
      knownDevice: undefined,
      previousToken: undefined,
    });
  const signInWith = async (key: SoftwareKey, said: Partial<Said> = {}) => {
    const ceremony = browser();
    const challenge = challengeIn(await askForSignIn(guest, ceremony));
    const words = { challenge, ...rightWords, signCount: 9, ...said };
    return show(key.sign(words), ceremony);
  };
  /** Kinds of mail and of audit entries about an account, newest last. */
  const mails = async (): Promise<readonly string[]> => {
    const { rows } = await guest.transaction((db) =>
      sql<{
        kind: string;
      }>`select kind from mail.message order by created_at, id`.execute(db),
    );
    return rows.map(({ kind }) => kind);
  };
  const audited = async (tenantId: string, accountId: string) => {
    const { rows } = await database.contextFor({ tenantId }).transaction((db) =>
      sql<{ action: string }>`
          select action from audit.entry where subject_id = ${accountId} order by seq
        `.execute(db),
    );
    return rows.map(({ action }) => action);
  };
  const levelAfter = async (key: SoftwareKey, said: Partial<Said> = {}) => {
    const result = await signInWith(key, said);
    assert.ok(result.ok);
    const session = await findAccountSession(guest, {
      token: result.value.token,
      portalTenantId: portal,
    });
    return session?.assuranceLevel;
  };

  void test("sign their owner in with a new token at level low, and note the use", async () => {
    const { owner, key } = await owning();
    const result = await signInWith(key);
    assert.ok(result.ok);
    assert.equal(result.value.accountId, owner.accountId);
    assert.notEqual(result.value.token, owner.token);
    assert.equal(await levelAfter(key, { signCount: 10 }), "low");
    const [passkey] = await readOwnPasskeys(owner.context);
    assert.deepEqual(passkey?.lastUsedAt, wednesday);
  });

  void test("keep their names when two accounts become one", async () => {
    const [one, other] = [await owning(), await owning()];
    const session = {
      accountId: one.owner.accountId,
      sessionId: hashSecretToken(one.owner.token).toString("hex"),
    };
    await offerMerge(one.owner.context, {
      ...session,
      otherAccountId: other.owner.accountId,
    });
    const { context } = one.owner;
    assert.ok((await mergeAccounts(context, session, [])).ok);
    const names = (await readOwnPasskeys(context)).map(({ name }) => name);
    assert.deepEqual(names, ["Mein Handy", "Mein Handy"]);
    const signedIn = await signInWith(other.key);
    assert.equal(signedIn.ok && signedIn.value.accountId, session.accountId);
  });

  void test("end the session before", async () => {
    const { owner, key } = await owning();
    const ceremony = browser();
    const challenge = challengeIn(await askForSignIn(guest, ceremony));
    const first = await signInWith(key, { signCount: 2 });
    assert.ok(first.ok);
    const told = await mails();
    assert.equal(told.at(-1), "new-device");
    const result = await signInWithPasskey(guest, {
      ...ceremony,
      response: key.sign({ challenge, ...rightWords, signCount: 3 }),
      portalTenantId: portal,
      device: "",
      knownDevice: first.value.knownDevice,
      previousToken: owner.token,
    });
    assert.ok(result.ok);
    assert.deepEqual(await mails(), told);
    const before = await findAccountSession(guest, {
      token: owner.token,
      portalTenantId: portal,
    });
    assert.equal(before, undefined);
  });

  const lies: Record<string, Partial<Said>> = {
    "another origin": { origin: "https://evil.example" },
    "another portal of the installation": {
      origin: "https://grabow.portal.example",
    },
    "plain http": { origin: "http://schwerin.portal.example" },
    "another domain": { rpId: "evil.example" },
    "the host instead of the base domain": {
      rpId: "schwerin.portal.example",
    },
    "a challenge nobody gave": { challenge: newSecretToken() },
    "a person the device has not verified": { isUserVerified: false },
    "a frame of another site": { crossOrigin: true },
    "the other kind of answer": { type: "webauthn.neither" },
  };
  for (const [what, said] of Object.entries(lies)) {
    void test(`refuse ${what}`, async () => {
      const { key } = await owning();
      assert.equal((await signInWith(key, said)).ok, false);
      const { result } = await give(await person(), { said });
      assert.deepEqual(result, { ok: false, refusal: { kind: "refused" } });
    });
  }

  void test("answer a question once, in the browser that was asked, in ten minutes", async () => {
    const { key } = await owning();
    const ceremony = browser();
    const ask = async () =>
      key.sign({
        challenge: challengeIn(await askForSignIn(guest, ceremony)),
        ...rightWords,
        signCount: 5,
      });
    const stolen = await ask();
    assert.equal((await show(stolen, browser())).ok, false);
    assert.ok((await show(stolen, ceremony)).ok);
    assert.equal((await show(stolen, ceremony)).ok, false, "replayed");
    const late = new Date(wednesday.getTime() + 10 * 60_000);
    assert.equal((await show(await ask(), ceremony, late)).ok, false);
  });

  void test("are refused and told of when their count goes back or stays", async () => {
    const { owner, key } = await owning();
    assert.ok((await signInWith(key, { signCount: 7 })).ok);
    for (const signCount of [7, 3, 0])
      assert.equal((await signInWith(key, { signCount })).ok, false);
    assert.deepEqual(
      (await mails()).slice(-3),
      Array(3).fill("passkey-copied"),
    );
    assert.ok((await signInWith(key, { signCount: 8 })).ok);
    const plain = softwareKey();
    await give(owner, { key: plain });
    for (let use = 0; use < 2; use += 1)
      assert.ok((await signInWith(plain, { signCount: 0 })).ok, "no count");
  });

  void test("of one person are nobody else's: not added twice, renamed, removed or shown by others", async () => {
    const { owner, key } = await owning();
    const other = await person();
    const { result } = await give(other, { key });
    assert.deepEqual(result, { ok: false, refusal: { kind: "refused" } });
    const id = key.id.toString("base64url");
    const renamed = await renamePasskey(other.context, { id, name: "Meins" });
    assert.deepEqual(renamed, { ok: false, refusal: { kind: "gone" } });
    await removePasskey(other.context, { id, sessionId: "" }, fresh());
    for (const context of [
      guest,
      database.contextFor({ tenantId: portal, actor: owner.context.actor }),
      database.contextFor({
        tenantId: installation,
        actor: staffWith(owner.accountId, "identity.confirm"),
      }),
    ]) {
      await removePasskey(context, { id, sessionId: "" }, fresh());
      assert.deepEqual(await readOwnPasskeys(context), []);
    }
    const [kept] = await readOwnPasskeys(owner.context);
    assert.equal(kept?.name, "Mein Handy");

    await give(other);
    const ceremony = browser();
    const challenge = challengeIn(
      await askForConfirmation(other.context, ceremony),
    );
    const answer = key.sign({ challenge, ...rightWords, signCount: 20 });
    const foreign = await makeCounterCode(other.context, {
      ...ceremony,
      response: answer,
    });
    assert.deepEqual(foreign, { ok: false, refusal: { kind: "refused" } });
  });

  void test("go, but not the last means to sign in", async () => {
    const { owner, key } = await owning();
    const id = key.id.toString("base64url");
    assert.deepEqual(
      await removePasskey(owner.context, { id, sessionId: "" }, fresh()),
      {
        ok: false,
        refusal: { kind: "last-means" },
      },
    );
    await give(owner);
    assert.ok(
      (await removePasskey(owner.context, { id, sessionId: "" }, fresh())).ok,
    );
    assert.equal((await readOwnPasskeys(owner.context)).length, 1);
    assert.equal((await signInWith(key)).ok, false);

    const withPassword = await owning({ passwordHash: "$argon2id$" });
    const only = withPassword.key.id.toString("base64url");
    assert.ok(
      (
        await removePasskey(
          withPassword.owner.context,
          { id: only, sessionId: "" },
          fresh(),
        )
      ).ok,
    );
  });

  const garbage = ["", "{}", "null", "[1]", '{"id":"x"}', "\u0000"];
  void test("take no garbage", async () => {
    const { context } = await person();
    for (const response of garbage) {
      assert.equal((await show(response, browser())).ok, false);
      const added = await addPasskey(context, {
        ...browser(),
        response,
        name: "x",
        session: lowSession,
      });
      assert.equal(added.ok, false);
    }
  });

  void describe("confirmed at the counter", () => {
    const officerAt = (tenantId: string, ...permissions: string[]) =>
      database.contextFor({
        tenantId,
        now: wednesday,
        actor: staffWith(newId(), ...permissions),
      });
    const codeOf = async (owner: SignedInPerson, key: SoftwareKey) => {
      const ceremony = browser();
      const challenge = challengeIn(
        await askForConfirmation(owner.context, ceremony),
      );
      const made = await makeCounterCode(owner.context, {
        ...ceremony,
        response: key.sign({ challenge, ...rightWords, signCount: 2 }),
      });
      assert.ok(made.ok);
      assert.match(made.value.code, /^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/);
      return made.value.code;
    };
    const check = (
      code: string,
      {
        officer = officerAt(portal, "identity.confirm"),
        now = wednesday,
        values = card,
      } = {},
    ) =>
      confirmAtCounter(
        officer,
        database.contextFor({ tenantId: installation, now }),
        { code, card: values },
      );
    const invalid = { ok: false, refusal: { kind: "code-not-valid" } };

    void test("prove substantial, and only the one that was shown or was added by it", async () => {
      const { owner, key } = await owning();
      const early = softwareKey();
      await give(owner, { key: early });
      const code = await codeOf(owner, key);
      assert.deepEqual(await check(` ${code.toLowerCase()} `), {
        ok: true,
        value: undefined,
      });
      assert.equal((await mails()).at(-1), "identity-confirmed");
      assert.deepEqual(await audited(portal, owner.accountId), [
        "identity.confirmed",
      ]);
      const own = await audited(installation, owner.accountId);
      assert.equal(own.at(-1), "account.identity-confirmed");
      assert.equal(await levelAfter(key, { signCount: 5 }), "substantial");
      assert.equal(await levelAfter(early, { signCount: 5 }), "low");

      const byPassword = softwareKey();
      await give(owner, { key: byPassword });
      assert.equal(await levelAfter(byPassword), "low");
      const inBundId = softwareKey();
      await give(owner, {
        key: inBundId,
        session: { assuranceLevel: "high", provider: "bundid" },
      });
      assert.equal(await levelAfter(inBundId), "low");
      const grown = softwareKey();
      await give(owner, {
        key: grown,
        session: { assuranceLevel: "substantial", provider: "local" },
      });
      assert.equal(await levelAfter(grown), "substantial");
      assert.deepEqual(await check(code), invalid, "a code counts once");
    });

    void test("need the permission, a code in its time, and the whole card", async () => {
      const { owner, key } = await owning();
      const code = await codeOf(owner, key);
      const caseworker = officerAt(portal, "vorgang.read", "vorgang.edit");
      assert.deepEqual(await check(code, { officer: caseworker }), {
        ok: false,
        refusal: { kind: "not-permitted" },
      });
      const values = { ...card, familyName: " ", dateOfBirth: "1980-02-30" };
      const fields = ["familyName", "dateOfBirth"];
      assert.deepEqual(await check(code, { values }), {
        ok: false,
        refusal: { kind: "incomplete", fields },
      });
      for (const wrong of ["", "x".repeat(500)])
        assert.deepEqual(await check(wrong, { values }), {
          ok: false,
          refusal: { kind: "incomplete", fields: ["code", ...fields] },
        });
      assert.deepEqual(await check("ABCDE-FGHJK"), invalid);
      const late = new Date(wednesday.getTime() + 30 * 60_000);
      assert.deepEqual(await check(code, { now: late }), invalid);
      assert.equal(await levelAfter(key, { signCount: 5 }), "low");
    });

    void test("are nobody else: another date of birth than the one proven is refused like a wrong code", async () => {
      const { owner, key } = await owning();
      assert.ok((await check(await codeOf(owner, key))).ok);
      const again = softwareKey();
      await give(owner, { key: again });
      const code = await codeOf(owner, again);
      const values = { ...card, dateOfBirth: "1981-01-01" };
      assert.deepEqual(await check(code, { values }), invalid);
      assert.equal(await levelAfter(again, { signCount: 5 }), "low");
    });

    void test("need a confirmed address, so that the owner can be told", async () => {
      const { owner, key } = await owning({ isEmailConfirmed: false });
      const ceremony = browser();
      const challenge = challengeIn(
        await askForConfirmation(owner.context, ceremony),
      );
      const made = await makeCounterCode(owner.context, {
        ...ceremony,
        response: key.sign({ challenge, ...rightWords, signCount: 2 }),
      });
      assert.deepEqual(made, {
        ok: false,
        refusal: { kind: "address-unconfirmed" },
      });
    });
  });
});
