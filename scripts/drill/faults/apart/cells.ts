import { setTimeout as sleep } from "node:timers/promises";
import { childrenOf, send } from "../../failover/process-tree.ts";
import { startProgram, until } from "../../rolling/running-program.ts";
import type { Protection } from "../../without/protections.ts";
import type { Mood } from "../toxic-proxy.ts";
import { eatConnections } from "./eat-connections.ts";
import { clockCells } from "./clock-cells.ts";
import { peerCells } from "./peer-cells.ts";
import type { ApartStage } from "./stage.ts";

/** What happens to an installation whose parts are apart. When `strike` is done the fault is over. */
export type ApartCell<Stage extends ApartStage = ApartStage> = {
  readonly about: string;
  /** How often somebody was called who is called in vain meanwhile. */
  readonly calls?: (stage: Stage) => number;
  readonly needsClocks?: true;
  /** Without which it breaks a promise. */
  readonly control?: Protection;
  /** Programs without which it cannot happen. */
  readonly needs?: readonly string[];
  /** Gives what else is to be told. */
  strike(stage: Stage): Promise<string | undefined>;
};

const frozenMs = 25_000;
const slowMs = 25_000;
const lockedMs = 20_000;
const cutMs = 10_000;
const resetMs = 20_000;
const exhaustedMs = 15_000;
const flushedMs = 30_000;

/** PostgreSQL's answer to a COMMIT that went well. @see PostgreSQL, Message Formats, CommandComplete */
const committed = Buffer.from("C\0\0\0\u000bCOMMIT\0");

export const apartCells = {
  "kill-web": {
    about: "one of two web processes killed with -9 and started again",
    strike: (stage) => killMember(stage, "web1"),
  },
  "kill-worker": {
    about: "one of two workers killed with -9 and started again",
    strike: (stage) => killMember(stage, "worker1"),
  },
  "kill-server": {
    about: "database server killed with -9; its supervisor starts it again",
    strike: async ({ server, database }) => {
      const { processId } = server;
      send(processId, "SIGKILL");
      await until(
        async () => {
          await database.query("select 1");
          return server.processId !== processId;
        },
        { within: 120_000, what: "the database does not come back" },
      );
      return undefined;
    },
  },
  "disk-eio": {
    about:
      "disk of the database answers a flush of its log with an input/output error (EIO)",
    needs: ["strace"],
    strike: failFlush,
  },
  "freeze-web": {
    about: "one of two web processes frozen for 25 s",
    strike: (stage) => freezeMember(stage, "web1"),
  },
  "freeze-worker": {
    about: "one of two workers frozen for 25 s",
    strike: (stage) => freezeMember(stage, "worker1"),
  },
  "freeze-server": {
    about: "database server with all its processes frozen for 25 s",
    strike: async ({ server }) => {
      const all = [server.processId, ...childrenOf(server.processId)];
      for (const pid of all) send(pid, "SIGSTOP");
      await sleep(frozenMs);
      for (const pid of all) send(pid, "SIGCONT");
      return undefined;
    },
  },
  "slow-database": {
    about:
      "each answer of and each call to the database 50 to 100 ms later, 25 s",
    strike: (stage) =>
      inMood(stage, { kind: "slow", delayMs: 50, jitterMs: 50 }, slowMs),
  },
  "silent-database": {
    about: "network to the database takes everything and brings nothing, 25 s",
    strike: (stage) => inMood(stage, { kind: "silent" }, slowMs),
  },
  "cut-database": {
    about:
      "network to the database cut: all connections reset and refused, 10 s",
    strike: (stage) => inMood(stage, { kind: "cut" }, cutMs),
  },
  "reset-commits": {
    about: "connection reset in place of every fifth answer to COMMIT, 20 s",
    strike: async (stage) => {
      const before = stage.line.resets();
      await inMood(
        stage,
        { kind: "resetting-answers", bytes: committed, onceIn: 5 },
        resetMs,
      );
      return `${String(stage.line.resets() - before)} transactions committed of which the answer was lost`;
    },
  },
  "locked-table": {
    about: "the table of submissions locked by somebody else for 20 s",
    strike: async ({ database }) => {
      const client = await database.connect();
      try {
        await client.query("begin");
        await client.query("lock table submissions.submission");
        await sleep(lockedMs);
        await client.query("rollback");
      } finally {
        client.release();
      }
      return undefined;
    },
  },
  "proxy-reloaded": {
    about: "HAProxy reads its configuration again, ten times in 20 s",
    strike: reloadProxy,
  },
  "proxy-killed": {
    about: "HAProxy killed with -9 and started again",
    strike: async ({ installation: { proxy } }) => {
      proxy.signal("SIGKILL");
      await proxy.startAgain();
      return undefined;
    },
  },
  "no-connections": {
    about:
      "all connections of the database server taken by somebody else, 15 s",
    strike: async ({ server }) => {
      const eaten = await eatConnections(server.address, exhaustedMs);
      return `${String(eaten)} connections taken`;
    },
  },
  ...clockCells,
  ...peerCells,
} satisfies Record<string, ApartCell>;

/**
 * PostgreSQL must not go on after a flush that failed: what it believes to be on the disk may not be there. It panics, and recovers from what is.
 * Only processes that are there get the error, so that the recovery goes well.
 */
async function failFlush({ server, database }: ApartStage): Promise<string> {
  const watching = await database.connect();
  const gone = new Promise<void>((resolve) => {
    watching.once("error", () => {
      resolve();
    });
  });
  const tracer = startProgram({
    command: "strace",
    args: [
      ...["-qq", "-o", "/dev/null", "-e", "trace=fdatasync"],
      ...["-e", "inject=fdatasync:error=EIO:when=1"],
      ...childrenOf(server.processId).flatMap((pid) => ["-p", String(pid)]),
    ],
    logFile: "/dev/null",
  });
  const begun = performance.now();
  await Promise.race([
    gone,
    sleep(flushedMs).then(() => {
      throw new Error("drill: no flush failed");
    }),
  ]);
  watching.release(true);
  await tracer.stop();
  const over = performance.now();
  await until(
    async () => {
      await database.query("select 1");
      return true;
    },
    { within: 120_000, what: "the database does not come back" },
  );
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  return `panicked ${seconds(over - begun)} s after the disk began to fail, recovered ${seconds(performance.now() - over)} s later`;
}

export async function reloadProxy({
  installation: { proxy },
}: Pick<ApartStage, "installation">): Promise<undefined> {
  for (let times = 0; times < 10; times += 1) {
    proxy.reload();
    await sleep(2_000);
  }
}

async function killMember(
  { installation }: ApartStage,
  name: string,
): Promise<undefined> {
  const member = installation.members.find((each) => each.name === name);
  member?.signal("SIGKILL");
  await member?.stop();
  await member?.start();
}

async function freezeMember(
  { installation }: ApartStage,
  name: string,
): Promise<undefined> {
  const member = installation.members.find((each) => each.name === name);
  member?.signal("SIGSTOP");
  await sleep(frozenMs);
  member?.signal("SIGCONT");
}

async function inMood(
  { line }: ApartStage,
  mood: Mood,
  ms: number,
): Promise<undefined> {
  line.set(mood);
  await sleep(ms);
  line.set({ kind: "well" });
}
