import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** What happened in the group, for the log. */
export type GroupEvent =
  | { readonly kind: "up"; readonly processId: number }
  | {
      readonly kind: "ended";
      readonly processId: number;
      readonly how: string;
      /** It is started again after so long. */
      readonly restartMs: number;
    }
  | { readonly kind: "not-renewed"; readonly processId: number };

export type GroupOptions = {
  readonly script: string;
  readonly arguments: readonly string[];
  readonly count: number;
  readonly onEvent: (event: GroupEvent) => void;
  /** First pause before one that fails again and again is started anew; doubled each time. */
  readonly firstPauseMs?: number;
};

export type ProcessGroup = {
  /** Port that all of them listen on. */
  readonly port: number;
  /** Puts a new process into the place of each, one after another: there are never fewer than before. */
  renew(): Promise<void>;
  /** Asks all to end and waits for it; none comes back. */
  stop(): Promise<void>;
};

/** Thrown when a process ends before it listens for the first time; it has said why itself. */
export class GroupNotStarted extends Error {}

type Member = {
  readonly worker: Worker;
  readonly startedAt: number;
  /** Whoever ends now is not started again. */
  isLeaving: boolean;
};

type Group = GroupOptions & {
  readonly members: Set<Member>;
  readonly stopping: AbortController;
  /** How often one ended soon after its start, in a row. */
  failures: number;
};

const longestPauseMs = 30_000;
/** Whoever lived for so long did not fail at its start. */
const settledMs = 60_000;

/**
 * Runs `count` processes that listen on one port. The listening socket is held by this process, the others accept from its queue: what waits there
 * is taken by the next, whichever of them ends. A process that ends is started again. See ADR 29.
 */
export async function startProcessGroup(
  options: GroupOptions,
): Promise<ProcessGroup> {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({
    exec: options.script,
    args: [...options.arguments],
  });
  const group: Group = {
    ...options,
    members: new Set(),
    stopping: new AbortController(),
    failures: 0,
  };
  const ports = await startAll(group);
  let renewing = Promise.resolve();
  return {
    port: ports[0] ?? 0,
    renew: () => (renewing = renewing.then(() => renewAll(group))),
    stop: () => stopAll(group),
  };
}

/** The first alone: what stops it (a port in use, a wrong setting) stops all, and is to be said once. */
async function startAll(group: Group): Promise<readonly number[]> {
  const ports: number[] = [];
  while (ports.length < group.count) {
    const port = await startMember(group);
    if (port === undefined) {
      await stopAll(group);
      throw new GroupNotStarted("a web process ended before it listened");
    }
    ports.push(port);
  }
  return ports;
}

/** Port it listens on; undefined when it ended before. */
async function startMember(group: Group): Promise<number | undefined> {
  const worker = cluster.fork();
  const member: Member = {
    worker,
    startedAt: performance.now(),
    isLeaving: false,
  };
  group.members.add(member);
  const listening = Promise.withResolvers<number | undefined>();
  worker.once("listening", ({ port }) => {
    listening.resolve(port);
  });
  let isUp = false;
  worker.once("exit", (code: number | null, signal: string | null) => {
    group.members.delete(member);
    listening.resolve(undefined);
    if (isUp) replace(group, member, signal ?? `exit code ${String(code)}`);
  });
  const port = await listening.promise;
  isUp = port !== undefined;
  if (isUp) group.onEvent({ kind: "up", processId: processIdOf(member) });
  return port;
}

function replace(group: Group, member: Member, how: string): void {
  if (member.isLeaving || group.stopping.signal.aborted) return;
  const hasLived = performance.now() - member.startedAt;
  group.failures = hasLived < settledMs ? group.failures + 1 : 0;
  const restartMs = pauseAfter(group);
  const processId = processIdOf(member);
  group.onEvent({ kind: "ended", processId, how, restartMs });
  void restart(group, restartMs);
}

async function restart(group: Group, pauseMs: number): Promise<void> {
  const { signal } = group.stopping;
  await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  while (!signal.aborted && (await startMember(group)) === undefined) {
    group.failures += 1;
    await sleep(pauseAfter(group), undefined, { signal }).catch(
      () => undefined,
    );
  }
}

/** None after the first failure for long: others carry its load meanwhile. */
function pauseAfter({ failures, firstPauseMs = 250 }: Group): number {
  return failures < 2
    ? 0
    : Math.min(firstPauseMs * 2 ** (failures - 2), longestPauseMs);
}

async function renewAll(group: Group): Promise<void> {
  for (const member of [...group.members]) {
    if (group.stopping.signal.aborted) return;
    if (!group.members.has(member)) continue;
    if ((await startMember(group)) === undefined) {
      // The old ones go on: a new version that does not start takes nothing away.
      group.onEvent({ kind: "not-renewed", processId: processIdOf(member) });
      return;
    }
    await endMember(member, () => member.worker.send(retire));
  }
}

async function stopAll(group: Group): Promise<void> {
  group.stopping.abort();
  await Promise.all(
    [...group.members].map((member) =>
      endMember(member, () => member.worker.process.kill("SIGTERM")),
    ),
  );
}

async function endMember(member: Member, ask: () => unknown): Promise<void> {
  member.isLeaving = true;
  if (member.worker.isDead()) return;
  const exit = once(member.worker, "exit");
  ask();
  await exit;
}

function processIdOf({ worker }: Member): number {
  return worker.process.pid ?? 0;
}

/** What a member is told that another has taken the place of. */
export const retire = "retire";
