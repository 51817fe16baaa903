import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Command } from "commander";
import { importXzufi, type XzufiImport } from "../../modules/exchange/index.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = {
  readonly portal: string;
  readonly source: string;
  readonly whole?: true;
};

/** `portal import xzufi` */
export function importXzufiCommand(): Command {
  return new Command("xzufi")
    .description(
      "import Leistungen, organisations, online services and who is responsible from a transfer message of XZuFi 2.2 or 2.3",
    )
    .argument("<file>", "XML in UTF-8, of any size")
    .requiredOption(
      "--portal <name>",
      "portal that takes them in, e.g. schwerin",
    )
    .option(
      "--source <name>",
      "who delivers it, the same word each time: what it brought before is replaced",
      "land",
    )
    .option(
      "--whole",
      "the file is the whole stock of the source: what is not in it any more is deleted",
    )
    .addHelpText(
      "after",
      `
The file is read to its end first and only then applied, in one transaction: a file that is cut off
or broken changes nothing, nor does one without a record. Records that cannot be used are named with
their line and skipped. Interrupted, the same command goes on where it was.

Texts that the portal made its own stay. A Leistung of the portal's own with the same
Leistungsschlüssel is filled up, not doubled.

Example:
  npm run portal -- import xzufi ./infodienste.xml --portal schwerin --whole`,
    )
    .action(importFile);
}

async function importFile(file: string, options: Options): Promise<void> {
  const fingerprint = await fingerprintOf(file);
  await withServices(async (services) => {
    const { portal, context } = await enterPortal(services, options.portal);
    const imported = await importXzufi(context, {
      source: options.source,
      mode: options.whole ? "whole" : "delta",
      fingerprint,
      ars: portal.ars,
      documents: [{ open: () => createReadStream(file) }],
      onProgress: showProgress,
    });
    if (!imported.ok)
      throw new CommandError(`Nothing was changed: ${whyOf(imported.refusal)}`);
    const { counts, problems } = imported.value;
    for (const { line, element, key, problem, detail } of problems)
      console.warn(
        `Line ${String(line)}: ${[element, key, problem, detail].filter(Boolean).join(", ")}.`,
      );
    console.log(
      Object.entries(counts)
        .map(([name, count]) => `${name}: ${String(count)}`)
        .join("\n"),
    );
  });
}

type Refusal = Extract<
  Awaited<ReturnType<typeof importXzufi>>,
  { readonly ok: false }
>["refusal"];

function whyOf(refusal: Refusal): string {
  switch (refusal.kind) {
    case "not-permitted":
      return "not-permitted.";
    case "broken":
      return `the file is broken or no transfer message of XZuFi (${refusal.detail}).`;
    case "empty":
      return "there is not one record in the file.";
  }
}

const showProgress: XzufiImport["onProgress"] = ({ step, count }) => {
  if (count % 5_000 === 0) console.log(`${step}: ${String(count)}`);
};

async function fingerprintOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CommandError(`There is no file ${file}.`);
  const hash = createHash("sha256");
  const chunks: AsyncIterable<Buffer> = createReadStream(file);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}
