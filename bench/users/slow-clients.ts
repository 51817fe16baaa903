import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { connectionLimits } from "../../src/platform/http-server/limit-connections.ts";
import { residentMegabytes } from "../child-process.ts";
import { quantile } from "../compare.ts";
import type { Site } from "../site.ts";
import { atMost, type Row } from "../table.ts";
import type { CrowdSecond } from "./crowd-request.ts";
import { openCrowd } from "./open-crowd.ts";
import { onUsersSite } from "./users-figures.ts";

const manners = ["headers", "body", "reading", "asking"] as const;
type Manner = (typeof manners)[number];

/** A byte of what they send, so often; those who read or ask take nothing at all. */
const byteEveryMs = 5_000;
const applicantsPerSecond = 3;
const quietSeconds = 20;
const slowSeconds = 140;
/** What the web server waits, how often it looks, and a byte's time until the client notices. */
const goalSeconds = {
  headers: 32 + 10 + byteEveryMs / 1000,
  body:
    (2_000 +
      connectionLimits.silenceMs +
      connectionLimits.lookEveryMs +
      byteEveryMs) /
    1000,
  reading: slowSeconds,
  // At once, and noticed with the next byte.
  asking: 2 + byteEveryMs / 1000,
} satisfies Record<Manner, number>;

/** May stand before a request (RFC 9112 section 2.2). */
const blankLine = "\r\n";

type Slow = {
  readonly manner: Manner;
  readonly socket: Socket;
  readonly openedAt: number;
  closedAt: number | undefined;
};

/** Connections that are as slow as they can be: what do others feel, and when are they ended? */
export function slowClientFigures(
  connections: number,
  report: (line: string) => void,
): Promise<readonly Row[]> {
  return onUsersSite({}, async ({ site }) => {
    const crowd = openCrowd(site, ["hund"]);
    try {
      crowd.setRate(applicantsPerSecond);
      await crowd.watch(5);
      const before = await crowd.watch(quietSeconds);
      const memory = memoryOf(site);
      report(`${String(connections)} slow connections are opened`);
      const slow = openSlow(site, connections);
      const meanwhile = await crowd.watch(slowSeconds);
      await noticeEnds(slow);
      const rows = rowsOf({ before, meanwhile, slow });
      const grown = memoryOf(site) - memory;
      for (const { socket } of slow) socket.destroy();
      return [...rows, memoryRow(grown, connections)];
    } finally {
      await crowd.end();
    }
  });
}

const memoryOf = ({ server }: Site) =>
  (server.pid !== undefined && residentMegabytes(server.pid)) || 0;

function openSlow(site: Site, connections: number): readonly Slow[] {
  return Array.from({ length: connections }, (_, index) =>
    openOne(site, manners[index % manners.length] ?? "headers"),
  );
}

function openOne(site: Site, manner: Manner): Slow {
  const socket = connect(site.port, "127.0.0.1");
  const slow: Slow = {
    manner,
    socket,
    openedAt: performance.now(),
    closedAt: undefined,
  };
  socket.on("error", () => undefined);
  socket.once("close", () => {
    slow.closedAt = performance.now();
  });
  socket.write(beginningOf(manner, site.host));
  // Whoever does not read does not see that it was ended either, until something is sent.
  if (takesNothing(manner)) socket.pause();
  else socket.resume();
  if (manner !== "reading") sendBytes(slow);
  return slow;
}

const takesNothing = (manner: Manner) =>
  manner === "reading" || manner === "asking";

function sendBytes({ manner, socket }: Slow): void {
  const byte = setInterval(() => {
    if (socket.writable) socket.write(manner === "asking" ? blankLine : "a");
    else clearInterval(byte);
  }, byteEveryMs);
  byte.unref();
}

/** Whoever sends something into a connection that was ended is told with what they send next. One that is open takes no offence. */
async function noticeEnds(slow: readonly Slow[]): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    for (const { manner, socket } of slow)
      if (manner === "reading" && socket.writable) socket.write(blankLine);
    await setTimeout(1_000);
  }
}

function beginningOf(manner: Manner, host: string): string {
  switch (manner) {
    case "headers":
      return `GET / HTTP/1.1\r\nhost: ${host}\r\nx-slow: `;
    case "body":
      return `POST /leistungen/hundesteuer/antrag HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100000\r\n\r\n`;
    case "reading":
      // As many answers as a connection may ask for.
      return askingFor(host, 1 + connectionLimits.waitingRequests);
    case "asking":
      return askingFor(host, 1_000);
  }
}

const askingFor = (host: string, answers: number) =>
  `GET /leistungen HTTP/1.1\r\nhost: ${host}\r\n\r\n`.repeat(answers);

function rowsOf({
  before,
  meanwhile,
  slow,
}: {
  readonly before: readonly CrowdSecond[];
  readonly meanwhile: readonly CrowdSecond[];
  readonly slow: readonly Slow[];
}): readonly Row[] {
  const p95 = (seen: readonly CrowdSecond[]) =>
    quantile(
      seen.flatMap(({ savesMs }) => savesMs),
      0.95,
    );
  const failed = meanwhile.flatMap(({ errors }) => Object.keys(errors));
  const factor = p95(meanwhile) / p95(before);
  return [
    {
      name: `${String(slow.length)} slow connections: save or send of others, p95`,
      reached: `${factor.toFixed(2)} ×`,
      goal: "≤ 1.5 ×",
      isReached: factor <= 1.5,
      detail: `${p95(before).toFixed(1)} ms before, ${p95(meanwhile).toFixed(1)} ms meanwhile`,
    },
    {
      name: "slow connections: errors of others",
      reached: String(failed.length),
      goal: "0",
      isReached: failed.length === 0,
      detail: [...new Set(failed)].join("; "),
    },
    ...manners.map((manner) => endedRow(manner, slow)),
  ];
}

const names = {
  headers: "slow headers: ended after",
  body: "slow bodies: ended after",
  reading: "answers that nobody takes: ended after",
  asking: "a thousand requests in one go: ended after",
} satisfies Record<Manner, string>;

function endedRow(manner: Manner, slow: readonly Slow[]): Row {
  const those = slow.filter((one) => one.manner === manner);
  const ended = those.flatMap(({ openedAt, closedAt }) =>
    closedAt === undefined ? [] : [(closedAt - openedAt) / 1000],
  );
  const goal = goalSeconds[manner];
  // Noticed a moment after.
  const longest = Math.min(Math.max(0, ...ended), slowSeconds);
  return {
    ...atMost(names[manner], longest, { goal, unit: "s" }),
    isReached: ended.length === those.length && longest <= goal,
    detail: `${String(ended.length)} of ${String(those.length)} within ${String(slowSeconds)} s${manner === "reading" ? "; looked at then" : ""}`,
  };
}

function memoryRow(megabytes: number, connections: number): Row {
  return {
    name: `${String(connections)} slow connections: memory of the web process`,
    reached: `${megabytes.toFixed(0)} MB more`,
    goal: "–",
    isReached: undefined,
    detail: "",
  };
}
