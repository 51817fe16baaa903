import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, createServer, get } from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

const script = path.join(import.meta.dirname, "testing/run-group.ts");

type RunningGroup = {
  readonly port: number;
  readonly lead: ChildProcess;
  /** Lines it printed so far. */
  readonly lines: readonly string[];
  until(isThere: (lines: readonly string[]) => boolean): Promise<void>;
};

const started: ChildProcess[] = [];

async function startGroup(port = 0): Promise<RunningGroup> {
  const lead = spawn(process.execPath, [script, String(port)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  started.push(lead);
  const lines: string[] = [];
  createInterface({ input: lead.stdout }).on("line", (line) =>
    lines.push(line),
  );
  const until = (isThere: (lines: readonly string[]) => boolean) =>
    eventually(() => Promise.resolve(isThere(lines)));
  await until(() => lines.some((line) => /^(ready|not started)/.test(line)));
  const ready = lines.find((line) => line.startsWith("ready")) ?? "";
  return { lead, lines, until, port: Number(ready.split(" ")[1]) };
}

async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isTrue())) {
    assert.ok(performance.now() < deadline, "never became true");
    await sleep(20);
  }
}

/** Who answers; or the code of what went wrong. */
function ask(port: number, agent: Agent | false = false): Promise<string> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    };
    const request = get({ host: "127.0.0.1", port, agent }, (response) => {
      let text = "";
      response.on("data", (bytes) => (text += String(bytes)));
      response.on("end", () => {
        resolve(text);
      });
      response.on("error", fail);
    });
    request.on("error", fail);
    request.setTimeout(5_000, () => request.destroy(new Error("no answer")));
  });
}

const isAnswer = (said: string) => /^\d+$/.test(said);

/** Twenty visitors without a pause, half of them with a connection they keep, until `event` is over. */
async function underLoad(
  port: number,
  event: () => Promise<unknown>,
): Promise<{ readonly answered: number; readonly failed: readonly string[] }> {
  const said: string[] = [];
  let isOver = false;
  const visitors = Array.from({ length: 20 }, async (_, index) => {
    const agent =
      index % 2 === 0 && new Agent({ keepAlive: true, maxSockets: 1 });
    while (!isOver) said.push(await ask(port, agent));
    if (agent) agent.destroy();
  });
  await sleep(300);
  await event();
  await sleep(300);
  isOver = true;
  await Promise.all(visitors);
  return {
    answered: said.filter(isAnswer).length,
    failed: said.filter((word) => !isAnswer(word)),
  };
}

const idsOf = (lines: readonly string[], kind: string) =>
  lines
    .filter((line) => line.startsWith(`${kind} `))
    .map((line) => Number(line.split(" ")[1]));

void describe("several web processes behind one port", () => {
  afterEach(() => {
    for (const lead of started.splice(0)) lead.kill("SIGKILL");
  });

  void test("kill -9 of one breaks what it had in hand, refuses nobody, and it comes back", async () => {
    const group = await startGroup();
    const [first = 0] = idsOf(group.lines, "up");
    const { answered, failed } = await underLoad(group.port, async () => {
      process.kill(first, "SIGKILL");
      await group.until((lines) => idsOf(lines, "up").length === 3);
    });
    assert.deepEqual(idsOf(group.lines, "ended"), [first]);
    assert.ok(answered > 50, String(answered));
    assert.ok(failed.length <= 20, failed.join());
    assert.deepEqual(
      failed.filter((code) => code !== "ECONNRESET"),
      [],
    );
  });

  void test("SIGHUP puts a new one into the place of each, and no request fails", async () => {
    const group = await startGroup();
    const before = idsOf(group.lines, "up");
    const { answered, failed } = await underLoad(group.port, async () => {
      group.lead.kill("SIGHUP");
      await group.until((lines) => lines.includes("renewed"));
    });
    assert.deepEqual(failed, []);
    assert.ok(answered > 50, String(answered));
    const others = new Set<string>();
    await eventually(async () => others.add(await ask(group.port)).size === 2);
    assert.ok(before.every((id) => !others.has(String(id))));
    assert.deepEqual(idsOf(group.lines, "ended"), []);
  });

  void test("SIGTERM ends all, and none comes back", async () => {
    const group = await startGroup();
    const exit = once(group.lead, "exit");
    group.lead.kill("SIGTERM");
    assert.deepEqual(await exit, [0, null]);
    assert.equal(await ask(group.port), "ECONNREFUSED");
  });

  void test("kill -9 of the one that runs them frees the port", async () => {
    const group = await startGroup();
    group.lead.kill("SIGKILL");
    await eventually(async () => (await ask(group.port)) === "ECONNREFUSED");
    assert.ok((await startGroup(group.port)).port === group.port);
  });

  void test("what cannot listen does not start, and is not tried again for ever", async () => {
    const other = createServer().listen({ host: "127.0.0.1", port: 0 });
    await once(other, "listening");
    const address = other.address();
    assert.ok(typeof address === "object" && address);
    const group = await startGroup(address.port);
    other.close();
    assert.deepEqual(group.lines, ["not started"]);
    if (group.lead.exitCode === null) await once(group.lead, "exit");
    assert.equal(group.lead.exitCode, 1);
  });
});
