import { Command } from "commander";
import {
  importPlaces,
  type PlaceProblem,
} from "../../modules/tenants/index.ts";
import { CommandError } from "./command-error.ts";
import { readLines, reportSkipped } from "./read-lines.ts";
import { enterInstallation, withServices } from "./with-services.ts";

/** `portal import places` */
export function importPlacesCommand(): Command {
  return new Command("places")
    .description(
      "import the communes of the country with their postcodes, for suggestions and to find who is responsible",
    )
    .argument("<file>", "CSV in UTF-8, e.g. orte.csv")
    .requiredOption(
      "--set-version <version>",
      "what the list calls itself, e.g. 2026-06-30",
    )
    .addHelpText(
      "after",
      `
The first line names the columns, in any order, separated by ; or , or a tab:
  ars         12 digits
  ort         name of the commune; what follows a comma ("Schwerin, Landeshauptstadt") is left out
  plz         one postcode, or several separated by spaces; further lines of a commune add more;
              or plz_verwaltungssitz, as in the official list of communes: one postcode each,
              that of the seat, so whoever types another one of the town does not find it
  einwohner   optional: larger places come first
  breite, laenge   optional: degrees in WGS 84, for the map
The list takes the place of the one before, as a whole and in one transaction: places that are not in
it go. Who is responsible is found by the ARS of the portals' authorities; run it again after adding
one. Lines that cannot be used are named and skipped.

Example of a file:
  ars;ort;plz;einwohner
  130040000000;Schwerin;19053 19055;98596

Example:
  npm run portal -- import places ./orte.csv --set-version 2026-06-30`,
    )
    .action(importFile);
}

async function importFile(
  file: string,
  { setVersion: version }: { readonly setVersion: string },
): Promise<void> {
  const lines = await readLines(file);
  await withServices(async (services) => {
    const imported = await importPlaces(
      enterInstallation(services),
      { version, lines },
      reportSkipped(cures),
    );
    if (!imported.ok)
      throw new CommandError(
        `Nothing was changed: ${refusals[imported.refusal.kind]}`,
      );
    const { places, removed, narrowed, skipped } = imported.value;
    console.log(
      `${String(places)} places of ${version} are stored, ${String(removed)} older ones were removed, ${String(skipped)} lines were skipped.`,
    );
    if (narrowed > 0)
      console.warn(
        `Warning: ${String(narrowed)} places have fewer postcodes than before. Whoever types one of the others no longer finds them: bring a list with all postcodes of a town, on one line or on several.`,
      );
  });
}

const refusals = {
  "not-permitted": "not-permitted.",
  "no-columns": "the first line must name the columns ars, ort and plz.",
  "no-places": "not one line of the file can be used.",
} as const;

const cures: Readonly<Record<PlaceProblem, string>> = {
  "not-utf-8": "it is not in UTF-8; save the file as UTF-8",
  quotes: "a quotation mark is not closed",
  ars: "the ARS must have 12 digits",
  postcode: "it needs postcodes of 5 digits",
  town: "the name is missing or too long",
  population: "the number of inhabitants must be a whole number",
  coordinates:
    "breite and laenge must be degrees such as 53.6288 and 11.4148, both or none",
};
