import { readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import {
  importRegister,
  type RegisterImport,
  type RegisterImportRefusal,
  type RegisterProblem,
} from "../../modules/tenants/index.ts";
import { CommandError } from "./command-error.ts";
import { readLines, reportSkipped } from "./read-lines.ts";
import { enterInstallation, withServices } from "./with-services.ts";

type Options = {
  readonly asOf?: string;
  readonly changes?: string;
  readonly encoding: "utf-8" | "latin1";
};

/** `portal import register` */
export function importRegisterCommand(): Command {
  return new Command("register")
    .description(
      "import the official register of communes (GV100AD of Destatis, or a table made from it) with its history",
    )
    .argument("<file>", "e.g. GV100AD_30112023.txt or gemeinden.csv")
    .option(
      "--as-of <day>",
      "day of the register, YYYY-MM-DD; GV100AD says it itself",
    )
    .option(
      "--changes <file>",
      "CSV with the columns ars_alt and ars_neu: what communes that were merged became",
    )
    .addOption(
      new Option("--encoding <encoding>", "of the file")
        .choices(["utf-8", "latin1"])
        .default("utf-8"),
    )
    .addHelpText("after", help)
    .action(importFile);
}

const help = `
What changed since the register before is kept with the day from which it holds: a commune that was
renamed, merged or got another Amt ends, and its old ARS leads to the new one. The finder knows all
communes where people live, also by the names of those that were merged, and keeps the postcodes that
"import places" brought; the register itself has one postcode each, that of the seat.

An ARS whose last three digits and county stay is followed without help. For mergers bring the list of
changes (Namens-, Grenz- und Schlüsseländerungen) as a CSV:
  ars_alt;ars_neu
  130765662164;130765662085

A table needs the columns ars, name, gemeindetyp and kreisname, and may have verbandname, verbandtyp,
plz_verwaltungssitz, flaeche_ha and einwohner. Lines that cannot be used are named and skipped, and
their communes stay as they are. All happens in one transaction; the same register again changes nothing.

Examples:
  npm run portal -- import register ./GV100AD_30112023.txt
  npm run portal -- import register ./gemeinden.csv --as-of 2023-11-30 --changes ./aenderungen.csv`;

async function importFile(file: string, options: Options): Promise<void> {
  if (options.asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.asOf))
    throw new CommandError("--as-of must be a day such as 2023-11-30.");
  const lines = await readLines(
    file,
    options.encoding === "latin1" ? "latin1" : "utf8",
  );
  const successions =
    options.changes === undefined
      ? undefined
      : (await readFile(options.changes, "utf8")).split(/\r?\n/);
  await withServices(async (services) => {
    const imported = await importRegister(
      enterInstallation(services),
      { lines, asOf: options.asOf, successions },
      reportSkipped(cures),
    );
    if (!imported.ok)
      throw new CommandError(
        `Nothing was changed: ${describeRefusal(imported.refusal)}`,
      );
    report(imported.value);
  });
}

function report(done: RegisterImport): void {
  const count = (number: number) => number.toLocaleString("en-GB");
  console.log(
    `${count(done.communes)} communes as of ${done.asOf}: ${count(done.added)} new, ${count(done.changed)} described differently, ${count(done.corrected)} with other figures, ${count(done.unchanged)} unchanged, ${count(done.ended)} ended; ${count(done.skipped)} lines were skipped.`,
  );
  console.log(`The finder knows ${count(done.places)} places.`);
  for (const { ars, name } of done.lost.slice(0, 50))
    console.warn(
      `${ars} ${name} has ended, and nobody said what it became: name it with --changes.`,
    );
}

function describeRefusal(refusal: RegisterImportRefusal): string {
  switch (refusal.kind) {
    case "not-permitted":
      return "not-permitted.";
    case "not-a-register":
      return "the file is neither GV100AD nor a table that names the columns ars, name, gemeindetyp and kreisname.";
    case "no-day":
      return "the file does not say of which day it is; add --as-of.";
    case "older":
      return `it is older than the register of ${refusal.stored} that is stored.`;
    case "too-few":
      return `the file has ${String(refusal.read)} communes where ${String(refusal.known)} are known; it seems to be cut off.`;
    case "no-successions":
      return "the first line of the list of changes must name the columns ars_alt and ars_neu.";
  }
}

const cures: Readonly<Record<RegisterProblem, string>> = {
  "not-utf-8": "it is not in UTF-8; add --encoding latin1 for older files",
  quotes: "a quotation mark is not closed",
  record: "it is no record of GV100AD",
  short: "it is cut off",
  day: "its day is none, or another one than that of the lines before",
  ars: "the ARS must have 12 digits",
  name: "the name is missing or too long",
  kind: "the Textkennzeichen must be 60 to 67, that of an association 50 to 59",
  county: "its county is missing",
  postcode: "the postcode must have 5 digits",
  number: "area and inhabitants must be whole numbers",
  twice: "its ARS came before",
};
