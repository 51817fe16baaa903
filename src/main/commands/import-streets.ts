import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Command } from "commander";
import {
  importStreets,
  type StreetProblem,
} from "../../modules/tenants/index.ts";
import { CommandError } from "./command-error.ts";
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

const mostProblems = 50;

async function importFile(file: string): Promise<void> {
  const stream = createReadStream(file, "utf8");
  await new Promise<void>((resolve, reject) => {
    stream.once("open", () => {
      resolve();
    });
    stream.once("error", (error) => {
      reject(new CommandError(`${file} cannot be read: ${error.message}`));
    });
  });
  let told = 0;
  await withServices(async (services) => {
    const imported = await importStreets(
      enterInstallation(services),
      linesOf(stream),
      {
        skipped: (line, problem) => {
          told += 1;
          if (told <= mostProblems)
            console.error(`line ${String(line)} is skipped: ${cures[problem]}`);
        },
        read: (lines) => {
          console.log(`${String(lines)} lines …`);
        },
      },
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

/** Reads nothing before somebody asks: lines that come earlier would be lost. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Infinity });
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
