import { Command } from "commander";
import {
  findDestinations,
  indexConnectors,
} from "../../modules/delivery/index.ts";
import { createConnectors } from "../delivery-ports.ts";
import { CommandError } from "./command-error.ts";
import { systemActor } from "../services.ts";
import { withServices } from "./with-services.ts";

type Options = {
  readonly leika: string;
  readonly ars: string;
  readonly routingApi?: string;
  readonly signer?: string;
  readonly submissionApi?: string;
};

/** `portal destination find` */
export function findDestinationCommand(): Command {
  return new Command("find")
    .description(
      "ask the routing service of FIT-Connect which authority takes a service for a place, and check the signature of the answer",
    )
    .requiredOption("--leika <key>", "Leistungsschlüssel, 14 digits")
    .requiredOption(
      "--ars <key>",
      "Regionalschlüssel of the place, 2 to 12 digits",
    )
    .option("--routing-api <url>", "otherwise that of production")
    .option(
      "--signer <url>",
      "self-service portal that signs, otherwise that of production",
    )
    .option("--submission-api <url>", "otherwise that of production")
    .addHelpText(
      "after",
      "\nExample:\n  npm run portal -- destination find --leika 99102013104000 --ars 130765654049",
    )
    .action(find);
}

async function find(options: Options): Promise<void> {
  const { leika: leikaKey, ars } = options;
  const query = {
    leikaKey,
    ars,
    ...(options.routingApi && { routingApiUrl: options.routingApi }),
    ...(options.signer && { signerUrl: options.signer }),
    ...(options.submissionApi && { submissionApiUrl: options.submissionApi }),
  };
  await withServices(async (services) => {
    const found = await findDestinations(
      { actor: systemActor },
      { connectorKey: "fit-connect", query },
      indexConnectors(createConnectors(services)),
    );
    if (!found.ok)
      throw new CommandError(
        `These do not fit: ${found.refusal.kind === "query-invalid" ? found.refusal.fields.join(", ") : found.refusal.kind}. --leika needs 14 digits and begins with 99; --ars needs 2, 3, 5, 9 or 12 digits.`,
      );
    if (found.value.kind === "unavailable")
      throw new CommandError(
        `The routing service did not answer as it should (${found.value.cause}).`,
      );
    if (found.value.destinations.length === 0)
      console.log("Nobody is registered for this service and this place.");
    for (const { name, lines, fault, options: known } of found.value
      .destinations)
      console.log(
        [
          name,
          ...lines,
          fault === undefined
            ? `Signature checked. Options: ${Object.entries(known)
                .map(([key, value]) => `${key}=${value}`)
                .join(" ")}`
            : `DO NOT USE: ${fault}`,
        ].join("\n  "),
      );
  });
}
