import { setTimeout as sleep } from "node:timers/promises";
import type { StorePart } from "../peers/store-peer.ts";
import type { BackedStage } from "./backed-stage.ts";
import type { ApartCell } from "./cells.ts";

const awayMs = 25_000;
const soon = 3_000;

/** Programs that only larger installations have are gone or say nothing. */
export const backedCells = {
  "pooler-restarted": {
    about: "PgBouncer asked to end (SIGTERM) and started again",
    strike: async ({ pooler }) => {
      pooler.signal("SIGTERM");
      await pooler.startAgain();
      return undefined;
    },
  },
  "pooler-killed": {
    about: "PgBouncer killed with -9 and started again after 3 s",
    strike: killPooler,
  },
  "pooler-frozen": {
    about: "PgBouncer frozen for 25 s",
    strike: async ({ pooler }) => {
      pooler.signal("SIGSTOP");
      await sleep(awayMs);
      pooler.signal("SIGCONT");
      return undefined;
    },
  },
  "store-killed": away("gateway", "S3 store (radosgw) killed with -9, 25 s"),
  "store-frozen": frozen(
    "gateway",
    "S3 store (radosgw) takes connections and says nothing, 25 s",
  ),
  "store-disk-killed": away(
    "disk",
    "disk server of the S3 store killed with -9, 25 s",
  ),
  "scanner-killed": {
    about: "scanner for malware (clamd) killed with -9, 25 s",
    calls: ({ scanner }) => scanner.calls(),
    strike: async ({ scanner }) => {
      scanner.signal("SIGKILL");
      await sleep(awayMs);
      await scanner.start();
      return undefined;
    },
  },
  "scanner-frozen": {
    about:
      "scanner for malware (clamd) takes connections and says nothing, 25 s",
    calls: ({ scanner }) => scanner.calls(),
    strike: async ({ scanner }) => {
      scanner.signal("SIGSTOP");
      await sleep(awayMs);
      scanner.signal("SIGCONT");
      return undefined;
    },
  },
} satisfies Record<string, ApartCell<BackedStage>>;

export async function killPooler({
  pooler,
}: Pick<BackedStage, "pooler">): Promise<undefined> {
  pooler.signal("SIGKILL");
  await sleep(soon);
  await pooler.startAgain();
}

function away(part: StorePart, about: string): ApartCell<BackedStage> {
  return {
    about,
    calls: ({ store }) => store.calls(),
    strike: (stage) => killStore(stage, part),
  };
}

export async function killStore(
  { store }: Pick<BackedStage, "store">,
  part: StorePart,
): Promise<undefined> {
  store.signal(part, "SIGKILL");
  await sleep(awayMs);
  await store.start(part);
}

function frozen(part: StorePart, about: string): ApartCell<BackedStage> {
  return {
    about,
    calls: ({ store }) => store.calls(),
    strike: async ({ store }) => {
      store.signal(part, "SIGSTOP");
      await sleep(awayMs);
      store.signal(part, "SIGCONT");
      return undefined;
    },
  };
}
