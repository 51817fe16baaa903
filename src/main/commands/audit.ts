import { readFile } from "node:fs/promises";
import { Command } from "commander";
import {
  compareSeals,
  exportSeals,
  sealPurpose,
  verifyAuditChain,
  type ChainReport,
} from "../../modules/audit/index.ts";
import { CommandError } from "./command-error.ts";
import { enterAuthority, withServices } from "./with-services.ts";

/** `portal audit` */
export function auditCommand(): Command {
  return new Command("audit")
    .description("check the log of who did what")
    .addCommand(
      withPortal(
        new Command("verify")
          .description(
            "compute the log of an authority again and compare it with its daily seals",
          )
          .option(
            "--seals <file>",
            "compare also with seals that were kept elsewhere",
          ),
      ).action(verify),
    )
    .addCommand(
      withPortal(
        new Command("seals").description(
          "print the daily seals with public keys and time stamps (JSON), to be kept outside of the portal",
        ),
      ).action(print),
    );
}

function withPortal(command: Command): Command {
  return command.requiredOption(
    "--portal <host>",
    "portal of the authority, e.g. schwerin; the installation's own is betrieb",
  );
}

type Options = { readonly portal: string; readonly seals?: string };

async function verify(options: Options): Promise<void> {
  const kept =
    options.seals === undefined ? undefined : await readSeals(options.seals);
  await withServices(async (services) => {
    const { name, context } = await enterAuthority(services, options.portal);
    const report = await verifyAuditChain(
      context,
      services.signerOf(sealPurpose),
    );
    demandIntact(report);
    if (kept !== undefined) {
      const compared = await compareSeals(context, kept);
      if (!compared.ok) throw new CommandError(problems[compared.refusal.kind]);
      demandIntact(compared.value);
    }
    console.log(
      `${name}: intact, ${String(report.kind === "intact" && report.entries)} entries checked.`,
    );
  });
}

async function print(options: Options): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterAuthority(services, options.portal);
    const seals = await exportSeals(context, services.signerOf(sealPurpose));
    if (!seals.ok) throw new CommandError(seals.refusal.kind);
    console.log(JSON.stringify(seals.value, null, 2));
  });
}

async function readSeals(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new CommandError(
      `${file} cannot be read: ${error instanceof Error ? error.message : "unknown reason"}`,
    );
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file}: ${problems["not-seals"]}`);
  }
}

const problems = {
  "not-seals":
    "this is no file of seals; it comes from: npm run --silent portal -- audit seals --portal <host>",
  "other-tenant": "these seals belong to another authority",
};

function demandIntact(report: ChainReport): void {
  if (report.kind === "intact") return;
  throw new CommandError(
    `The log is not intact: ${findings[report.kind]} ${String(report.seq)}. Keep a copy of the database and tell operator and data protection officer.`,
  );
}

const findings: Readonly<
  Record<Exclude<ChainReport["kind"], "intact">, string>
> = {
  changed: "changed is entry",
  removed: "one is missing before entry",
  "cut-off": "its end is missing from entry",
  rewritten: "it was rewritten after it was sealed, up to entry",
  "seal-invalid":
    "forged, or signed with a key that is not in SECRET_KEYS, is the seal up to entry",
};
