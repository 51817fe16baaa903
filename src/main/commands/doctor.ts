import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import {
  misspeltSettings,
  type Misspelt,
} from "../../platform/config/setting-names.ts";
import { unreadableFiles } from "../../platform/config/setting-files.ts";
import { SettingsError } from "../../platform/config/settings-error.ts";
import {
  settingsOfProcess,
  type Settings,
} from "../../platform/config/settings.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { programVersion } from "../../platform/process/program-version.ts";
import { connectCommandServer } from "../connect-server.ts";
import { examineDatabase } from "../doctor/examine-database.ts";
import { examineDataFolder } from "../doctor/examine-data-folder.ts";
import { examinePorts } from "../doctor/examine-ports.ts";
import { examineServices } from "../doctor/examine-services.ts";
import { examineSurroundings } from "../doctor/examine-surroundings.ts";
import {
  failed,
  ok,
  reasonOf,
  warning,
  type Finding,
} from "../doctor/finding.ts";
import { CommandError } from "./command-error.ts";

/** `portal doctor` */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description(
      "look whether settings, database, keys, clock, disk, files, mail and ports are well, and say what to do; changes nothing",
    )
    .option("--json", "for programs", false)
    .action(run);
}

async function run({ json }: { readonly json: boolean }): Promise<void> {
  const findings = [
    ok("program", `OpenRathaus ${programVersion}, Node ${process.version}`),
    ...(await examine()),
  ];
  const ill = findings.filter(({ state }) => state === "failed");
  if (json)
    console.log(JSON.stringify({ ok: ill.length === 0, findings }, null, 2));
  else for (const finding of findings) console.log(lineOf(finding));
  if (ill.length > 0)
    throw new CommandError(
      `${String(ill.length)} of ${String(findings.length)} failed: ${[...new Set(ill.map(({ subject }) => subject))].join(", ")}.`,
    );
}

async function examine(): Promise<readonly Finding[]> {
  const settings = readableSettings();
  const misspelt = misspeltSettings().map(misspeltFinding);
  if (settings instanceof SettingsError)
    return [...settings.problems.map(wrongSetting), ...misspelt];
  return [
    ok("settings", `${settings.environment}, can be read`),
    ...misspelt,
    ...unreadableFiles(settings).map(wrongSetting),
    ...examineDataFolder(settings),
    ...(await examineServer(settings)),
    ...(await examineSurroundings(settings)),
    ...(await examinePorts(settings)),
  ];
}

function readableSettings(): Settings | SettingsError {
  try {
    return settingsOfProcess();
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
}

const wrongSetting = (problem: string): Finding =>
  failed("settings", {
    says: problem,
    cure: "Correct it; docs/operation/settings.md explains all of them.",
  });

const misspeltFinding = ({ given, meant }: Misspelt): Finding =>
  warning("settings", {
    says: `${given} is no setting and has no effect`,
    cure: `If ${meant} is meant, write it so.`,
  });

async function examineServer(settings: Settings): Promise<readonly Finding[]> {
  if (
    settings.databaseUrl === undefined &&
    !existsSync(join(settings.dataDir, "postgres"))
  )
    return [ok("database", "the embedded one; the first start makes it")];
  const logger = createLogger("silent");
  const server = await connectCommandServer(settings, logger).catch(reasonOf);
  if (typeof server === "string")
    return [
      failed("database", {
        says: server,
        cure: /EACCES|EPERM/.test(server)
          ? "Call the doctor as the user of the portal, to whom all in the data folder must belong."
          : "See postgres.log in the data folder. Files of the database that are lost come back from a back-up only: npm run portal -- backup restore --help",
      }),
    ];
  try {
    const { findings, canOpen } = await examineDatabase(server, settings);
    return canOpen
      ? [...findings, ...(await examineServices(server, settings, logger))]
      : findings;
  } finally {
    await server.release();
  }
}

const marks = { ok: "ok     ", warning: "WARNING", failed: "FAILED " } as const;

const lineOf = ({ subject, state, says, cure }: Finding): string =>
  `${marks[state]} ${subject}: ${says}${cure === undefined ? "" : `\n        → ${cure}`}`;
