import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { erika, signedIn } from "../testing/account-fixtures.ts";
import { findAccountSession } from "./find-account-session.ts";
import { stepUpWithIdentity } from "./step-up-with-identity.ts";

void describe("linking an identity", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  void test("raises and lowers no session but the one that proved it, and no later sign-in", async () => {
    const levels = ["low", "substantial", "high"] as const;
    for (const own of levels) {
      for (const linked of levels) {
        const installation = newId();
        const mine = erika({ assuranceLevel: own, values: [] });
        const other = erika({
          provider: "land",
          assuranceLevel: linked,
          values: [],
        });
        const enter = (identity: typeof mine) =>
          signedIn(database, { installation, identity });
        const elsewhere = await enter(mine);
        const { session, context } = await enter(mine);
        const stepped = await stepUpWithIdentity(context, {
          identity: other,
          accountId: session.accountId,
          sessionId: session.sessionId,
          sessionLevel: own,
          portalTenantId: installation,
          device: "",
          links: true,
        });
        assert.ok(stepped.ok);
        const levelOf = async (token: string) =>
          (
            await findAccountSession(context, {
              token,
              portalTenantId: installation,
            })
          )?.assuranceLevel;
        const isSurer = levels.indexOf(linked) >= levels.indexOf(own);
        const weaker = { ...other, assuranceLevel: "low" as const };
        const said = `${linked} linked with ${own}`;
        assert.deepEqual(
          [
            stepped.value && (await levelOf(stepped.value.token)),
            await levelOf(elsewhere.token),
            (await enter(mine)).session.assuranceLevel,
            (await enter(other)).session.assuranceLevel,
            // The provider is not as sure of them this time.
            (await enter(weaker)).session.assuranceLevel,
          ],
          [isSurer ? linked : undefined, own, own, linked, "low"],
          said,
        );
      }
    }
  });
});
