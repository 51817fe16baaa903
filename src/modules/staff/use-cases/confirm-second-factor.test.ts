import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { totpCodeAt } from "../../../platform/crypto/totp.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import {
  asMember,
  caseworkerKevin,
  kevinsPassword,
  later,
  setUpSecondFactor,
  tryPassword,
  visitor,
} from "../testing/staff-fixtures.ts";
import { confirmSecondFactor } from "./confirm-second-factor.ts";
import { confirmTotpSetup } from "./confirm-totp-setup.ts";
import { findSignInStep } from "./find-sign-in-step.ts";
import { findStaffSession } from "./find-staff-session.ts";
import { readOwnAccount } from "./read-own-account.ts";
import { startTotpSetup } from "./start-totp-setup.ts";
import { assertSealed } from "../../../platform/testing/sealed-values.ts";
import { sealedTables } from "../sealed-tables.ts";

describe("second factor", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(async () => {
    await assertSealed(database, sealedTables, ["staff.member.totp_secret"]);
    await database.close();
  });

  const kevinWithApp = async () => {
    const kevin = await caseworkerKevin(database);
    const { secret, recoveryCodes } = await setUpSecondFactor(database, kevin);
    const halfSignedIn = async (seconds: number) => {
      const context = visitor(database, kevin.tenantId, later(seconds));
      const result = await tryPassword(context, kevinsPassword);
      assert.ok(result.ok);
      assert.equal(result.value.stage, "code");
      return { context, token: result.value.token };
    };
    return { ...kevin, secret, recoveryCodes, halfSignedIn };
  };

  const refusalOf = async (
    result: ReturnType<typeof confirmSecondFactor>,
  ): Promise<string | false> => {
    const given = await result;
    return !given.ok && given.refusal.kind;
  };

  test("the password alone opens nothing, with the code it opens a new session", async () => {
    const kevin = await kevinWithApp();
    const { context, token } = await kevin.halfSignedIn(60);
    assert.equal(await findStaffSession(context, token), undefined);
    assert.equal(await findSignInStep(context, token), "code");

    const code = totpCodeAt(kevin.secret, later(60));
    const result = await confirmSecondFactor(context, { token, code });
    assert.ok(result.ok);
    assert.equal(result.value.stage, "full");
    assert.notEqual(result.value.token, token);
    assert.ok(await findStaffSession(context, result.value.token));
    assert.equal(await findStaffSession(context, token), undefined);
  });

  test("a code that was used once is refused, also in another sign-in", async () => {
    const kevin = await kevinWithApp();
    const first = await kevin.halfSignedIn(60);
    const code = totpCodeAt(kevin.secret, later(60));
    assert.ok(
      (await confirmSecondFactor(first.context, { token: first.token, code }))
        .ok,
    );
    const second = await kevin.halfSignedIn(65);
    assert.equal(
      await refusalOf(
        confirmSecondFactor(second.context, { token: second.token, code }),
      ),
      "wrong-code",
    );
  });

  test("the code that proved the set-up cannot be used to sign in", async () => {
    const kevin = await kevinWithApp();
    const { context, token } = await kevin.halfSignedIn(5);
    const code = totpCodeAt(kevin.secret, later(0));
    assert.equal(
      await refusalOf(confirmSecondFactor(context, { token, code })),
      "wrong-code",
    );
  });

  test("of two requests with the same code at the same moment one gets in", async () => {
    const kevin = await kevinWithApp();
    const one = await kevin.halfSignedIn(60);
    const two = await kevin.halfSignedIn(60);
    const code = totpCodeAt(kevin.secret, later(60));
    const results = await Promise.all(
      [one, one, two].map(({ context, token }) =>
        confirmSecondFactor(context, { token, code }),
      ),
    );
    assert.equal(results.filter(({ ok }) => ok).length, 1);
  });

  test("codes of a minute ago and of the future are refused", async () => {
    const kevin = await kevinWithApp();
    const { context, token } = await kevin.halfSignedIn(600);
    for (const seconds of [500, 700]) {
      const code = totpCodeAt(kevin.secret, later(seconds));
      assert.equal(
        await refusalOf(confirmSecondFactor(context, { token, code })),
        "wrong-code",
      );
    }
  });

  test("after five wrong codes even the right one has to wait", async () => {
    const kevin = await kevinWithApp();
    const { context, token } = await kevin.halfSignedIn(60);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await confirmSecondFactor(context, { token, code: "000000" });
    }
    const code = totpCodeAt(kevin.secret, later(60));
    assert.equal(
      await refusalOf(confirmSecondFactor(context, { token, code })),
      "too-many-attempts",
    );
  });

  test("a recovery code works once, written in any way", async () => {
    const kevin = await kevinWithApp();
    const [code = ""] = kevin.recoveryCodes;
    const first = await kevin.halfSignedIn(60);
    const typed = ` ${code.toUpperCase().replaceAll("-", " ")}`;
    assert.ok(
      (
        await confirmSecondFactor(first.context, {
          token: first.token,
          code: typed,
        })
      ).ok,
    );
    const second = await kevin.halfSignedIn(70);
    assert.equal(
      await refusalOf(
        confirmSecondFactor(second.context, { token: second.token, code }),
      ),
      "wrong-code",
    );
    const account = await readOwnAccount(asMember(database, kevin));
    assert.equal(account?.recoveryCodesLeft, 9);
  });

  test("a token without a half-done sign-in is refused", async () => {
    const kevin = await kevinWithApp();
    const context = visitor(database, kevin.tenantId);
    assert.equal(
      await refusalOf(
        confirmSecondFactor(context, { token: "x".repeat(43), code: "123456" }),
      ),
      "sign-in-expired",
    );
  });

  test("setting up asks for the password and keeps the old secret until the new one is proven", async () => {
    const kevin = await kevinWithApp();
    const context = asMember(database, kevin);
    const wrong = await startTotpSetup(context, { password: "wrong" });
    assert.equal(!wrong.ok && wrong.refusal.kind, "wrong-password");
    assert.ok((await startTotpSetup(context, { password: kevinsPassword })).ok);
    const unproven = await confirmTotpSetup(context, { code: "000000" });
    assert.equal(!unproven.ok && unproven.refusal.kind, "wrong-code");

    const half = await kevin.halfSignedIn(60);
    const code = totpCodeAt(kevin.secret, later(60));
    assert.ok(
      (await confirmSecondFactor(half.context, { token: half.token, code })).ok,
    );
  });

  test("the secret lies encrypted in the database", async () => {
    const kevin = await kevinWithApp();
    const context = visitor(database, kevin.tenantId);
    const stored = await context.transaction((db) =>
      db
        .$extendTables<{ "staff.member": { totp_secret: Buffer } }>()
        .selectFrom("staff.member")
        .select("totp_secret")
        .executeTakeFirstOrThrow(),
    );
    assert.ok(!stored.totp_secret.includes(kevin.secret));
  });
});
