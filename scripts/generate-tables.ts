/**
 * Writes the types of each schema's tables from a freshly migrated database: `npm run schema:types`.
 * With `--check` it changes nothing and fails when a file differs.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { format } from "oxfmt";
import { style } from "../oxfmt.config.ts";
import { readColumns } from "./schema/columns.ts";
import { checkGenerated, writeGenerated } from "./schema/keep-file.ts";
import { withMigratedDatabase } from "./schema/migrated-database.ts";
import { tableTypesSource } from "./schema/table-types.ts";

async function main(): Promise<void> {
  const columns = await withMigratedDatabase(readColumns);
  for (const [schema, its] of Map.groupBy(columns, (it) => it.schema)) {
    const file = fileOf(schema);
    if (file === undefined) continue;
    const text = tableTypesSource(schema, its);
    const { code } = await format(file, text, style);
    if (!process.argv.includes("--check")) writeGenerated(file, code);
    else if (!checkGenerated(file, code)) process.exitCode = 1;
  }
  if (process.exitCode === 1) console.error("Repair: npm run schema:types");
}

/** A module's schema always has its types; one of platform/ only where a tables.ts is there, else it is queried as plain SQL. */
function fileOf(schema: string): string | undefined {
  if (exists(`src/modules/${schema}`))
    return `src/modules/${schema}/store/tables.ts`;
  const ofPlatform = `src/platform/${schema}/tables.ts`;
  return exists(ofPlatform) ? ofPlatform : undefined;
}

function exists(file: string): boolean {
  return existsSync(path.join(import.meta.dirname, "..", file));
}

await main();
