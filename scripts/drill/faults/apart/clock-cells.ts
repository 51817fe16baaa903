import { setTimeout as sleep } from "node:timers/promises";
import type { ApartCell } from "./cells.ts";
import type { ApartStage } from "./stage.ts";

const wrongMs = 25_000;
const minute = 60;
const hour = 60 * minute;

/** Clocks that jump, of single processes. The database's is right. */
export const clockCells = {
  "clock-web-ahead": cell("clock of one web process jumps 1 h ahead, 25 s", {
    web1: hour,
  }),
  "clock-web-behind": cell("clock of one web process jumps 1 h back, 25 s", {
    web1: -hour,
  }),
  "clock-webs-apart": cell(
    "clocks of the web processes 5 min ahead and 5 min behind, 25 s",
    { web1: 5 * minute, web2: -5 * minute },
  ),
  "clock-worker-ahead": cell("clock of one worker jumps 1 h ahead, 25 s", {
    worker1: hour,
  }),
  "clock-worker-behind": cell("clock of one worker jumps 1 h back, 25 s", {
    worker1: -hour,
  }),
} satisfies Record<string, ApartCell>;

function cell(
  about: string,
  offsets: Readonly<Record<string, number>>,
): ApartCell {
  const set = (stage: ApartStage, isWrong: boolean) => {
    for (const [name, seconds] of Object.entries(offsets))
      stage.clockOf(name).set(isWrong ? seconds : 0);
  };
  return {
    about,
    needsClocks: true,
    // Of what a worker does no receipt tells the time.
    ...("web1" in offsets && { control: "database-clock" }),
    strike: async (stage) => {
      set(stage, true);
      await sleep(wrongMs);
      set(stage, false);
      return undefined;
    },
  };
}
