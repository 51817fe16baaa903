import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import type { Database } from "./database.ts";
import { fixedSql, fixedStatement, type ValueOf } from "./fixed-statement.ts";
import { openDatabase } from "./open-database.ts";

type Values = { readonly text: string | null; readonly bytes: Buffer };

void describe("a fixed statement", () => {
  let test_: TestDatabase;
  let database: Database;
  const sent: { sql: string; parameters: readonly unknown[] }[] = [];
  before(async () => {
    test_ = await createTestDatabase();
    database = await openDatabase(test_.address, {
      onStatement: (text, parameters) => sent.push({ sql: text, parameters }),
    });
  });
  after(async () => {
    await database.close();
    await test_.close();
  });

  let written = 0;
  const select = fixedStatement((db, value: ValueOf<Values>) => {
    written += 1;
    return db.selectNoFrom([
      sql<string | null>`${value("text")}::text`.as("text"),
      sql<Buffer>`${value("bytes")}::bytea`.as("bytes"),
      sql<string>`${"always"}::text`.as("always"),
    ]);
  });

  void test("is written once and takes other values each time", async () => {
    const ask = (values: Values) =>
      database.unscoped((db) => select(db, values));
    const bytes = Buffer.from([0, 255]);
    assert.deepEqual(
      [await ask({ text: "a", bytes }), await ask({ text: null, bytes })],
      [
        [{ text: "a", bytes, always: "always" }],
        [{ text: null, bytes, always: "always" }],
      ],
    );
    assert.equal(written, 1);
  });

  void test("has the text that the builder writes, with parameters for all values", async () => {
    sent.length = 0;
    await database.unscoped((db) =>
      select(db, { text: "x'; --", bytes: Buffer.alloc(0) }),
    );
    assert.deepEqual(sent[1], {
      sql: 'select $1::text as "text", $2::bytea as "bytes", $3::text as "always"',
      parameters: ["x'; --", Buffer.alloc(0), "always"],
    });
  });

  void test("in SQL is written once as well, with its lists, and says how many rows it changed", async () => {
    let texts = 0;
    const listed = fixedSql(
      (value: ValueOf<{ readonly words: readonly string[] }>) => {
        texts += 1;
        return sql<{
          word: string;
        }>`select unnest(${value("words")}::text[]) as word`;
      },
    );
    const removed = fixedSql(
      (value: ValueOf<{ readonly name: string }>) =>
        sql`delete from jobs.job where name = ${value("name")}`,
    );
    const [some, none, gone] = await database.unscoped((db) =>
      Promise.all([
        listed(db, { words: ["a,b", "c"] }),
        listed(db, { words: [] }),
        removed(db, { name: "nobody" }),
      ]),
    );
    assert.deepEqual(some.rows, [{ word: "a,b" }, { word: "c" }]);
    assert.deepEqual(none.rows, []);
    assert.equal(gone.numAffectedRows, 0n);
    assert.equal(texts, 1);
  });
});
