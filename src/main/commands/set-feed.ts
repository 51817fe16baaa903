import { Command } from "commander";
import { setFeed } from "../../modules/exchange/index.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = {
  readonly portal: string;
  readonly everyHours: string;
  readonly changes?: true;
};

/** `portal import feed` */
export function feedCommand(): Command {
  return new Command("feed")
    .description(
      "set the address that a portal fetches its Leistungen from (XZuFi or an index of such files); - ends it",
    )
    .argument("<address>", "https://… on a host that FEED_HOSTS names, or -")
    .requiredOption("--portal <name>", "portal that takes them in")
    .option("--every-hours <number>", "how often", "24")
    .option("--changes", "an index of numbered files with changes only")
    .action(run);
}

async function run(address: string, options: Options): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, options.portal);
    const set = await setFeed(
      context,
      {
        url: address === "-" ? "" : address,
        everyHours: Number(options.everyHours),
        mode: options.changes ? "delta" : "whole",
      },
      services.settings.feedHosts,
    );
    if (set.ok) {
      console.log(
        "Set. The worker fetches at once, and then as often as said.",
      );
      return;
    }
    const { refusal } = set;
    throw new CommandError(
      `Nothing was set: ${refusal.kind === "not-valid" ? refusal.fault : refusal.kind}.`,
    );
  });
}
