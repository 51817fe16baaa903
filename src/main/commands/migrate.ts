import { Command } from "commander";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { connectCommandServer } from "../connect-server.ts";
import { migrationsFolder } from "../web.ts";

/** `portal migrate` */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description(
      "bring the database to the newest schema; may run any number of times",
    )
    .action(async () => {
      const server = await connectCommandServer(
        settingsOfProcess(),
        createLogger("warn"),
      );
      try {
        const { applied, total } = await migrate(
          server.directAddress,
          migrationsFolder,
        );
        for (const name of applied) console.log(`applied ${name}`);
        console.log(
          `${server.description}: ${String(total)} migrations, ${String(applied.length)} of them new`,
        );
      } finally {
        await server.release();
      }
    });
}
