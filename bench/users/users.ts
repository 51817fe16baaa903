/** Process of the applicants: takes a `UsersRequest` as its first message, sends `UsersMessage`s to its parent. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { applyOnce } from "./apply-once.ts";
import { openBrowser } from "./browser.ts";
import type { Timed, UsersMessage, UsersRequest } from "./user-request.ts";

process.once("message", (message) => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by our parent, see users-figures.ts
  void live(message as UsersRequest);
});

async function live(request: UsersRequest): Promise<void> {
  const { users, rampSeconds, measuredSeconds } = request;
  const begun = performance.now();
  const from = begun + rampSeconds * 1000;
  const until = from + measuredSeconds * 1000;
  const timed: Timed[] = [];
  const errors = new Map<string, number>();
  const late = monitorEventLoopDelay({ resolution: 10 });
  const note = (kind: Timed["kind"], ms: number) => {
    const now = performance.now();
    if (now - ms >= from && now <= until)
      timed.push({ kind, at: (now - begun) / 1000, ms });
  };
  const everybody = Array.from({ length: users }, async (_, user) => {
    await sleep((rampSeconds * 1000 * user) / users);
    await beUser(request, {
      user,
      until,
      note,
      onError: (what) => errors.set(what, (errors.get(what) ?? 0) + 1),
    });
  });
  await sleep(rampSeconds * 1000);
  tell({ kind: "all-there" });
  late.enable();
  await sleep(measuredSeconds * 1000);
  late.disable();
  tell({
    kind: "done",
    timed,
    errors: Object.fromEntries(errors),
    lateMs: { p95: late.percentile(95) / 1e6, highest: late.max / 1e6 },
  });
  await Promise.all(everybody);
  process.disconnect();
}

function tell(message: UsersMessage): void {
  process.send?.(message);
}

type User = {
  readonly user: number;
  readonly until: number;
  readonly note: (kind: Timed["kind"], ms: number) => void;
  readonly onError: (what: string) => void;
};

/** One application after the other, as long as there is time; who was disturbed begins anew. */
async function beUser(
  {
    port,
    hosts,
    network,
    perFile,
    sessions,
    thinkSeconds,
    searches,
  }: UsersRequest,
  { user, until, note, onError }: User,
): Promise<void> {
  const { from, to } = thinkSeconds;
  for (let round = 0; performance.now() < until; round += 1) {
    const browser = openBrowser({
      port,
      host: hosts[user % hosts.length] ?? "",
      cookie: sessions[user] ?? "",
      address: `${network}.${String(Math.floor(user / 250))}.${String((user % 250) + 1)}`,
      onAnswer: note,
    });
    await applyOnce({
      browser,
      hasFile: perFile > 0 && (user + round) % perFile === 0,
      search: searches[(user * 7 + round) % searches.length] ?? "",
      think: async () => {
        const pauseMs = 1000 * (from + Math.random() * (to - from));
        await sleep(pauseMs);
        if (performance.now() > until) throw new Ended();
      },
    }).catch((error: unknown) => {
      if (!(error instanceof Ended)) onError(String(error));
    });
    browser.close();
  }
}

class Ended extends Error {}
