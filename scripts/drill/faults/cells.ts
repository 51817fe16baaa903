import { setTimeout as sleep } from "node:timers/promises";
import type { ChildPortal } from "../../../src/main/testing/child-portal.ts";
import { childrenOf, send } from "../failover/process-tree.ts";
import type { LoopDisk } from "./loop-disk.ts";

export type Stage = { readonly portal: ChildPortal; readonly disk: LoopDisk };

/** What happens to the portal while people send, by name. When `strike` is done the fault is over. */
export type Cell = {
  readonly about: string;
  strike(stage: Stage): Promise<void>;
};

const frozenMs = 25_000;
const fullMs = 15_000;

export const cells = {
  "kill-portal": {
    about: "portal (web and worker) killed with -9",
    strike: async ({ portal }) => {
      await portal.kill("portal");
      await portal.start();
    },
  },
  "kill-tree": {
    about: "launcher, portal and database killed with -9 at once",
    strike: async ({ portal }) => {
      await portal.kill("tree");
      await portal.start();
    },
  },
  "kill-database": {
    about: "database killed with -9; nobody helps",
    strike: ({ portal }) => portal.kill("database"),
  },
  "freeze-portal": {
    about: "portal (web and worker) frozen for 25 s",
    strike: async ({ portal }) => {
      await freeze([(await portal.processes()).portal]);
    },
  },
  "freeze-database": {
    about: "database with all its processes frozen for 25 s",
    strike: async ({ portal }) => {
      const { server } = await portal.processes();
      await freeze([server, ...childrenOf(server)]);
    },
  },
  "disk-full": {
    about: "disk of database and files full for 15 s; nobody helps after",
    strike: async ({ disk }) => {
      disk.fill();
      await sleep(fullMs);
      disk.clear();
    },
  },
  "power-cut": {
    about: "power cut: the file system stops, then everything is killed",
    strike: async (stage) => {
      await cutPower(stage);
      await stage.portal.start();
    },
  },
} satisfies Record<string, Cell>;

export type CellName = keyof typeof cells;

export const isCellName = (name: string): name is CellName => name in cells;

/** Everything is off and the disk is back; the portal is not started. */
export async function cutPower({ portal, disk }: Stage): Promise<void> {
  await portal.kill("tree", () => {
    disk.cutPower();
  });
  await disk.powerOn();
}

async function freeze(pids: readonly number[]): Promise<void> {
  for (const pid of pids) send(pid, "SIGSTOP");
  await sleep(frozenMs);
  for (const pid of pids) send(pid, "SIGCONT");
}
