import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import {
  describeImportMessage,
  exportForm,
} from "../../modules/forms/commands.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = {
  readonly portal: string;
  readonly to?: string;
};

/** `portal export form` */
export function exportFormCommand(): Command {
  return new Command("form")
    .description(
      "write a published form as XDatenfelder 3.0.0, with its code lists in genericode and the schemas of its answers as JSON and XML",
    )
    .argument("<key>", "key of the form, e.g. S05000058 or hundesteuer")
    .requiredOption(
      "--portal <host>",
      "portal that publishes it, e.g. schwerin",
    )
    .option(
      "--to <folder>",
      "folder for all files; without it the XDatenfelder are printed",
    )
    .addHelpText(
      "after",
      "\nExamples:\n  npm run portal -- export form hundesteuer --portal schwerin --to ./hundesteuer\n  npm run --silent portal -- export form hundesteuer --portal schwerin > hundesteuer.xml",
    )
    .action(exportPublished);
}

async function exportPublished(key: string, options: Options): Promise<void> {
  const { xml, codeLists, jsonSchema, xmlSchema } = await withServices(
    async (services) => {
      const { portal, context } = await enterPortal(services, options.portal);
      const exported = await exportForm(context, key);
      if (exported.ok) return exported.value;
      throw new CommandError(
        exported.refusal.kind === "not-found"
          ? `${portal.name} publishes no form "${key}".`
          : `The form cannot be written as XDatenfelder 3.0.0:\n${exported.refusal.messages
              .map((message) => `  - ${describeImportMessage(message, "de")}`)
              .join("\n")}`,
      );
    },
  );
  if (options.to === undefined) {
    console.log(xml.trimEnd());
    if (codeLists.length > 0)
      console.error(
        `Not printed: ${String(codeLists.length)} code lists. Name a folder with --to to get them.`,
      );
    return;
  }
  await writeAll(options.to, [
    { name: `${key}_xdf3.xml`, content: xml },
    ...codeLists.map((list) => ({ name: list.name, content: list.xml })),
    { name: `${key}.schema.json`, content: `${jsonSchema}\n` },
    { name: `${key}.xsd`, content: xmlSchema },
  ]);
}

type NamedDocument = { readonly name: string; readonly content: string };

async function writeAll(
  folder: string,
  documents: readonly NamedDocument[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, content } of documents) {
    const path = join(folder, name);
    await writeFile(path, content);
    console.log(path);
  }
}
