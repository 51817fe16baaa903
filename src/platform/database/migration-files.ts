import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../values/sha256.ts";

export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** Why processes of the version before cannot go on, and what to do; undefined: they can. */
  readonly breaking: string | undefined;
};

/** All migrations of this program, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return {
        name,
        sql,
        checksum: sha256(sql).toString("hex"),
        breaking: /^-- breaking: (?<why>.+)/.exec(sql)?.groups?.["why"],
      };
    }),
  );
}

/** Names of all migrations of this program, in order. */
export async function listMigrations(folder: string): Promise<string[]> {
  return (await readMigrations(folder)).map((migration) => migration.name);
}
