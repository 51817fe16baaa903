/** Process of a crowd: takes a `CrowdRequest`, then `CrowdRate`s; sends a `CrowdSecond` to its parent each second. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { applyOnce } from "./apply-once.ts";
import {
  openBrowser,
  Unexpected,
  type Browser,
  type Page,
  type Sent,
} from "./browser.ts";
import type { CrowdRate, CrowdRequest, CrowdSecond } from "./crowd-request.ts";

type Counts = {
  -readonly [
    Name in Exclude<keyof CrowdSecond, "present" | "lateMs">
  ]: CrowdSecond[Name];
} & { readonly savesMs: number[]; readonly errors: Record<string, number> };

const newCounts = (): Counts => ({
  confirmed: 0,
  refusedNew: 0,
  refusedBegun: 0,
  refusedSending: 0,
  left: 0,
  errors: {},
  savesMs: [],
});

const arrivalsEveryMs = 50;
/** Whom the portal asks to come again: newcomers do so once, whoever has begun for as long as it takes. */
const triesOfNew = 2;
const thinkMs = { from: 200, to: 400 };

process.once("message", (message) => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by our parent, see open-crowd.ts
  begin(message as CrowdRequest);
});

type Crowd = CrowdRequest & {
  counts: Counts;
  rate: number;
  present: number;
};

function begin(request: CrowdRequest): void {
  const crowd: Crowd = { ...request, counts: newCounts(), rate: 0, present: 0 };
  const late = monitorEventLoopDelay({ resolution: 10 });
  late.enable();
  process.on("message", (message) => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by our parent, see open-crowd.ts
    crowd.rate = (message as CrowdRate).perSecond;
  });
  let due = 0;
  let come = 0;
  setInterval(() => {
    due += (crowd.rate * arrivalsEveryMs) / 1000;
    for (; due >= 1; due -= 1) void beApplicant(crowd, (come += 1));
  }, arrivalsEveryMs);
  setInterval(() => {
    const { counts, present } = crowd;
    process.send?.({ ...counts, present, lateMs: late.max / 1e6 });
    crowd.counts = newCounts();
    late.reset();
  }, 1000);
}

async function beApplicant(crowd: Crowd, number: number): Promise<void> {
  const { port, host, searches } = crowd;
  crowd.present += 1;
  const browser = openBrowser({
    port,
    host,
    address: `10.${String((number >> 16) & 255)}.${String((number >> 8) & 255)}.${String(number & 255)}`,
    onAnswer: (kind, ms) => {
      if (isSending(kind)) crowd.counts.savesMs.push(ms);
      if (kind === "submit") crowd.counts.confirmed += 1;
    },
  });
  await applyOnce({
    browser: patient(browser, crowd),
    hasFile: false,
    search: searches[number % searches.length] ?? "",
    think: () =>
      sleep(thinkMs.from + Math.random() * (thinkMs.to - thinkMs.from)),
  }).catch((error: unknown) => {
    noteEnd(crowd.counts, error);
  });
  browser.close();
  crowd.present -= 1;
}

const isSending = (kind: Sent["kind"]) => kind === "save" || kind === "submit";

class Left extends Error {}

function noteEnd(counts: Counts, error: unknown): void {
  if (error instanceof Left) {
    counts.left += 1;
    return;
  }
  const what = String(error);
  counts.errors[what] = (counts.errors[what] ?? 0) + 1;
}

/** Comes again when it is asked to. */
function patient(browser: Browser, crowd: Crowd): Browser {
  let hasBegun = false;
  const send = async (sent: Sent, tries: number): Promise<Page> => {
    try {
      const page = await browser.send(sent);
      hasBegun ||= sent.kind === "begin";
      return page;
    } catch (error) {
      if (!(error instanceof Unexpected) || error.retryAfter === undefined)
        throw error;
      crowd.counts[refusedAs(sent, { hasBegun })] += 1;
      if (!hasBegun && tries >= triesOfNew) throw new Left();
      await sleep(error.retryAfter * 1000);
      return send(sent, tries + 1);
    }
  };
  return { ...browser, send: (sent) => send(sent, 1) };
}

function refusedAs(
  { kind }: Sent,
  { hasBegun }: { readonly hasBegun: boolean },
) {
  if (!hasBegun) return "refusedNew";
  return isSending(kind) ? "refusedSending" : "refusedBegun";
}
