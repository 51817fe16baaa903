import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { summaryOf, withoutValues } from "./trace-statements.ts";

void describe("a statement in a trace", () => {
  void test("holds no value that stands in its text", () => {
    assert.equal(
      withoutValues(
        "begin; select set_config('app.tenant_id', '019a-o''x', true), 4711\n  limit 20",
      ),
      "begin; select set_config(?, ?, true), ? limit ?",
    );
  });

  void test("keeps its placeholders and names", () => {
    assert.equal(
      withoutValues('select "a1" from t2 where x = $12 and y = $3::int4'),
      'select "a1" from t2 where x = $12 and y = $3::int4',
    );
  });

  for (const [sql, summary] of [
    ["begin; select ?", "begin"],
    ['insert into "mail"."message" ("id") values ($1)', "insert mail.message"],
    ["update jobs.job set run_at = now()", "update jobs.job"],
    ["select id from jobs.job where state = ?", "select jobs.job"],
    ["", "sql"],
  ] as const)
    void test(`is called "${summary}"`, () => {
      assert.equal(summaryOf(sql), summary);
    });
});
