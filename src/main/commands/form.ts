import { readFile } from "node:fs/promises";
import { Command } from "commander";
import {
  describeOverlayFault,
  describeRuleFinding,
  openForm,
  publishForm,
  saveOverlay,
  withdrawForm,
  type FormReport,
  type OpenedForm,
  type SaveOverlayRefusal,
} from "../../modules/forms/commands.ts";
import type { Context } from "../../platform/context/context.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, withServices } from "./with-services.ts";

const refusedBecause: Readonly<Record<SaveOverlayRefusal["kind"], string>> = {
  "not-permitted": "this is not permitted.",
  "form-unknown": "its formKey must be the key of the form.",
  "overlay-invalid": "it does not follow overlay.schema.json.",
  "changed-meanwhile": "somebody else saved meanwhile; print it and try again.",
};

type Options = { readonly portal: string };

/** `portal form …` */
export function formCommand(): Command {
  return new Command("form")
    .description("refine and publish forms")
    .addCommand(overlayCommand())
    .addCommand(publishCommand())
    .addCommand(withdrawCommand());
}

function overlayCommand(): Command {
  return new Command("overlay")
    .description(
      "print how a portal refines a form, or store a new version from a file",
    )
    .argument("<key>", "key of the form, e.g. S05000058")
    .requiredOption("--portal <host>", "portal, e.g. schwerin")
    .option("--file <file>", "overlay as JSON; see overlay.schema.json")
    .addHelpText(
      "after",
      "\nExample:\n  npm run portal -- form overlay S05000058 --portal schwerin > overlay.json\n  npm run portal -- form overlay S05000058 --portal schwerin --file overlay.json",
    )
    .action(overlay);
}

function publishCommand(): Command {
  return new Command("publish")
    .description(
      "put a form together with its overlays, check it and show it to applicants",
    )
    .argument("<key>", "key of the form, e.g. S05000058")
    .requiredOption("--portal <host>", "portal, e.g. schwerin")
    .option(
      "--form-version <version>",
      "imported version to start from; by default the one in use",
    )
    .action(publish);
}

function withdrawCommand(): Command {
  return new Command("withdraw")
    .description(
      "take a publication back: the portal shows what the authority above publishes",
    )
    .argument("<key>", "key of the form, e.g. S05000058")
    .requiredOption("--portal <host>", "portal, e.g. schwerin")
    .action(withdraw);
}

async function overlay(
  formKey: string,
  { portal, file }: Options & { readonly file?: string },
): Promise<void> {
  const content = file === undefined ? undefined : await readContent(file);
  await withServices(async (services) => {
    const { context } = await enterPortal(services, portal);
    const form = await requireForm(context, formKey);
    if (content === undefined) {
      console.log(JSON.stringify(form.overlay, null, 2));
      return;
    }
    const saved = await saveOverlay(context, {
      formKey,
      content,
      seenVersion: form.seenVersion,
    });
    if (!saved.ok) {
      const { refusal } = saved;
      const faults =
        refusal.kind === "overlay-invalid"
          ? refusal.faults.map(
              (fault) => `  - ${describeOverlayFault(fault, "de")}`,
            )
          : [];
      throw new CommandError(
        [
          `The overlay was refused, nothing was changed: ${refusedBecause[refusal.kind]}`,
          ...faults,
        ].join("\n"),
      );
    }
    console.log(
      `Overlay of ${formKey} is stored as version ${String(saved.value.version)}. To show it: npm run portal -- form publish ${formKey} --portal ${portal}`,
    );
  });
}

async function readContent(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandError(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new CommandError(
      `${file} is no JSON: ${error instanceof Error ? error.message : ""}`,
    );
  }
}

async function publish(
  formKey: string,
  { portal: host, formVersion }: Options & { readonly formVersion?: string },
): Promise<void> {
  await withServices(async (services) => {
    const { portal, context } = await enterPortal(services, host);
    const form = await requireForm(context, formKey);
    const base =
      formVersion === undefined
        ? form.base.formVersionId
        : form.versions.find(({ version }) => version === formVersion)
            ?.formVersionId;
    if (base === undefined)
      throw new CommandError(
        `There is no version ${String(formVersion)} of ${formKey}. There are: ${form.versions.map(({ version }) => version).join(", ")}`,
      );
    const published = await publishForm(context, { formVersionId: base });
    if (!published.ok) {
      const { refusal } = published;
      throw new CommandError(
        refusal.kind === "not-publishable"
          ? `The form was not published:\n${describe(form, refusal.report)}`
          : `The form was not published: ${refusal.kind}`,
      );
    }
    const notes = describe(form, published.value.report);
    if (notes !== "") console.log(`To be looked at:\n${notes}`);
    console.log(`${formKey} is published for ${portal.name}.`);
  });
}

function describe(form: OpenedForm, report: FormReport): string {
  const { findings, ruleFindings, examples, untranslatedRules } = report;
  return [
    ...findings.map(
      ({ place, code, authority }) => `${place} ${code} (${authority})`,
    ),
    ...ruleFindings.map((finding) =>
      describeRuleFinding(form.definition, finding, "de"),
    ),
    ...examples.results
      .filter(({ differences }) => differences.length > 0)
      .map(({ title }) => `example "${title}" fails`),
    ...(untranslatedRules.length > 0
      ? [`${String(untranslatedRules.length)} rules in words are not applied`]
      : []),
  ]
    .map((line) => `  - ${line}`)
    .join("\n");
}

async function withdraw(formKey: string, { portal }: Options): Promise<void> {
  await withServices(async (services) => {
    const { portal: of, context } = await enterPortal(services, portal);
    const withdrawn = await withdrawForm(context, formKey);
    if (!withdrawn.ok)
      throw new CommandError(
        `${of.name} publishes no form "${formKey}" of its own.`,
      );
    console.log(`${of.name} no longer publishes ${formKey} itself.`);
  });
}

async function requireForm(
  context: Context,
  formKey: string,
): Promise<OpenedForm> {
  const opened = await openForm(context, { formKey });
  if (opened.ok) return opened.value;
  throw new CommandError(
    `There is no form "${formKey}". To bring one in: npm run portal -- import form --help`,
  );
}
