import assert from "node:assert/strict";
import { test } from "node:test";
import { untilAborted } from "./until-aborted.ts";

const never = new Promise<string>(() => undefined);

test("work that ends in time gives its value or its error", async () => {
  const signal = new AbortController().signal;
  assert.equal(await untilAborted(Promise.resolve("done"), signal), "done");
  const failed = Promise.reject(new Error("broken"));
  await assert.rejects(untilAborted(failed, signal), /broken/);
});

test("work that hangs is given up when the signal fires, or has fired", async () => {
  await assert.rejects(untilAborted(never, AbortSignal.timeout(20)), {
    name: "TimeoutError",
  });
  const fired = AbortSignal.abort("stopping");
  await assert.rejects(untilAborted(never, fired), { message: "aborted" });
});

test("work that fails after it was given up harms nobody", async () => {
  const late = Promise.withResolvers<string>();
  const signal = AbortSignal.timeout(5);
  await assert.rejects(untilAborted(late.promise, signal));
  late.reject(new Error("too late"));
  await Promise.resolve();
});
