import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";

const module = path.join(import.meta.dirname, "when-interrupted.ts");

/** Registers two, takes one back, and waits. */
const script = `
  const { whenInterrupted } = await import(${JSON.stringify(module)});
  const told = (what) => async () => console.log(what);
  whenInterrupted(told("tidied"));
  whenInterrupted(told("taken back"))();
  setInterval(() => {}, 1000);
  console.log("ready");`;

test("what is interrupted tidies up first, but for what was taken back", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = text(child.stdout);
  child.stdout.once("data", () => child.kill("SIGINT"));
  await once(child, "exit");
  assert.equal(child.exitCode, 130);
  assert.equal(await said, "ready\ntidied\n");
});
