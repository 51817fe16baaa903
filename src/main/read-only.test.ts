import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { generateKeyRing } from "../platform/crypto/key-ring.ts";
import { freePort } from "./testing/free-port.ts";
import { visitorOf } from "./testing/visitor.ts";

const root = path.join(import.meta.dirname, "../..");
/** `nobody`: nothing on this machine belongs to it, and PostgreSQL finds its name. */
const stranger = { uid: 65_534, gid: 65_534 };

/** Why this cannot be tried here; false: it can. */
function reasonToSkip(): string | false {
  if (process.getuid?.() !== 0)
    return "only root may start a program as another user";
  const probe = `const { accessSync, constants } = require("node:fs");
    accessSync("package.json", constants.R_OK);
    try { accessSync(".", constants.W_OK); } catch { process.exit(0); } process.exit(1);`;
  return (
    spawnSync(process.execPath, ["-e", probe], { cwd: root, ...stranger })
      .status !== 0 &&
    "the folder of the project cannot be read by others, or all may write to it"
  );
}

void describe(
  "the program in a folder that it cannot write to, as a user who owns nothing",
  { skip: reasonToSkip() },
  () => {
    let dataDir: string;
    let port: number;
    let portal: ChildProcess;
    before(async () => {
      dataDir = await mkdtemp(path.join(tmpdir(), "orh-read-only-"));
      await chmod(dataDir, 0o700);
      await chown(dataDir, stranger.uid, stranger.gid);
      port = await freePort();
      portal = spawn(process.execPath, await imageArguments("start"), {
        cwd: root,
        ...stranger,
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          PATH: process.env["PATH"],
          NODE_ENV: "production",
          PUBLIC_BASE_DOMAIN: "portal.example.org",
          SECRET_KEYS: generateKeyRing("2027a"),
          DATA_DIR: dataDir,
          PORT: String(port),
          DRAIN_SECONDS: "0",
          LOG_LEVEL: "warn",
        },
      });
    });
    after(async () => {
      if (portal.exitCode === null && portal.signalCode === null) {
        portal.kill("SIGTERM");
        await once(portal, "exit");
      }
      await rm(dataDir, { recursive: true, force: true });
    });

    void test("starts, is well by the health check of the image, and stops with 0", async () => {
      await waitUntilReady(portal, port);
      assert.equal(await healthcheck(port), 0);
      portal.kill("SIGTERM");
      assert.deepEqual(await once(portal, "exit"), [0, null]);
      assert.equal(await healthcheck(port), 1);
    });
  },
);

/** How the image starts Node, with other words for the program. */
async function imageArguments(
  ...words: readonly string[]
): Promise<readonly string[]> {
  const file = path.join(root, "deploy/container/Containerfile");
  const entry = /^ENTRYPOINT (?<list>\[.+\])$/m.exec(
    await readFile(file, "utf8"),
  );
  const [, ...options] = JSON.parse(
    entry?.groups?.["list"] ?? "[]",
  ) as string[];
  const ours = await readFile(
    path.join(root, "bin/portal-node-options.json"),
    "utf8",
  );
  for (const option of JSON.parse(ours) as string[])
    assert.ok(options.includes(option), `${option} of bin/portal.mjs`);
  return [...options, ...words];
}

async function waitUntilReady(
  portal: ChildProcess,
  port: number,
): Promise<void> {
  const reachable = {
    port,
    baseUrl: () => `http://portal.example.org:${String(port)}`,
  };
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answer = await visitorOf(reachable, "")
      .visit("/readyz")
      .catch(() => undefined);
    if (answer?.status === 200) return;
    assert.equal(portal.exitCode, null, "it ended");
    assert.ok(performance.now() < deadline, "not ready after a minute");
    await sleep(100);
  }
}

async function healthcheck(port: number): Promise<unknown> {
  const check = spawn(process.execPath, ["deploy/container/healthcheck.mjs"], {
    cwd: root,
    ...stranger,
    stdio: "ignore",
    env: { PORT: String(port) },
  });
  return ((await once(check, "exit")) as readonly unknown[])[0];
}
