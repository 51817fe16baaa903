import { Command } from "commander";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import {
  refuseBreaking,
  refuseNewer,
} from "../../platform/database/compare-migrations.ts";
import { inspectMigrations, migrate } from "../../platform/database/migrate.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import {
  connectCommandServer,
  type ConnectedServer,
} from "../connect-server.ts";
import { migrationsFolder } from "../migrations-folder.ts";

type MigrateOptions = {
  readonly check: boolean;
  readonly compatibleOnly: boolean;
};

/** `portal migrate` */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description(
      "bring the database to the newest schema; may run any number of times",
    )
    .option(
      "--check",
      "change nothing; tell what would run. The exit code is 1 when processes of the version before must stop first, or when the database is newer",
      false,
    )
    .option(
      "--compatible-only",
      "refuse when processes of the version before could not go on; for upgrades while they run",
      false,
    )
    .action(run);
}

async function run({ check, compatibleOnly }: MigrateOptions): Promise<void> {
  const server = await connectCommandServer(
    settingsOfProcess(),
    createLogger("warn"),
  );
  try {
    if (check) await tellWhatWouldRun(server);
    else await apply(server, compatibleOnly ? "refuse" : "apply");
  } finally {
    await server.release();
  }
}

async function apply(
  server: ConnectedServer,
  breaking: "apply" | "refuse",
): Promise<void> {
  const { applied, total } = await migrate(
    server.directAddress,
    migrationsFolder,
    { breaking },
  );
  for (const name of applied) console.log(`applied ${name}`);
  console.log(
    `${server.description}: ${String(total)} migrations, ${String(applied.length)} of them new`,
  );
}

async function tellWhatWouldRun(server: ConnectedServer): Promise<void> {
  const state = await inspectMigrations(server.directAddress, migrationsFolder);
  for (const { name, breaking } of state.pending)
    console.log(`pending ${name}${breaking ? ` (breaking: ${breaking})` : ""}`);
  for (const { name, breaking } of state.newer)
    console.log(
      `newer than this program: ${name}${breaking ? " (breaking)" : ""}`,
    );
  console.log(
    `${server.description}: ${String(state.pending.length)} migrations to run`,
  );
  refuseNewer(state);
  refuseBreaking(state);
}
