import { Command, Option } from "commander";
import { addTenant, type NewTenant } from "../../modules/tenants/index.ts";
import type { Services } from "../services.ts";
import { explainRefusal } from "./explain-refusal.ts";
import {
  enterInstallation,
  requirePortal,
  withServices,
} from "./with-services.ts";

type Options = {
  readonly name: string;
  readonly short: string;
  readonly kind: NewTenant["kind"];
  readonly ars: string;
  readonly host: string;
  readonly parent?: string;
  readonly colour: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
};

/** `portal tenant add` */
export function addTenantCommand(): Command {
  return new Command("add")
    .description(
      "add an authority with a portal of its own; running portals show it within seconds",
    )
    .requiredOption("--name <name>", "official name, e.g. 'Stadt Parchim'")
    .requiredOption("--short <name>", "short name, e.g. Parchim")
    .addOption(
      new Option(
        "--kind <kind>",
        "what the authority is; company: a municipal company, which needs --parent; installation: the bare host with the list of portals and the operator's pages",
      )
        .choices([
          "installation",
          "land",
          "kreis",
          "amt",
          "stadt",
          "gemeinde",
          "company",
        ])
        .makeOptionMandatory(),
    )
    .option(
      "--ars <ars>",
      "Regionalschlüssel, 12 digits, 9 for an Amt; none for the installation; of a company that of its parent unless given",
      "",
    )
    .option(
      "--host <label>",
      "left part of the host name, e.g. parchim; none for the installation",
      "",
    )
    .option("--parent <host>", "portal of the authority above, e.g. lup")
    .option(
      "--colour <hex>",
      "accent colour with enough contrast to white",
      "#1d4b8f",
    )
    .requiredOption("--street <street>", "address for Impressum and contact")
    .requiredOption("--postcode <postcode>", "five digits")
    .requiredOption("--town <town>", "town of the address")
    .requiredOption("--phone <phone>", "e.g. '03871 71-0'")
    .requiredOption("--email <email>", "public mail address of the authority")
    .action((options: Options) =>
      withServices((services) => add(services, options)),
    );
}

async function add(services: Services, options: Options): Promise<void> {
  const parent =
    options.parent === undefined
      ? undefined
      : await requirePortal(services, options.parent);
  const ofParent = options.kind === "company" ? (parent?.ars ?? "") : "";
  const { street, postcode, town, phone, email } = options;
  const result = await addTenant(enterInstallation(services), {
    parentTenantId: parent?.tenantId ?? null,
    kind: options.kind,
    ars: options.ars || ofParent,
    host: options.host,
    name: options.name,
    shortName: options.short,
    accentColour: options.colour,
    contact: {
      office: options.name,
      street,
      postcode,
      town,
      phone,
      email,
      openingTimes: [],
    },
  });
  if (!result.ok) throw explainRefusal(result.refusal);
  console.log(
    `${options.name} is there. Next: npm run portal -- staff add --portal ${options.host || "betrieb"} --help`,
  );
}
