import { Command } from "commander";
import { SettingsError } from "../platform/config/settings-error.ts";
import { EmbeddedPostgresError } from "../platform/embedded-postgres/index.ts";
import { DatabaseRefused } from "../platform/database/database-refused.ts";
import { GroupNotStarted } from "../platform/process/process-group.ts";
import { programVersion } from "../platform/process/program-version.ts";
import { addDestinationCommand } from "./commands/add-destination.ts";
import { addStaffCommand } from "./commands/add-staff.ts";
import { addTenantCommand } from "./commands/add-tenant.ts";
import { accessReviewCommand } from "./commands/access-review.ts";
import { auditCommand } from "./commands/audit.ts";
import { backupCommand } from "./commands/backup.ts";
import { CommandError } from "./commands/command-error.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportFormCommand } from "./commands/export-form.ts";
import { findDestinationCommand } from "./commands/find-destination.ts";
import { fitConnectServiceCommand } from "./commands/fit-connect-service.ts";
import { formCommand } from "./commands/form.ts";
import { keysCommand } from "./commands/keys.ts";
import { identityProviderCommand } from "./commands/identity-provider.ts";
import { importFormCommand } from "./commands/import-form.ts";
import { importCodeListsCommand } from "./commands/import-code-lists.ts";
import { importPlacesCommand } from "./commands/import-places.ts";
import { importRegisterCommand } from "./commands/import-register.ts";
import { feedCommand } from "./commands/set-feed.ts";
import { importXzufiCommand } from "./commands/import-xzufi.ts";
import { importStreetsCommand } from "./commands/import-streets.ts";
import { mailCommand } from "./commands/mail.ts";
import {
  closeTenantCommand,
  exportTenantCommand,
  importTenantCommand,
  openTenantCommand,
} from "./commands/move-tenant.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { noticeCommand } from "./commands/notice.ts";
import { seedDemoCommand } from "./commands/seed-demo.ts";
import { start } from "./commands/start.ts";
import { zustaendigkeitCommand } from "./commands/zustaendigkeit.ts";

/** Everything an operator can type, as `portal --help` shows it. */
export function createProgram(): Command {
  const program = new Command("portal")
    .description(
      "OpenRathaus: portal platform for German cities, counties and Ämter",
    )
    .version(programVersion, "-V, --version", "tell the version")
    .showHelpAfterError();

  addStartCommands(program);
  addInstallationCommands(program);
  program.addCommand(
    new Command("seed")
      .description("fill in data")
      .addCommand(seedDemoCommand()),
  );
  program.addCommand(importCommand());
  program.addCommand(
    new Command("export")
      .description("hand out data in standard formats")
      .addCommand(exportFormCommand()),
  );
  program.addCommand(formCommand());
  program.addCommand(auditCommand());
  program.addCommand(mailCommand());
  program.addCommand(identityProviderCommand());
  program.addCommand(zustaendigkeitCommand());
  program.addCommand(
    new Command("tenant")
      .description("authorities with a portal")
      .addCommand(addTenantCommand())
      .addCommand(exportTenantCommand())
      .addCommand(importTenantCommand())
      .addCommand(closeTenantCommand())
      .addCommand(openTenantCommand()),
  );
  program.addCommand(
    new Command("staff")
      .description("caseworkers, administrators, operators")
      .addCommand(addStaffCommand())
      .addCommand(accessReviewCommand()),
  );
  program.addCommand(
    new Command("destination")
      .description("back-office systems that applications are handed to")
      .addCommand(addDestinationCommand())
      .addCommand(findDestinationCommand()),
  );
  pointToHelp(program.commands);
  return program;
}

/** Who mistypes a command or an option is told how to see them all. */
function pointToHelp(commands: readonly Command[]): void {
  for (const command of commands) {
    command.showHelpAfterError("(--help shows what there is.)");
    pointToHelp(command.commands);
  }
}

function addInstallationCommands(program: Command): void {
  program.addCommand(migrateCommand());
  program.addCommand(doctorCommand());
  program.addCommand(backupCommand());
  program.addCommand(noticeCommand());
  program.addCommand(keysCommand());
}

function addStartCommands(program: Command): void {
  program.addCommand(fitConnectServiceCommand());
  const startCommand = program
    .command("start")
    .description(
      "run web server and worker in one process; an empty installation gets demo data (never in production)",
    )
    .action(() => start({ web: true, worker: true }, { seedsDemo: true }));
  startCommand
    .command("web")
    .description("run the web server only")
    .action(() => start({ web: true, worker: false }, { seedsDemo: false }));
  startCommand
    .command("worker")
    .description("run the worker only")
    .action(() => start({ web: false, worker: true }, { seedsDemo: false }));
}

/** What the operator reads when a command fails: people's mistakes get their message; everything else is ours and shows its stack. */
export function describeFailure(error: unknown): unknown {
  const isExpected =
    error instanceof SettingsError ||
    error instanceof CommandError ||
    error instanceof DatabaseRefused ||
    error instanceof GroupNotStarted ||
    error instanceof EmbeddedPostgresError;
  return isExpected ? error.message : error;
}

function importCommand(): Command {
  return new Command("import")
    .description("bring in data of others")
    .addCommand(importFormCommand())
    .addCommand(importCodeListsCommand())
    .addCommand(importPlacesCommand())
    .addCommand(importRegisterCommand())
    .addCommand(importStreetsCommand())
    .addCommand(importXzufiCommand())
    .addCommand(feedCommand());
}
