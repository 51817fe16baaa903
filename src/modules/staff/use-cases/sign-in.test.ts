import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  caseworkerKevin,
  hashQuickly,
  kevinsLogin,
  kevinsPassword,
  later,
  system,
  tryPassword,
  visitor,
  wednesday,
} from "../testing/staff-fixtures.ts";
import { addStaff } from "./add-staff.ts";
import { choosePassword } from "./choose-password.ts";
import { findSignInStep } from "./find-sign-in-step.ts";
import { findStaffSession } from "./find-staff-session.ts";
import { tidySessions } from "./tidy-sessions.ts";
import { signOut } from "./sign-out.ts";

describe("signing in with a password", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const signedInKevin = async () => {
    const kevin = await caseworkerKevin(database);
    const result = await tryPassword(
      visitor(database, kevin.tenantId),
      kevinsPassword,
    );
    assert.ok(result.ok);
    return { ...kevin, token: result.value.token };
  };

  test("a session that has ended is removed with time, one in use stays", async () => {
    const kevin = await signedInKevin();
    const countAt = (hours: number) =>
      visitor(database, kevin.tenantId, later(hours * 3600));
    const rows = async () => {
      const { rows: found } = await visitor(
        database,
        kevin.tenantId,
      ).transaction((db) =>
        sql`select id from staff.session where tenant_id = ${kevin.tenantId}`.execute(
          db,
        ),
      );
      return found.length;
    };
    await tidySessions(countAt(11));
    assert.equal(await rows(), 1);
    await tidySessions(countAt(13));
    assert.equal(await rows(), 0);
  });

  test("the right password opens a session with the permissions of the role", async () => {
    const kevin = await signedInKevin();
    const session = await findStaffSession(
      visitor(database, kevin.tenantId),
      kevin.token,
    );
    assert.equal(session?.staffId, kevin.staffId);
    assert.equal(session.displayName, "Kevin Krause");
    assert.deepEqual(session.permissions, [
      "vorgang.read",
      "vorgang.edit",
      "intake.edit",
      "delivery.read",
    ]);
  });

  test("upper case and blanks around the login do not matter", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const result = await tryPassword(
      visitor(database, tenantId),
      kevinsPassword,
      { login: ` ${kevinsLogin.toUpperCase()} ` },
    );
    assert.ok(result.ok);
  });

  test("wrong password, unknown login and disabled account get the same answer", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = visitor(database, tenantId);
    const wrong = await tryPassword(context, "not the password");
    const unknown = await tryPassword(context, kevinsPassword, {
      login: "nobody@schwerin.example",
    });
    assert.deepEqual(wrong, {
      ok: false,
      refusal: { kind: "wrong-credentials" },
    });
    assert.deepEqual(unknown, wrong);
    await context.transaction((db) =>
      db
        .$extendTables<{ "staff.member": { disabled_at: Date } }>()
        .updateTable("staff.member")
        .set({ disabled_at: wednesday })
        .execute(),
    );
    assert.deepEqual(await tryPassword(context, kevinsPassword), wrong);
  });

  test("the password of one tenant's account opens nothing in another tenant", async () => {
    await caseworkerKevin(database);
    const grabow = newId();
    const result = await tryPassword(visitor(database, grabow), kevinsPassword);
    assert.ok(!result.ok);
  });

  test("a session of one tenant is worth nothing in another", async () => {
    const kevin = await signedInKevin();
    assert.equal(
      await findStaffSession(visitor(database, newId()), kevin.token),
      undefined,
    );
  });

  test("signing out ends the session, twice does nothing", async () => {
    const kevin = await signedInKevin();
    const context = visitor(database, kevin.tenantId);
    await signOut(context, kevin.token);
    await signOut(context, kevin.token);
    assert.equal(await findStaffSession(context, kevin.token), undefined);
  });

  test("a session ends after an hour without use", async () => {
    const { tenantId, token } = await signedInKevin();
    const at = (seconds: number) =>
      findStaffSession(visitor(database, tenantId, later(seconds)), token);
    const hour = 3600;
    assert.ok(await at(hour - 0.001));
    assert.ok(await at(2 * hour - 0.002));
    assert.equal(await at(3 * hour - 0.002), undefined, "to the millisecond");
  });

  test("a session ends after twelve hours even when used", async () => {
    const { tenantId, token } = await signedInKevin();
    const at = (hours: number) =>
      findStaffSession(visitor(database, tenantId, later(hours * 3600)), token);
    for (let hours = 0.5; hours < 12; hours += 0.5) {
      assert.ok(await at(hours), `after ${hours} h`);
    }
    assert.equal(await at(12), undefined);
  });

  test("finding a session is one statement and a write only once a minute", async () => {
    const { tenantId, token } = await signedInKevin();
    database.statements.length = 0;
    await findStaffSession(visitor(database, tenantId, later(90)), token);
    const own = database.statements.filter(
      (sql) => !/^(begin|commit)/.test(sql),
    );
    assert.equal(own.length, 1);
  });

  test("nonsense in the cookie is no session and costs no query", async () => {
    database.statements.length = 0;
    const context = visitor(database, newId());
    assert.equal(await findStaffSession(context, "' or 1=1 --"), undefined);
    assert.equal(await findStaffSession(context, undefined), undefined);
    assert.equal(database.statements.length, 0);
  });

  test("after five wrong passwords the login waits, longer each time, and then works", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const at = (seconds: number, password: string) =>
      tryPassword(visitor(database, tenantId, later(seconds)), password);
    for (let attempt = 0; attempt < 5; attempt += 1) await at(attempt, "wrong");
    const blocked = await at(10, kevinsPassword);
    assert.deepEqual(blocked, {
      ok: false,
      refusal: { kind: "too-many-attempts", retryAfterSeconds: 24 },
    });
    await at(35, "wrong");
    const longer = await at(36, kevinsPassword);
    assert.deepEqual(longer, {
      ok: false,
      refusal: { kind: "too-many-attempts", retryAfterSeconds: 59 },
    });
    assert.ok((await at(100, kevinsPassword)).ok);
    assert.ok(!(await at(101, "wrong")).ok);
    assert.ok((await at(102, kevinsPassword)).ok);
  });

  test("an unknown login is blocked just like a known one", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const login = "nobody@schwerin.example";
    const context = visitor(database, tenantId);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await tryPassword(context, "wrong", { login });
    }
    const result = await tryPassword(context, "wrong", { login });
    assert.equal(!result.ok && result.refusal.kind, "too-many-attempts");
  });

  test("an address that tries many logins is stopped, another address is not", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = visitor(database, tenantId);
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await tryPassword(context, "wrong", {
        login: `user${attempt}@schwerin.example`,
        clientAddress: "198.51.100.7",
      });
    }
    const stopped = await tryPassword(context, kevinsPassword, {
      clientAddress: "198.51.100.7",
    });
    assert.equal(!stopped.ok && stopped.refusal.kind, "too-many-attempts");
    assert.ok((await tryPassword(context, kevinsPassword)).ok);
  });

  test("who guesses a login from elsewhere does not lock its owner out, and is stopped there", async () => {
    const kevin = await caseworkerKevin(database);
    await hashQuickly(database, kevin);
    const context = visitor(database, kevin.tenantId);
    const from = (clientAddress: string, password: string) =>
      tryPassword(context, password, { clientAddress });
    const stopped = async (clientAddress: string) => {
      const tried = await from(clientAddress, kevinsPassword);
      return !tried.ok && tried.refusal.kind === "too-many-attempts";
    };
    for (let attempt = 0; attempt < 5; attempt += 1)
      await from("198.51.100.8", "wrong");
    assert.ok(await stopped("198.51.100.8"));
    const signedIn = await from("192.0.2.9", kevinsPassword);
    assert.ok(signedIn.ok);
    // Many guessers together have a hundred guesses, not five each.
    for (let guesser = 0; guesser < 20; guesser += 1)
      for (let attempt = 0; attempt < 5; attempt += 1)
        await from(`203.0.113.${String(guesser)}`, "wrong");
    assert.ok(await stopped("203.0.113.99"));
    // The device that Kevin has signed in with before is not, but has no more guesses of its own than others.
    const onDevice = (password: string, knownDevice: string | undefined) =>
      tryPassword(context, password, {
        clientAddress: "203.0.113.99",
        knownDevice,
      });
    const { knownDevice } = signedIn.value;
    assert.ok((await onDevice(kevinsPassword, knownDevice)).ok);
    for (const made of [undefined, "x", `${"x".repeat(43)}.x`])
      assert.ok(!(await onDevice(kevinsPassword, made)).ok);
    for (let attempt = 0; attempt < 5; attempt += 1)
      await onDevice("wrong", knownDevice);
    assert.ok(!(await onDevice(kevinsPassword, knownDevice)).ok);
  });

  test("thirty guesses at the same moment are not more than five", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = visitor(database, tenantId);
    const results = await Promise.all(
      Array.from({ length: 30 }, () => tryPassword(context, "wrong")),
    );
    const kinds = results.map((result) => !result.ok && result.refusal.kind);
    assert.equal(
      kinds.filter((kind) => kind === "wrong-credentials").length,
      5,
    );
  });

  test("a one-time password must be replaced before anything opens", async () => {
    const tenantId = newId();
    const added = await addStaff(
      database.contextFor({ tenantId, actor: system, now: wednesday }),
      { login: kevinsLogin, displayName: "Kevin", roles: ["caseworker"] },
    );
    assert.ok(added.ok && added.value.oneTimePassword);
    const context = visitor(database, tenantId);
    const signedIn = await tryPassword(context, added.value.oneTimePassword);
    assert.ok(signedIn.ok);
    const { token, stage } = signedIn.value;
    assert.equal(stage, "password");
    assert.equal(await findStaffSession(context, token), undefined);
    assert.equal(await findSignInStep(context, token), "password");

    const weak = await choosePassword(context, {
      token,
      password: "kurz",
      policy: "optional",
    });
    assert.deepEqual(weak, {
      ok: false,
      refusal: { kind: "password-weak", fault: "too-short" },
    });
    const chosen = await choosePassword(context, {
      token,
      password: kevinsPassword,
      policy: "optional",
    });
    assert.ok(chosen.ok);
    assert.ok(await findStaffSession(context, chosen.value.token));
    assert.equal(await findSignInStep(context, token), undefined);
    assert.ok(!(await tryPassword(context, added.value.oneTimePassword)).ok);
  });

  test("a half-done sign-in is forgotten after ten minutes", async () => {
    const tenantId = newId();
    const added = await addStaff(
      database.contextFor({ tenantId, actor: system, now: wednesday }),
      { login: kevinsLogin, displayName: "Kevin", roles: ["caseworker"] },
    );
    assert.ok(added.ok && added.value.oneTimePassword);
    const signedIn = await tryPassword(
      visitor(database, tenantId),
      added.value.oneTimePassword,
    );
    assert.ok(signedIn.ok);
    const { token } = signedIn.value;
    const tooLate = visitor(database, tenantId, later(601));
    assert.equal(await findSignInStep(tooLate, token), undefined);
    const result = await choosePassword(tooLate, {
      token,
      password: kevinsPassword,
      policy: "optional",
    });
    assert.equal(!result.ok && result.refusal.kind, "sign-in-expired");
  });
});
