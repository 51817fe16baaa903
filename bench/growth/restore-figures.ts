import { cp, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { environmentOf, type SiteGround } from "../site.ts";
import { atMost, type Row } from "../table.ts";
import type { GrowthSize } from "./grow.ts";
import { createDatabase, withGrown } from "./grown-databases.ts";

const restoreGoalSeconds = 15 * 60;
const program = fileURLToPath(
  new URL("../../bin/run-portal.mjs", import.meta.url),
);

/** How long an encrypted back-up of an installation of this size takes, checking it, and bringing it back into an empty one; all rows are counted in both. */
export function restoreFigures(
  size: GrowthSize,
  report: (line: string) => void,
): Promise<readonly Row[]> {
  return withGrown(size, report, async (ground) =>
    restoreRows(size, await bringBack(ground)),
  );
}

type BroughtBack = {
  readonly seconds: {
    readonly made: number;
    readonly verified: number;
    readonly restored: number;
  };
  readonly megabytes: number;
  readonly rows: { readonly before: number; readonly after: number };
};

async function bringBack(ground: SiteGround): Promise<BroughtBack> {
  const identity = join(ground.dataDir, "backup.key");
  const pair = await portal(ground, ["backup", "key"]);
  await writeFile(identity, pair.output);
  const recipient = /age1\w+/.exec(pair.output)?.[0] ?? "";
  // Before: the portal notes that a back-up was made.
  const before = await countRows(ground.address);
  const folder = join(ground.dataDir, "back-ups");
  const create = ["backup", "create", folder, "--recipient", recipient];
  const made = await portal(ground, create);
  const [name = ""] = await readdir(folder);
  const backup = join(folder, name);
  const verified = await portal(ground, ["backup", "verify", backup]);
  const empty = await emptyInstallation(ground);
  const restore = ["backup", "restore", backup, "--identity", identity];
  const restored = await portal(empty, restore);
  return {
    seconds: {
      made: made.seconds,
      verified: verified.seconds,
      restored: restored.seconds,
    },
    megabytes: (await bytesBelow(backup)) / 1e6,
    rows: { before, after: await countRows(empty.address) },
  };
}

function restoreRows(
  { tenants, submissions }: GrowthSize,
  { seconds, megabytes, rows: { before, after } }: BroughtBack,
): readonly Row[] {
  const what = `${String(tenants)} authorities, ${String(submissions)} applications`;
  const speed = (took: number) =>
    `${(before / took / 1000).toFixed(0)},000 rows a second`;
  const shown = { goal: undefined, unit: "s" };
  return [
    {
      ...atMost(`back-up, encrypted: ${what}`, seconds.made, shown),
      detail: `${String(before)} rows and all files, ${megabytes.toFixed(0)} MB, ${speed(seconds.made)}`,
    },
    atMost(`its hashes checked: ${what}`, seconds.verified, shown),
    {
      ...atMost(
        `brought into an empty installation: ${what}`,
        seconds.restored,
        {
          goal: restoreGoalSeconds,
          unit: "s",
        },
      ),
      detail: speed(seconds.restored),
    },
    {
      name: `rows that differ in number then: ${what}`,
      reached: String(Math.abs(before - after)),
      goal: "0",
      isReached: before === after,
      detail: "",
    },
  ];
}

const run = promisify(execFile);

/** One command of the program, as somebody types it. Throws when it fails. */
async function portal(
  ground: SiteGround,
  words: readonly string[],
): Promise<{ readonly seconds: number; readonly output: string }> {
  const start = performance.now();
  const { stdout } = await run(process.execPath, [program, ...words], {
    env: { ...process.env, ...(await environmentOf(ground)) },
  });
  return { seconds: (performance.now() - start) / 1000, output: stdout };
}

/** A new database and a folder that holds the keys only. */
async function emptyInstallation(from: SiteGround): Promise<SiteGround> {
  const address = { ...from.address, database: "brought_back" };
  await createDatabase(address, "template0");
  const dataDir = join(from.dataDir, "brought-back");
  await mkdir(dataDir);
  await cp(join(from.dataDir, "secret-keys"), join(dataDir, "secret-keys"));
  return { dataDir, address };
}

/** Of all tables. */
async function countRows(address: DatabaseAddress): Promise<number> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    let all = 0;
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from ${name}`,
      );
      all += rows[0]?.count ?? 0;
    }
    return all;
  } finally {
    await client.end();
  }
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
