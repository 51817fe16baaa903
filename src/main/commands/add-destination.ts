import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { ZodError } from "zod";
import {
  indexConnectors,
  saveDestination,
  type Connector,
} from "../../modules/delivery/index.ts";
import { certificateText } from "../../platform/crypto/certificate-text.ts";
import type { Context } from "../../platform/context/context.ts";
import { createConnectors } from "../delivery-ports.ts";
import { CommandError } from "./command-error.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { requireLeistung } from "./require-leistung.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = {
  readonly portal: string;
  readonly name: string;
  readonly connector: string;
  readonly leistung: readonly string[];
  readonly option: readonly string[];
};

/** `portal destination add` */
export function addDestinationCommand(): Command {
  return new Command("add")
    .description("add a back-office system that applications are handed to")
    .requiredOption("--portal <host>", "portal of the authority, e.g. schwerin")
    .requiredOption("--name <name>", "name for the people who look after it")
    .requiredOption(
      "--connector <key>",
      "folder, sftp, webhook, cmis, pickup, email-encrypted or email-notice",
    )
    .requiredOption(
      "--leistung <name...>",
      "services that go there; '*' for all",
    )
    .option(
      "--option <key=value...>",
      "settings of the connector: folder needs directory; webhook url and secret (secret=@file reads it from a file); email-encrypted to and certificate=@file; email-notice to",
      [],
    )
    .addHelpText(
      "after",
      "\nExample:\n  npm run portal -- destination add --portal schwerin --name Parkausweise --connector webhook --leistung bewohnerparkausweis --option url=https://fachverfahren.example/antraege secret=@./webhook-secret",
    )
    .action(add);
}

async function add({
  portal: host,
  name,
  connector,
  leistung,
  option,
}: Options): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, host);
    for (const slug of leistung)
      if (slug !== "*") await requireLeistung(context, slug);
    const connectors = indexConnectors(createConnectors(services));
    const options = await parseOptions(option);
    if (connector === "folder")
      await requireDirectory(context, options, connectors.get(connector));
    const result = await saveDestination(
      context,
      {
        name,
        connectorKey: connector,
        options,
        isEnabled: true,
        leistungSlugs: [...leistung],
      },
      connectors,
    );
    if (!result.ok) throw explainRefusal(result.refusal);
    console.log(`Applications for ${leistung.join(", ")} now go to "${name}".`);
  });
}

/** A directory is on this machine: that it is missing is known now, not when the first application waits for it. */
async function requireDirectory(
  { tenantId }: Context,
  options: Readonly<Record<string, string>>,
  connector: Connector | undefined,
): Promise<void> {
  const { directory } = options;
  if (!connector || directory === undefined) return;
  const { signal } = new AbortController();
  const parsed = parsedOrNothing(connector, { directory, tenantId });
  if (parsed === undefined) return;
  const report = await connector.check(parsed, signal);
  const fault = report.find(({ passed }) => !passed);
  if (fault)
    throw new CommandError(
      `--option directory=${directory}: ${fault.finding}. Make it below DATA_DIR/zustellung/<authority> first; nothing was changed.`,
    );
}

/** What does not fit is explained where it is saved. */
function parsedOrNothing(connector: Connector, options: unknown): unknown {
  try {
    return connector.parseOptions(options);
  } catch (error) {
    if (error instanceof ZodError) return undefined;
    throw error;
  }
}

/** `url=https://…` → `{ url: "https://…" }`; a value `@file` is read from the file, so that secrets stay out of the shell's history. */
async function parseOptions(
  pairs: readonly string[],
): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(pairs.map(parseOption)));
}

async function parseOption(pair: string): Promise<[string, string]> {
  const separator = pair.indexOf("=");
  if (separator < 1)
    throw new CommandError(`--option needs key=value, not "${pair}".`);
  const value = pair.slice(separator + 1);
  const key = pair.slice(0, separator);
  if (!value.startsWith("@")) return [key, value];
  const content = await readFile(value.slice(1)).catch(() => undefined);
  if (content === undefined)
    throw new CommandError(
      `--option ${key}: ${value.slice(1)} cannot be read.`,
    );
  return [key, certificateText(content)];
}
