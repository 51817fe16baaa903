import { Command } from "commander";
import {
  importStreets,
  type StreetProblem,
} from "../../modules/tenants/index.ts";
import { CommandError } from "./command-error.ts";
import { readLines, reportSkipped } from "./read-lines.ts";
import { enterInstallation, withServices } from "./with-services.ts";

/** `portal import streets` */
export function importStreetsCommand(): Command {
  return new Command("streets")
    .description(
      "import the streets of communes, which are then offered while somebody types an address",
    )
    .argument("<file>", "CSV in UTF-8, e.g. strassen.csv")
    .addHelpText(
      "after",
      `
The first line names the columns, in any order, separated by ; or , or a tab:
  strasse, ort, and ars (12 digits) or plz, or both
A line without ARS counts for the commune of this name with this postcode, if the portal knows it.
The streets of each commune in the file are replaced as a whole, all in one transaction. Lines that
cannot be used are named and skipped.

Example of a file:
  ars;plz;ort;strasse
  130040000000;19053;Schwerin;Am Packhof

Example:
  npm run portal -- import streets ./strassen.csv`,
    )
    .action(importFile);
}

async function importFile(file: string): Promise<void> {
  const lines = await readLines(file);
  await withServices(async (services) => {
    const imported = await importStreets(
      enterInstallation(services),
      lines,
      reportSkipped(cures),
    );
    if (!imported.ok)
      throw new CommandError(
        `Nothing was changed: ${
          imported.refusal.kind === "no-columns"
            ? "the first line must name the columns strasse, ort, and ars or plz."
            : imported.refusal.kind
        }`,
      );
    const { streets, communes, skipped } = imported.value;
    console.log(
      `${String(streets)} lines with streets of ${String(communes)} communes are stored, ${String(skipped)} were skipped.`,
    );
  });
}

const cures: Readonly<Record<StreetProblem, string>> = {
  "not-utf-8": "it is not in UTF-8; save the file as UTF-8",
  quotes: "a quotation mark is not closed",
  ars: "the ARS must have 12 digits",
  postcode: "the postcode must have 5 digits",
  town: "the town is missing or too long",
  street: "the name of the street is missing or too long",
  "no-commune": "it needs an ARS or a postcode",
  "unknown-commune":
    "no commune of this name is known with this postcode; add its ARS",
};
