import { setTimeout as sleep } from "node:timers/promises";
import type { ApartCell } from "./cells.ts";
import type { ApartStage } from "./stage.ts";

const awayMs = 25_000;
/** Nobody tries again what is refused for good: a person has to, so it is to be little. */
const refusedMs = 8_000;

/** Programs that the portal hands over to are gone, say nothing or answer wrongly. */
export const peerCells = {
  "mail-killed": {
    about: "mail server killed with -9, 25 s",
    control: "brakes",
    calls: ({ mail }) => mail.calls(),
    strike: async ({ mail }) => {
      mail.signal("SIGKILL");
      await sleep(awayMs);
      await mail.start();
      return undefined;
    },
  },
  "mail-frozen": frozen(
    "mail",
    "mail server takes connections and says nothing, 25 s",
  ),
  "mail-451": refusing(451, {
    about: "mail server answers 451 to every address, 25 s",
    ms: awayMs,
    control: "brakes",
  }),
  "mail-550": refusing(550, {
    about: "mail server answers 550 to every address, 8 s",
    ms: refusedMs,
    control: "notices",
  }),
  "mail-554": refusing(554, {
    about: "mail server answers 554 to every mail, 8 s",
    ms: refusedMs,
    control: "notices",
  }),
  "sftp-killed": {
    about: "SFTP server killed with -9, 25 s",
    control: "brakes",
    calls: ({ sftp }) => sftp.calls(),
    strike: async ({ sftp }) => {
      sftp.signal("SIGKILL");
      await sleep(awayMs);
      await sftp.start();
      return undefined;
    },
  },
  "sftp-frozen": frozen(
    "sftp",
    "SFTP server takes connections and says nothing, 25 s",
  ),
  "sftp-denied": {
    about: "SFTP server permits nobody to write into the folder, 25 s",
    control: "brakes",
    calls: ({ sftp }) => sftp.calls(),
    strike: async ({ sftp }) => {
      sftp.setWritable(false);
      await sleep(awayMs);
      sftp.setWritable(true);
      return undefined;
    },
  },
  "hook-down": {
    about: "receiver of the web hook not there, 25 s",
    control: "brakes",
    calls: ({ hook }) => hook.calls(),
    strike: async ({ hook: { receiver } }) => {
      await receiver.stop();
      await sleep(awayMs);
      await receiver.start();
      return undefined;
    },
  },
  "hook-silent": answering(0, {
    about: "receiver of the web hook takes calls and never answers, 25 s",
    ms: awayMs,
  }),
  "hook-500": answering(500, {
    about: "receiver of the web hook answers 500, 25 s",
    ms: awayMs,
    control: "brakes",
  }),
  "hook-400": answering(400, {
    about: "receiver of the web hook answers 400, 8 s",
    ms: refusedMs,
    control: "notices",
  }),
} satisfies Record<string, ApartCell>;

type Told = Pick<ApartCell, "about" | "control"> & { readonly ms: number };

function frozen(peer: "mail" | "sftp", about: string): ApartCell {
  return {
    about,
    calls: (stage) => stage[peer].calls(),
    strike: async (stage: ApartStage) => {
      stage[peer].signal("SIGSTOP");
      await sleep(awayMs);
      stage[peer].signal("SIGCONT");
      return undefined;
    },
  };
}

function refusing(code: 451 | 550 | 554, { ms, ...told }: Told): ApartCell {
  return {
    ...told,
    calls: ({ mail }) => mail.calls(),
    strike: async ({ mail }) => {
      mail.refuseWith(code);
      await sleep(ms);
      mail.refuseWith(undefined);
      return undefined;
    },
  };
}

function answering(status: number, { ms, ...told }: Told): ApartCell {
  return {
    ...told,
    calls: ({ hook }) => hook.calls(),
    strike: async ({ hook }) => {
      hook.answerWith(status);
      await sleep(ms);
      hook.answerWith(undefined);
      return undefined;
    },
  };
}
