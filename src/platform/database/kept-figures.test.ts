import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { forgetFigures, keepFigures } from "./kept-figures.ts";

describe("figures that are kept", () => {
  let database: TestDatabase;
  let counted = 0;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const begin = new Date("2026-03-03T10:00:00Z");
  const ask = (afterMs: number, maxAgeMs = 90_000) =>
    database.database.unscoped((db) =>
      keepFigures(db, {
        name: "test",
        now: new Date(begin.getTime() + afterMs),
        maxAgeMs,
        count: () => Promise.resolve({ rows: (counted += 1) }),
      }),
    );

  test("are counted once for all who ask, until they are too old, and tell from when they are", async () => {
    assert.deepEqual(await ask(0), { figures: { rows: 1 }, countedAt: begin });
    assert.deepEqual(await ask(89_999), {
      figures: { rows: 1 },
      countedAt: begin,
    });
    const late = new Date(begin.getTime() + 90_000);
    assert.deepEqual(await ask(90_000), {
      figures: { rows: 2 },
      countedAt: late,
    });
    assert.equal((await ask(90_001, 0)).figures.rows, 3);
  });

  test("are counted anew by a clock that is behind, and after something was done about them", async () => {
    assert.equal((await ask(0)).figures.rows, 4);
    await database.database.unscoped((db) => forgetFigures(db, "test"));
    assert.equal((await ask(1)).figures.rows, 5);
  });
});
