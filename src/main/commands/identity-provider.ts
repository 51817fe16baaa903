import { Argument, Command, Option } from "commander";
import {
  enableProvider,
  inspectProvider,
  keeperOf,
  listConfigured,
  providerKinds,
  saveProvider,
  type ProviderKind,
} from "../../modules/federation/index.ts";
import type { Context } from "../../platform/context/context.ts";
import { federationPorts } from "../federation-ports.ts";
import type { Services } from "../services.ts";
import { CommandError } from "./command-error.ts";
import { explainProviderRefusal } from "./explain-provider-refusal.ts";
import { settingsFrom } from "./provider-settings.ts";
import { enterPortal, requirePortal, withServices } from "./with-services.ts";

type AddOptions = {
  readonly kind: ProviderKind;
  readonly name: string;
  readonly nameEn?: string;
  readonly description: string;
  readonly descriptionEn?: string;
  readonly level: "low" | "substantial" | "high";
  readonly portal?: string;
  readonly file?: string;
  readonly set: readonly string[];
  readonly secret: readonly string[];
};

/** `portal identity-provider add|list|test|disable|enable` */
export function identityProviderCommand(): Command {
  return new Command("identity-provider")
    .description(
      "where citizens and businesses can sign in with other accounts",
    )
    .addCommand(addCommand())
    .addCommand(
      new Command("list").description("all that are set up").action(list),
    )
    .addCommand(
      new Command("test")
        .description("ask a provider for all that needs no person")
        .addArgument(keyArgument())
        .action(test),
    )
    .addCommand(
      switchCommand("disable", "take a provider off the sign-in pages"),
    )
    .addCommand(switchCommand("enable", "offer a provider again"));
}

const keyArgument = () =>
  new Argument("<key>", "its short name, part of addresses, e.g. land");

function addCommand(): Command {
  return new Command("add")
    .description("set up an identity provider, or change the one with this key")
    .addArgument(keyArgument())
    .addOption(
      new Option("--kind <kind>", "how it is spoken with")
        .choices(providerKinds)
        .makeOptionMandatory(),
    )
    .requiredOption("--name <name>", "as the button shows it")
    .option("--name-en <name>", "in English; as --name when left out")
    .requiredOption("--description <text>", "one sentence for the sign-in page")
    .option("--description-en <text>", "in English; as --description otherwise")
    .addOption(
      new Option("--level <level>", "the highest level it can prove")
        .choices(["low", "substantial", "high"])
        .makeOptionMandatory(),
    )
    .option("--portal <host>", "only this portal offers it; otherwise all do")
    .option("--file <file>", "settings as JSON; --set goes over them")
    .option(
      "--set <path=value...>",
      "a setting; a dot leads into a list of names, such as levels.loa-2=substantial; value @file is read from the file",
      [],
    )
    .option(
      "--secret <name=@file...>",
      "a secret, read from a file so that it stays out of the shell's history",
      [],
    )
    .addHelpText(
      "after",
      `
Example:
  npm run portal -- identity-provider add land --kind oidc --name "Servicekonto MV" \\
    --description "Das Konto des Landes Mecklenburg-Vorpommern." --level substantial \\
    --set issuer=https://konto.example clientId=openrathaus levels.loa-2=substantial \\
    --secret clientSecret=@./client-secret

Settings of oidc: issuer, clientId, authentication (secret-basic, secret-basic-unencoded, secret-post, private-key, none), scopes,
levels.<acr>, levelOtherwise, attributes.<value>, origins. Secrets: clientSecret, privateKey, decryptionKey (private JWK with alg).

Settings of saml, bundid and muk: metadataAddress or metadata=@file, providerEntityId, entityId, binding, signatureAlgorithm, signed, encrypted, clockSkewSeconds;
of saml also nameIdFormat, subject, attributes.<value>, levels.<context>; of bundid onlineServiceId, methods. Secrets: privateKey and
certificate (PEM), decryptionKey and decryptionCertificate, previousKey and previousCertificate.
More: docs/how-to/connect-an-identity-provider.md`,
    )
    .action(add);
}

function switchCommand(
  name: "disable" | "enable",
  description: string,
): Command {
  return new Command(name)
    .description(description)
    .addArgument(keyArgument())
    .action((key: string) => setEnabled(key, name));
}

async function add(key: string, options: AddOptions): Promise<void> {
  const settings = await settingsFrom(options);
  const { name, description } = options;
  await inInstallation(async (context, services) => {
    const portal =
      options.portal === undefined
        ? undefined
        : await requirePortal(services, options.portal);
    const ports = federationPorts(services);
    const saved = await saveProvider(context, ports, {
      key,
      kind: options.kind,
      name: { de: name, en: options.nameEn ?? name },
      description: {
        de: description,
        en: options.descriptionEn ?? description,
      },
      assuranceLevel: options.level,
      portalTenantId: portal?.tenantId,
      settings,
    });
    if (!saved.ok) throw explainProviderRefusal(saved.refusal);
    console.log(
      `"${name}" is offered ${portal ? `at ${portal.name}` : "on all portals"}.`,
    );
    await printInspection(context, services, key);
  });
}

async function list(): Promise<void> {
  await inInstallation(async (context) => {
    const all = await listConfigured(ownKeeper(context));
    if (all.length === 0) console.log("None yet. To add one: --help");
    for (const { provider, health } of all) {
      const { key, kind, name, assuranceLevel, isEnabled } = provider;
      const state = !isEnabled
        ? "disabled"
        : (health?.reason ?? (health ? "answers" : "not asked yet"));
      console.log([key, kind, assuranceLevel, state, name.de].join("\t"));
    }
  });
}

async function test(key: string): Promise<void> {
  await inInstallation(async (context, services) => {
    const failed = await printInspection(context, services, key);
    if (failed > 0)
      throw new CommandError(`${String(failed)} of the checks failed.`);
  });
}

/** Prints what a test finds; how many checks failed. */
async function printInspection(
  context: Context,
  services: Services,
  key: string,
): Promise<number> {
  const inspected = await inspectProvider(
    ownKeeper(context),
    federationPorts(services),
    key,
  );
  if (!inspected.ok)
    throw new CommandError(`There is no identity provider "${key}".`);
  const { checks, attributes, facts } = inspected.value;
  for (const { check, finding, isAdvice } of checks) {
    const mark = finding === undefined ? "✓" : isAdvice ? "!" : "✗";
    console.log(`${mark} ${check}\t${finding ?? ""}`);
  }
  for (const { attribute, source, isOffered } of attributes)
    console.log(
      `${attribute}\t← ${source}${isOffered === false ? "\t(not offered)" : ""}`,
    );
  for (const { name, value } of facts) console.log(`${name}\t${value}`);
  return checks.filter(
    ({ finding, isAdvice }) => finding !== undefined && !isAdvice,
  ).length;
}

async function setEnabled(
  key: string,
  change: "disable" | "enable",
): Promise<void> {
  await inInstallation(async (context) => {
    const enabled = change === "enable";
    const changed = await enableProvider(ownKeeper(context), { key, enabled });
    if (!changed.ok) throw explainProviderRefusal(changed.refusal);
    console.log(
      `"${key}" is ${enabled ? "offered again" : "offered no more"}.`,
    );
  });
}

/** Commands work at the installation itself. */
const ownKeeper = (context: Context) => keeperOf(context, context);

async function inInstallation(
  work: (context: Context, services: Services) => Promise<void>,
): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, "betrieb");
    await work(context, services);
  });
}
