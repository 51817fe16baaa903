import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { processesIn, send } from "../failover/process-tree.ts";
import { until } from "../rolling/running-program.ts";

export const fileSystems = ["ext4", "xfs"] as const;
export type FileSystem = (typeof fileSystems)[number];

/** A small disk in a file, of which the power can be cut. Only root may have one. */
export type LoopDisk = {
  readonly folder: string;
  /** The file system stops at once: what was not flushed is gone, and nothing more is written or read. */
  cutPower(): void;
  /**
   * Mounts it again as after a power cut: the journal is replayed. Whoever works in it is killed: a database backend that waits for the
   * lock of one that is gone would hold the disk for ever, and hears neither that its server is gone nor SIGTERM.
   */
  powerOn(): Promise<void>;
  fill(): void;
  clear(): void;
  remove(): Promise<void>;
};

const bytes = 3 * 1_073_741_824;
const unusedWithinMs = 60_000;

export function openLoopDisk(parent: string, kind: FileSystem): LoopDisk {
  const image = path.join(parent, "disk.img");
  const folder = path.join(parent, "disk");
  const filler = path.join(folder, "filler");
  writeFileSync(image, "");
  truncateSync(image, bytes);
  mkdirSync(folder);
  // No blocks apart for root: a full disk is full for everybody.
  const options = kind === "ext4" ? ["-q", "-m", "0"] : ["-q"];
  run(`mkfs.${kind}`, [...options, image]);
  const mount = () => run("mount", ["-o", "loop", image, folder]);
  mount();
  const unmount = () =>
    until(
      () => {
        for (const pid of processesIn(folder)) send(pid, "SIGKILL");
        return Promise.resolve(succeeds("umount", [folder]));
      },
      { within: unusedWithinMs, what: "the disk stays in use" },
    );
  return {
    folder,
    cutPower: () => run("xfs_io", ["-x", "-c", "shutdown", folder]),
    powerOn: async () => {
      await unmount();
      mount();
    },
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      run("fallocate", [
        "-l",
        String(Math.floor(bavail * bsize * 0.98)),
        filler,
      ]);
      // Ends with an error when nothing is left, as it must.
      succeeds("dd", ["if=/dev/zero", `of=${filler}2`, "bs=4k"]);
    },
    clear: () => {
      for (const file of [filler, `${filler}2`]) rmSync(file, { force: true });
    },
    remove: unmount,
  };
}

function run(command: string, words: readonly string[]): void {
  execFileSync(command, words, { stdio: ["ignore", "ignore", "pipe"] });
}

function succeeds(command: string, words: readonly string[]): boolean {
  try {
    run(command, words);
    return true;
  } catch {
    return false;
  }
}
