import { buffer } from "node:stream/consumers";
import { Command } from "commander";
import { takeReport, type TakenReport } from "../take-report.ts";
import { withServices } from "./with-services.ts";

/** `portal mail` */
export function mailCommand(): Command {
  return new Command("mail")
    .description("mails that the portals send")
    .addCommand(
      new Command("bounce")
        .description(
          "take the report of a mail server on a mail that did not arrive, from standard input; for the mail server that gets what is sent to b-…@ the portals' domain",
        )
        .option(
          "--to <address>",
          "address that the report was sent to; else its headers say so",
        )
        .action(bounce),
    );
}

/** Ends well whatever comes: a mail server would send a fault back to where the report came from. */
async function bounce({ to }: { readonly to?: string }): Promise<void> {
  const source = await buffer(process.stdin);
  const taken = await withServices((services) =>
    takeReport(services, { source, to }),
  );
  console.log(words[taken]);
}

const words: Readonly<Record<TakenReport, string>> = {
  noted: "Noted: the mail did not arrive.",
  known: "Known already.",
  "no-failure": "Ignored: it reports no failure.",
  "not-ours": "Ignored: it is not about a mail of this installation.",
};
