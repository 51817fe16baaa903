import { createInterface } from "node:readline";
import { Command, InvalidArgumentError } from "commander";
import {
  elsewhereService,
  sendFromElsewhere,
} from "../../connectors/fit-connect/demo/elsewhere.ts";
import {
  startKeptService,
  type KeptService,
} from "../../connectors/fit-connect/demo/kept-service.ts";
import type {
  LocalCase,
  LocalService,
} from "../../connectors/fit-connect/demo/local-types.ts";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { demoDocument } from "../demo/document.ts";
import {
  demoServiceIdentifier,
  keptFile,
  setUpFitConnectDemo,
} from "../demo-fit-connect.ts";
import { CommandError } from "./command-error.ts";
import { withServices } from "./with-services.ts";

type Options = { readonly port?: number; readonly send: boolean };

/** `portal fit-connect-service` */
export function fitConnectServiceCommand(): Command {
  return new Command("fit-connect-service")
    .description(
      "run a delivery service of FIT-Connect on this machine, to try sending and receiving without an account; beside a running demo, never in production",
    )
    .option(
      "--port <number>",
      "port to listen on; otherwise the portal's plus 2",
      readPort,
    )
    .option("--no-send", "no application of the portal elsewhere at the start")
    .addHelpText("after", `\n${help}`)
    .action(run);
}

const help = `In a demo the portal of Grabow sends dog taxes to the Zustellpunkt of the county, which fetches them; an invented portal elsewhere sends an
application for Unterhaltsvorschuss. While the service runs it obeys words on its input:
  send             an application of the portal elsewhere
  list             what lies at the service
  accept <case>    as the county does by itself when its source is switched on
  reject <case>    with a problem
  fail <status>    the next call is answered so, such as 503 or 429
  advance <days>   time goes by: after 14 days what nobody fetched is rejected
  quit`;

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError("a port is a number from 1 to 65535.");
}

async function run({ port, send }: Options): Promise<void> {
  const settings = settingsOfProcess();
  if (settings.environment === "production")
    throw new CommandError(
      "This service has keys that nobody vouches for, and is not run in production (NODE_ENV).",
    );
  const kept = await startKeptService(keptFile(settings), {
    port: port ?? settings.port + 2,
    serviceIdentifier: demoServiceIdentifier,
    more: [elsewhereService],
  });
  const pdf = await withServices(async (services) => {
    const isDemo = await setUpFitConnectDemo(services, kept.service);
    console.log(
      isDemo
        ? "Grabow sends dog taxes to it, and the county fetches them (Verwaltung, Ziele and Andere Portale)."
        : "The portals of the demo are not here; set up a destination and a source by the pages.",
    );
    return demoDocument(services.pdf);
  });
  await kept.keep();
  console.log(
    `FIT-Connect on this machine: ${kept.service.url}, Zustellpunkt ${kept.service.destinationId}\n\n${help}`,
  );
  const keeping = setInterval(() => void kept.keep(), 2_000);
  if (send) await obey(kept, ["send"], pdf);
  for await (const line of createInterface({ input: process.stdin })) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "quit") break;
    await obey(kept, words, pdf);
  }
  clearInterval(keeping);
  await kept.keep();
  await kept.service.stop();
}

/** Does what one line says and remembers it. What it does not understand it says. */
async function obey(
  kept: KeptService,
  [verb = "", word = ""]: readonly string[],
  pdf: Buffer,
): Promise<void> {
  try {
    await deed(kept.service, { verb, word, pdf });
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
  }
  await kept.keep();
}

async function deed(
  service: LocalService,
  { verb, word, pdf }: { verb: string; word: string; pdf: Buffer },
): Promise<void> {
  switch (verb) {
    case "send": {
      const sent = await sendFromElsewhere(service, { now: new Date(), pdf });
      console.log(
        `Sent from elsewhere: ${sent.reference}, case ${sent.caseId}`,
      );
      return;
    }
    case "list":
      for (const one of service.cases.values()) console.log(lineOf(one));
      return;
    case "accept":
      return service.say("accept-submission", { caseId: word });
    case "reject":
      return service.say("reject-submission", {
        caseId: word,
        content: { problems: [problem] },
      });
    case "fail":
      service.faults.push({ on: /./, then: { status: Number(word) } });
      return;
    case "advance":
      return service.advance(Number(word) * 86_400_000);
    default:
      console.log(help);
  }
}

const problem = {
  type: "https://schema.fitko.de/fit-connect/events/problems/schema-violation",
  title: "Schema-Verletzung",
  detail: "Zum Ausprobieren zurückgewiesen",
  instance: "data",
};

function lineOf({ caseId, submission, log, isOver }: LocalCase): string {
  const state = isOver ? "answered" : submission ? "waits" : "incomplete";
  return `${caseId}  ${state}  ${String(log.length)} events`;
}
