import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  confirmEmail,
  daysLater,
  erika,
  signedIn,
  wednesday,
} from "../testing/account-fixtures.ts";
import { readAddressState } from "./change-address.ts";
import { createAccount } from "./create-account.ts";
import { clearOwnNotices, readOwnNotices } from "./own-notices.ts";
import { readOverview } from "./read-overview.ts";
import { tidyAccounts } from "./tidy-accounts.ts";

const place = {
  portalName: "Alle Portale",
  address: "http://localhost/anmelden",
};

void describe("accounts that nobody uses", () => {
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

  void test("an account nobody uses is told of two months before and goes after two years; a sign-in keeps it", async () => {
    const installation = newId();
    const identity = erika();
    const used = await signedIn(database, { installation, identity });
    await confirmEmail(used.context, used.session.accountId, "e@x.example");
    const at = (days: number) =>
      database.contextFor({
        tenantId: installation,
        now: daysLater(days),
      });
    const tidyAt = (days: number) => tidyAccounts(at(days), place, []);
    assert.deepEqual(await tidyAt(669), { told: 0, removed: 0 });
    assert.deepEqual(await tidyAt(671), { told: 1, removed: 0 });
    assert.deepEqual(await tidyAt(672), { told: 0, removed: 0 });
    await signedIn(database, { installation, identity, now: daysLater(700) });
    assert.deepEqual(await tidyAt(735), { told: 0, removed: 0 });
    assert.deepEqual(await tidyAt(700 + 671), { told: 1, removed: 0 });
    assert.deepEqual(await tidyAt(700 + 729), { told: 0, removed: 0 });
    assert.deepEqual(await tidyAt(700 + 732), { told: 0, removed: 1 });
    assert.deepEqual(await kindsOfMail(used.context), [
      "account-unused",
      "new-device",
      "account-unused",
      "account-deleted",
    ]);
    assert.equal(
      await readOverview(used.context, used.session.accountId),
      undefined,
    );
  });

  void test("an account told of too late is kept for its two months, and an unconfirmed address for a week", async () => {
    const installation = newId();
    const used = await signedIn(database, { installation });
    await confirmEmail(used.context, used.session.accountId, "l@x.example");
    const at = (days: number) =>
      database.contextFor({ tenantId: installation, now: daysLater(days) });
    assert.deepEqual(await tidyAccounts(at(900), place, []), {
      told: 1,
      removed: 0,
    });
    assert.deepEqual(await tidyAccounts(at(959), place, []), {
      told: 0,
      removed: 0,
    });
    assert.deepEqual(await tidyAccounts(at(961), place, []), {
      told: 0,
      removed: 1,
    });

    const fresh = database.contextFor({
      tenantId: newId(),
      now: wednesday,
    });
    await fresh.transaction((db) =>
      createAccount(fresh, db, { displayName: "X", email: "x@x.example" }),
    );
    const week = (days: number) =>
      tidyAccounts(
        database.contextFor({ tenantId: fresh.tenantId, now: daysLater(days) }),
        place,
        [],
      );
    assert.deepEqual(await week(6), { told: 0, removed: 0 });
    assert.deepEqual(await week(8), { told: 0, removed: 1 });
  });

  void test("one without an address is told of in itself, and goes no sooner", async () => {
    const installation = newId();
    const identity = erika({
      values: [
        { attribute: "email", value: "e@x.example", assuranceLevel: "low" },
      ],
    });
    const used = await signedIn(database, { installation, identity });
    const { context, session } = used;
    assert.deepEqual(await readOwnNotices(context), []);
    await signedIn(database, { installation, identity, now: daysLater(1) });
    const at = (days: number) =>
      database.contextFor({ tenantId: installation, now: daysLater(days) });
    const tidyAt = (days: number) => tidyAccounts(at(1 + days), place, []);
    assert.deepEqual(await tidyAt(671), { told: 1, removed: 0 });
    const news = async () =>
      (await readOwnNotices(context)).map((notice) => notice.news);
    assert.deepEqual(await news(), ["removal-announced", "new-device"]);
    // What the provider said of an address is offered, and written to by nobody.
    const state = await readAddressState(context);
    assert.equal(state?.suggestion, "e@x.example");
    assert.deepEqual(await kindsOfMail(context), []);
    assert.deepEqual(await tidyAt(729), { told: 0, removed: 0 });

    await signedIn(database, { installation, identity, now: daysLater(731) });
    assert.deepEqual(await tidyAt(732), { told: 0, removed: 0 });
    await clearOwnNotices(context);
    assert.deepEqual(await news(), []);
    assert.deepEqual(await tidyAccounts(at(731 + 900), place, []), {
      told: 1,
      removed: 0,
    });
    assert.deepEqual(await tidyAccounts(at(731 + 959), place, []), {
      told: 0,
      removed: 0,
    });
    assert.deepEqual(await tidyAccounts(at(731 + 961), place, []), {
      told: 0,
      removed: 1,
    });
    assert.equal(await readOverview(context, session.accountId), undefined);
  });
});
