import { readFileSync } from "node:fs";
import path from "node:path";

const page = path.join(
  import.meta.dirname,
  "../../../docs/operation/point-in-time.md",
);

/** What the guide tells operators to type, in its own words. */
export type Guide = {
  /** Settings of the server that keeps its log. */
  readonly settings: string;
  /** Makes a base back-up and verifies it. */
  readonly backUp: string;
  /** Puts the base back-up into an empty data directory, and says where to stop. */
  readonly putBack: string;
};

export type Places = {
  /** In place of `/mnt`. */
  readonly mount: string;
  /** In place of the folder in which Debian keeps data directories. */
  readonly data: string;
};

/** Names of folders in the guide's commands. */
export const named = {
  base: "base/2026-11-27",
  log: "wal",
  restored: "restored",
} as const;

/** The commands of the page, with nothing but places changed. Throws when the page has none of them any more. */
export function readGuide(places: Places, text = readPage()): Guide {
  const blocks = codeBlocks(text).map((block) =>
    block
      .replaceAll("/mnt/", `${places.mount}/`)
      .replaceAll("/var/lib/postgresql/15/", `${places.data}/`),
  );
  const withWord = (word: string) => {
    const found = blocks.find((block) => block.includes(word));
    if (found === undefined)
      throw new Error(`drill: the guide has no command with ${word}`);
    return found;
  };
  return {
    settings: withWord("archive_command"),
    backUp: withWord("pg_basebackup"),
    putBack: withWord("recovery.signal"),
  };
}

const readPage = () => readFileSync(page, "utf8");

/** What stands between fences, without the indentation of the list it is in. */
function codeBlocks(text: string): readonly string[] {
  return [...text.matchAll(/^( *)```\w*\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = "", block = ""]) =>
      block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

const target = /^recovery_target_time = .*\n/m;

/** Stops at this moment instead of the example's. */
export function stoppingAt(putBack: string, moment: string): string {
  if (!target.test(putBack))
    throw new Error("drill: the guide names no moment any more");
  return putBack.replace(target, `recovery_target_time = '${moment}'\n`);
}

/** Goes to the end of the log: as the guide says of who names no moment. */
export const toTheEnd = (putBack: string): string =>
  putBack.replace(target, "");
