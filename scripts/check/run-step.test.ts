import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runStep, runSteps } from "./run-step.ts";
import { steps, type Step } from "./steps.ts";

const never = new AbortController().signal;

const step = (name: string, program: string): Step => ({
  name,
  about: name,
  arguments: () => ["--eval", program],
});

describe("a step", () => {
  test("passes when its program ends well", async () => {
    const { outcome } = await runStep(step("fine", "0"), never);
    assert.equal(outcome, "passed");
  });

  test("fails with what its program printed", async () => {
    const program = "console.log('out'); console.error('err'); process.exit(3)";
    const { outcome, output } = await runStep(step("bad", program), never);
    assert.equal(outcome, "failed");
    assert.match(output, /out/);
    assert.match(output, /err/);
  });

  test("fails when there is nothing to check", async () => {
    const empty: Step = {
      ...step("empty", ""),
      arguments: () => {
        throw new Error("no test file matches");
      },
    };
    const { outcome, output } = await runStep(empty, never);
    assert.equal(outcome, "failed");
    assert.match(output, /no test file matches/);
  });

  test("fails when its program is ended by a signal", async () => {
    const program = "process.kill(process.pid, 'SIGKILL')";
    const { outcome } = await runStep(step("killed", program), never);
    assert.equal(outcome, "failed");
  });

  test("fails when the pipeline is stopped", async () => {
    const endless = step("endless", "setInterval(() => 0, 1000)");
    const { outcome } = await runStep(endless, AbortSignal.timeout(200));
    assert.equal(outcome, "failed");
  });

  test("says why it did not run", async () => {
    const absent: Step = { ...step("absent", "0"), missing: () => "no tool" };
    const { outcome, output } = await runStep(absent, never);
    assert.deepEqual(
      { outcome, output },
      { outcome: "not-run", output: "no tool" },
    );
  });
});

describe("the pipeline", () => {
  test("reports what has ended, and gives all in the order of the list", async () => {
    const reported: string[] = [];
    const list = [step("slow", "setTimeout(() => 0, 2000)"), step("fast", "0")];
    const results = await runSteps(list, {
      atOnce: 2,
      signal: never,
      report: ({ step: { name } }) => reported.push(name),
    });
    assert.deepEqual(reported, ["fast", "slow"]);
    assert.deepEqual(
      results.map(({ step: { name } }) => name),
      ["slow", "fast"],
    );
  });

  test("has an npm script for each step, and each name once", async () => {
    const { default: manifest } = (await import("../../package.json", {
      with: { type: "json" },
    })) as { default: { scripts: Record<string, string> } };
    for (const { name } of steps)
      assert.ok(
        manifest.scripts[name]?.endsWith(`check.ts --only ${name}`),
        name,
      );
    assert.equal(new Set(steps.map(({ name }) => name)).size, steps.length);
  });
});
