/**
 * Writes db/schema.sql from a freshly migrated database: `npm run schema:dump`.
 * With `--check` it changes nothing and fails when the file differs.
 *
 * Read from the catalog instead of pg_dump: the embedded PostgreSQL has none, and its text differs between versions.
 */
import { readColumns } from "./schema/columns.ts";
import { checkGenerated, writeGenerated } from "./schema/keep-file.ts";
import { withMigratedDatabase } from "./schema/migrated-database.ts";
import { readObjects } from "./schema/objects.ts";
import { schemaSource } from "./schema/schema-source.ts";

const file = "db/schema.sql";

async function main(): Promise<void> {
  const source = await withMigratedDatabase(async (client) =>
    schemaSource(await readColumns(client), await readObjects(client)),
  );
  if (!process.argv.includes("--check")) {
    writeGenerated(file, source);
  } else if (!checkGenerated(file, source)) {
    process.exitCode = 1;
    console.error("Repair: npm run schema:dump");
  }
}

await main();
