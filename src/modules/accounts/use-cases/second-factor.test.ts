import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import { totpCodeAt } from "../../../platform/crypto/totp.ts";
import { sql } from "kysely";
import { Secret } from "otpauth";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { proof, wednesday } from "../testing/account-fixtures.ts";
import {
  signedInPerson,
  type SignedInPerson,
} from "../testing/signed-in-account.ts";
import { findAccountSession } from "./find-account-session.ts";
import { openSession } from "./open-session.ts";
import {
  confirmSecondFactor,
  findSecondFactorSetup,
  readSecondFactor,
  startSecondFactor,
  stopSecondFactor,
} from "./own-second-factor.ts";
import { confirmAtCounter } from "./confirm-at-counter.ts";
import { makeCounterCode } from "./make-counter-code.ts";
import { findPendingSignIn, signInWithCode } from "./sign-in-with-code.ts";

const password = "drei Enten am Pfaffenteich";
const card = {
  familyName: "Mustermann",
  givenNames: "Erika",
  dateOfBirth: "1964-08-12",
  placeOfBirth: "Berlin",
};
const session = { assuranceLevel: "low", provider: "local" } as const;

void describe("the second factor of a citizen", () => {
  const installation = newId();
  const portal = newId();
  let database: TestDatabase;
  let passwordHash: string;
  before(async () => {
    database = await createTestDatabase();
    passwordHash = await hashPassword(password);
  });
  after(() => database.close());

  const at = (seconds: number) =>
    database.contextFor({
      tenantId: installation,
      now: new Date(wednesday.getTime() + seconds * 1000),
    });
  const person = () =>
    signedInPerson(at(0), { portalTenantId: portal, passwordHash });

  const setUp = async (owner: SignedInPerson) => {
    assert.ok((await startSecondFactor(owner.context, proof({ password }))).ok);
    const setup = await findSecondFactorSetup(owner.context, "Schwerin");
    assert.ok(setup);
    const secret = Buffer.from(Secret.fromBase32(setup.secretText).bytes);
    const confirmed = await confirmSecondFactor(owner.context, {
      code: totpCodeAt(secret, wednesday),
      session,
    });
    assert.ok(confirmed.ok);
    return { secret, recoveryCodes: confirmed.value.recoveryCodes };
  };
  /** What signing in with the right password leaves behind. */
  const halfSignedIn = async ({ accountId }: SignedInPerson, seconds = 0) => {
    const context = at(seconds);
    const { token } = await context.transaction((db) =>
      openSession(context, db, {
        accountId,
        portalTenantId: portal,
        assuranceLevel: "low",
        provider: "local",
        device: "",
        stage: "code",
      }),
    );
    return token;
  };
  const give = (
    token: string,
    code: string,
    {
      seconds = 60,
      where = portal,
      knownDevice,
    }: { seconds?: number; where?: string; knownDevice?: string } = {},
  ) =>
    signInWithCode(at(seconds), {
      token,
      code,
      portalTenantId: where,
      knownDevice,
    });
  const newsOfDevices = async () => {
    const { rows } = await at(0).transaction((db) =>
      sql`select id from mail.message where kind = 'new-device'`.execute(db),
    );
    return rows.length;
  };

  void test("is asked after the password; a code counts once and gives a new token at level low", async () => {
    const owner = await person();
    const { secret, recoveryCodes } = await setUp(owner);
    assert.equal(recoveryCodes.length, 10);
    const token = await halfSignedIn(owner);
    const half = { token, portalTenantId: portal };
    assert.equal(await findAccountSession(at(0), half), undefined);
    const code = totpCodeAt(secret, at(60).now);
    const result = await give(token, ` ${code.slice(0, 3)} ${code.slice(3)}`);
    assert.ok(result.ok);
    assert.notEqual(result.value.token, token);
    const open = await findAccountSession(at(60), {
      ...half,
      token: result.value.token,
    });
    assert.equal(open?.assuranceLevel, "low");
    assert.equal(await findPendingSignIn(at(60), half), undefined);
    const again = await give(await halfSignedIn(owner), code);
    assert.deepEqual(again, { ok: false, refusal: { kind: "wrong-code" } });
  });

  void test("takes each recovery code once, and none of another person", async () => {
    const owner = await person();
    const { recoveryCodes } = await setUp(owner);
    const [code = ""] = recoveryCodes;
    const other = await person();
    await setUp(other);
    const foreign = await give(await halfSignedIn(other), code);
    assert.equal(foreign.ok, false);
    const typed = code.toUpperCase().replaceAll("-", " ");
    const told = await newsOfDevices();
    const first = await give(await halfSignedIn(owner), typed);
    assert.ok(first.ok);
    assert.equal(await newsOfDevices(), told + 1);
    const { knownDevice } = first.value;
    const [, next = ""] = recoveryCodes;
    const again = await give(await halfSignedIn(owner), next, { knownDevice });
    assert.ok(again.ok);
    assert.equal(await newsOfDevices(), told + 1);
    assert.equal((await give(await halfSignedIn(owner), code)).ok, false);
    const state = await readSecondFactor(owner.context);
    assert.equal(state?.recoveryCodesLeft, 8);
  });

  void test("is confirmed at the counter by the app that was shown for the code, not by another one", async () => {
    const owner = await person();
    const { secret } = await setUp(owner);
    const later = (seconds: number) => ({
      ...owner.context,
      now: at(seconds).now,
    });
    const codeAt = async (seconds: number, key: Buffer) => {
      const { party, browserToken, response } = proof();
      const browser = { party, browserToken, response };
      const made = await makeCounterCode(later(seconds), {
        ...browser,
        appCode: totpCodeAt(key, at(seconds).now),
      });
      return made.ok ? made.value.code : made.refusal.kind;
    };
    const check = (code: string, seconds: number) =>
      confirmAtCounter(
        database.contextFor({
          tenantId: portal,
          now: at(seconds).now,
          actor: staffWith(newId(), "identity.confirm"),
        }),
        at(seconds),
        { code, card },
      );
    const levelAt = async (seconds: number, key: Buffer) => {
      const token = await halfSignedIn(owner, seconds);
      const opened = await give(token, totpCodeAt(key, at(seconds).now), {
        seconds,
      });
      assert.ok(opened.ok);
      const found = await findAccountSession(at(seconds), {
        token: opened.value.token,
        portalTenantId: portal,
      });
      return found?.assuranceLevel;
    };
    const code = await codeAt(60, secret);
    assert.equal(await codeAt(60, secret), "wrong-code");
    assert.ok((await check(code, 70)).ok);
    assert.equal(await levelAt(120, secret), "substantial");

    const stale = await codeAt(180, secret);
    assert.ok((await stopSecondFactor(owner.context, proof({ password }))).ok);
    const { secret: another } = await setUp(owner);
    assert.equal((await check(stale, 200)).ok, false);
    assert.equal(await levelAt(240, another), "low");
  });

  void test("stops who guesses, and lets the owner in later", async () => {
    const owner = await person();
    const { secret } = await setUp(owner);
    const token = await halfSignedIn(owner, 60);
    for (let guess = 0; guess < 5; guess += 1)
      assert.equal((await give(token, "000000")).ok, false);
    const right = totpCodeAt(secret, at(60).now);
    assert.deepEqual(await give(token, right), {
      ok: false,
      refusal: { kind: "too-many-attempts", retryAfterSeconds: 30 },
    });
    const later = totpCodeAt(secret, at(120).now);
    assert.ok((await give(token, later, { seconds: 120 })).ok);
  });

  void test("waits ten minutes, on the portal where the password was given", async () => {
    const owner = await person();
    const { secret } = await setUp(owner);
    const token = await halfSignedIn(owner);
    const expired = { ok: false, refusal: { kind: "sign-in-expired" } };
    const code = totpCodeAt(secret, at(60).now);
    assert.deepEqual(await give(token, code, { where: newId() }), expired);
    assert.deepEqual(await give(token, code, { seconds: 600 }), expired);
    assert.deepEqual(await give(owner.token, code), expired);
    assert.deepEqual(await give("", code), expired);
  });

  void test("is switched on and off only by who knows the password", async () => {
    const owner = await person();
    for (const typed of ["", "falsch"])
      assert.deepEqual(
        await startSecondFactor(owner.context, proof({ password: typed })),
        {
          ok: false,
          refusal: { kind: "not-proven" },
        },
      );
    assert.equal(
      await findSecondFactorSetup(owner.context, "Schwerin"),
      undefined,
    );
    const { recoveryCodes } = await setUp(owner);
    assert.equal(
      (await stopSecondFactor(owner.context, proof({ password: "falsch" }))).ok,
      false,
    );
    assert.equal((await readSecondFactor(owner.context))?.isOn, true);
    assert.ok((await stopSecondFactor(owner.context, proof({ password }))).ok);
    assert.deepEqual(await readSecondFactor(owner.context), {
      hasPassword: true,
      hasPasskey: false,
      isOn: false,
      recoveryCodesLeft: 0,
    });
    const [code = ""] = recoveryCodes;
    assert.equal((await give(await halfSignedIn(owner), code)).ok, false);
  });
});
