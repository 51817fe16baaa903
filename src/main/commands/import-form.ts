import { dirname } from "node:path";
import { Command } from "commander";
import { setFormOfLeistung } from "../../modules/catalogue/index.ts";
import {
  describeImportMessage,
  importForm,
  publishForm,
  type ImportMessage,
} from "../../modules/forms/commands.ts";
import type { Context } from "../../platform/context/context.ts";
import { CommandError } from "./command-error.ts";
import { readFormFiles } from "./read-form-files.ts";
import { requireLeistung } from "./require-leistung.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = {
  readonly portal: string;
  readonly leistung?: string;
  readonly codelists?: string;
  readonly missingAsText?: boolean;
};

/** `portal import form` */
export function importFormCommand(): Command {
  return new Command("form")
    .description(
      "import a FIM schema (XDatenfelder 2.0 or 3.0.0) as an online form and publish it for a portal",
    )
    .argument("<file>", "Stammdatenschema, e.g. S05000058V1.0_xdf2.xml")
    .requiredOption(
      "--portal <host>",
      "portal that publishes it, e.g. schwerin",
    )
    .option(
      "--leistung <name>",
      "service that uses it from now on, e.g. bewohnerparkausweis",
    )
    .option(
      "--codelists <folder>",
      "folder with the lists in genericode; by default the one of the file",
    )
    .option(
      "--missing-as-text",
      "ask for free text where a code list is missing, instead of refusing the form",
    )
    .addHelpText(
      "after",
      "\nExample:\n  npm run portal -- import form ./S05000058V1.0_xdf2.xml --portal schwerin --leistung bewohnerparkausweis",
    )
    .action(importAndPublish);
}

async function importAndPublish(file: string, options: Options): Promise<void> {
  const documents = await readFormFiles(
    file,
    options.codelists ?? dirname(file),
  );
  await withServices(async (services) => {
    const { portal, context } = await enterPortal(services, options.portal);
    if (options.leistung !== undefined)
      await requireLeistung(context, options.leistung);
    const imported = await importForm(context, {
      ...documents,
      missingCodeLists: options.missingAsText ? "as-text" : "refuse",
    });
    if (!imported.ok)
      throw new CommandError(
        imported.refusal.kind === "not-permitted"
          ? "The form was refused: not-permitted."
          : describeRefused(imported.refusal.messages),
      );
    const { definition, formVersionId, warnings } = imported.value;
    if (warnings.length > 0)
      console.log(`To be looked at:\n${describeAll(warnings)}`);
    await publish(context, {
      formVersionId,
      formKey: definition.key,
      leistung: options.leistung,
    });
    console.log(
      `${definition.key} ${definition.version} "${definition.title}" is published for ${portal.name}.`,
    );
  });
}

type Publication = {
  readonly formVersionId: string;
  readonly formKey: string;
  readonly leistung: string | undefined;
};

async function publish(
  context: Context,
  { formVersionId, formKey, leistung }: Publication,
): Promise<void> {
  const published = await publishForm(context, { formVersionId });
  if (!published.ok)
    throw new CommandError(
      `The form could not be published: ${published.refusal.kind}`,
    );
  if (leistung === undefined) return;
  const set = await setFormOfLeistung(context, leistung, formKey);
  if (!set.ok)
    throw new CommandError(
      `The form is published, but this portal has no service "${leistung}".`,
    );
}

/** First what has to be mended, then what would only be worth a look. */
function describeRefused(messages: readonly ImportMessage[]): string {
  const errors = messages.filter(({ severity }) => severity === "error");
  const warnings = messages.filter(({ severity }) => severity === "warning");
  const refused = `The form was refused, nothing was changed:\n${describeAll(errors)}${hintFor(errors)}`;
  return warnings.length === 0
    ? refused
    : `${refused}\nTo be looked at as well:\n${describeAll(warnings)}`;
}

/** Schemas are published without the lists they refer to: this is what most people meet first. */
function hintFor(messages: readonly ImportMessage[]): string {
  const lacksLists = messages.some(({ code }) => code === "code-list-missing");
  return lacksLists
    ? "\nPut the lists into the folder of the schema (or name theirs with --codelists), or use --missing-as-text."
    : "";
}

function describeAll(messages: readonly ImportMessage[]): string {
  return messages
    .map((message) => `  - ${describeImportMessage(message, "de")}`)
    .join("\n");
}
