import { Command } from "commander";
import {
  describeImportMessage,
  importCodeLists,
} from "../../modules/forms/commands.ts";
import { CommandError } from "./command-error.ts";
import { readFormFile } from "./read-form-files.ts";
import { enterInstallation, withServices } from "./with-services.ts";

/** `portal import codelists` */
export function importCodeListsCommand(): Command {
  return new Command("codelists")
    .description(
      "import code lists in genericode, for forms that refer to them and to offer newer versions to editors",
    )
    .argument("<files...>", "lists in genericode 1.0, e.g. from XRepository")
    .addHelpText(
      "after",
      "\nExample:\n  npm run portal -- import codelists ./urn_de_bund_destatis_bevoelkerungsstatistik_schluessel_staat_2026-01-01.xml",
    )
    .action(importFiles);
}

async function importFiles(files: readonly string[]): Promise<void> {
  const documents = await Promise.all(files.map(readFormFile));
  await withServices(async (services) => {
    const imported = await importCodeLists(
      enterInstallation(services),
      documents,
    );
    if (imported.ok) {
      for (const { urn, version } of imported.value)
        console.log(`${urn}, version ${version}, is stored.`);
      return;
    }
    const { refusal } = imported;
    const reason =
      refusal.kind === "lists-invalid"
        ? refusal.messages
            .map((message) => `\n  - ${describeImportMessage(message, "de")}`)
            .join("")
        : refusal.kind === "version-changed"
          ? ` ${refusal.list.urn} is known in version ${refusal.list.version} with other content. A version never changes; ask its publisher for a new one.`
          : ` ${refusal.kind}`;
    throw new CommandError(`Nothing was stored:${reason}`);
  });
}
