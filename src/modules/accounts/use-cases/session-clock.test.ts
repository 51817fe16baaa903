import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { wednesday } from "../testing/account-fixtures.ts";
import { signedInPerson } from "../testing/signed-in-account.ts";
import { findAccountSession } from "./find-account-session.ts";

const minute = 60_000;
const second = 1000;

/** In minutes: without use, and at the longest. */
const clocks = {
  low: { idle: 60, longest: 12 * 60 },
  substantial: { idle: 30, longest: 2 * 60 },
  high: { idle: 5, longest: 30 },
} as const;

void describe("a citizen's session", () => {
  const installation = newId();
  const portalTenantId = newId();
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const at = (ms: number) =>
    database.contextFor({
      tenantId: installation,
      now: new Date(wednesday.getTime() + ms),
    });

  for (const level of ["low", "substantial", "high"] as const)
    void test(`of level ${level} ends unused and at the longest after its time, and no sooner`, async () => {
      const idle = clocks[level].idle * minute;
      const longest = clocks[level].longest * minute;
      const open = async () => {
        const { token } = await signedInPerson(at(0), {
          portalTenantId,
          assuranceLevel: level,
        });
        return (ms: number) =>
          findAccountSession(at(ms), { token, portalTenantId });
      };
      const unused = await open();
      assert.equal(await unused(idle), undefined);
      const used = await open();
      let now = 0;
      while (now + idle < longest) {
        now += idle - second;
        const found = await used(now);
        assert.deepEqual(
          [found?.endsAt.getTime(), found?.endsAtLatest.getTime()],
          [
            wednesday.getTime() + Math.min(now + idle, longest),
            wednesday.getTime() + longest,
          ],
        );
      }
      assert.ok(await used(longest - second));
      assert.equal(await used(longest), undefined);
    });
});
