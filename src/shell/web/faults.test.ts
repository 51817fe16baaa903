import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { S3Error } from "../../platform/files/s3/s3-bucket.ts";
import { isUnavailable } from "./faults.ts";
import { DatabaseAway } from "./outage.ts";

const coded = (code: string) => Object.assign(new Error("fault"), { code });

void describe("a fault while a page is made", () => {
  for (const [what, error] of [
    ["the database is away", new DatabaseAway()],
    ["its disk is full", coded("53100")],
    ["a statement waited too long for somebody's lock", coded("57014")],
    ["the database ended it for a deadlock", coded("40P01")],
    ["PgBouncer has no server that it could log in at", coded("08P01")],
    ["the folder for uploads is full", coded("ENOSPC")],
    ["the store of files does not answer", new S3Error("timeout")],
    ["the store of files has trouble", new S3Error("InternalError", 500)],
  ] as const)
    void test(`lets visitors try again when ${what}`, () => {
      assert.equal(isUnavailable(error), true);
    });

  for (const [what, error] of [
    ["a constraint is broken", coded("23505")],
    [
      "PostgreSQL does not understand us",
      Object.assign(coded("08P01"), { routine: "exec_bind_message" }),
    ],
    ["a file is missing", coded("ENOENT")],
    ["the store of files does not let us in", new S3Error("AccessDenied", 403)],
    ["something else is wrong", new TypeError("undefined is not a function")],
  ] as const)
    void test(`is a fault of ours when ${what}`, () => {
      assert.equal(isUnavailable(error), false);
    });
});
