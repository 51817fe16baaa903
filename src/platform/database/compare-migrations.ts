import { DatabaseRefused } from "./database-refused.ts";
import type { Migration } from "./migration-files.ts";

/** A migration that ran on the database. */
export type Applied = {
  readonly name: string;
  readonly checksum: string;
  /** Processes that do not know it cannot work. */
  readonly breaking: boolean;
};

/** How the schema of a database and this program stand to each other. */
export type MigrationState = {
  /** Nothing ever ran. */
  readonly isEmpty: boolean;
  /** The last one that ran, by name. */
  readonly last: string | undefined;
  /** Of this program, not run yet. */
  readonly pending: readonly Migration[];
  /** Run by a newer program. */
  readonly newer: readonly Applied[];
  /** Names of those that were changed after they ran. */
  readonly changed: readonly string[];
};

/** Reads `migrations.applied`, also as versions before left it. */
export const appliedQuery =
  "select name, checksum, coalesce((to_jsonb(a) ->> 'breaking')::boolean, false) as breaking from migrations.applied a order by name";

export function compareMigrations(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): MigrationState {
  const done = new Map(applied.map((row) => [row.name, row]));
  const known = new Set(migrations.map(({ name }) => name));
  return {
    isEmpty: applied.length === 0,
    last: applied.at(-1)?.name,
    pending: migrations.filter(({ name }) => !done.has(name)),
    newer: applied.filter(({ name }) => !known.has(name)),
    changed: migrations
      .filter(({ name, checksum }) => {
        const row = done.get(name);
        return row !== undefined && row.checksum !== checksum;
      })
      .map(({ name }) => name),
  };
}

/** Throws `DatabaseRefused` when a newer program made changes that this one cannot work with. */
export function refuseNewer({ newer }: MigrationState): void {
  const breaking = newer.filter((row) => row.breaking);
  if (breaking.length > 0)
    throw new DatabaseRefused(
      `The database is newer than this program: ${breaking.map(({ name }) => name).join(", ")} ran there, and this program does not know it. Start the version that made it, or restore a back-up from before.`,
    );
}

/** Throws `DatabaseRefused` when processes of the version before, which may be running, could not go on. */
export function refuseBreaking({ isEmpty, pending }: MigrationState): void {
  const breaking = pending.filter((migration) => migration.breaking);
  if (!isEmpty && breaking.length > 0)
    throw new DatabaseRefused(
      `This version changes the database so that processes of the version before cannot go on (${breaking.map(({ name }) => name).join(", ")}). Stop all of them, make a back-up, then run: npm run portal -- migrate`,
    );
}
