import { Command } from "commander";
import { listAllClients } from "../../modules/api/index.ts";
import { nameOfDestination } from "../../modules/delivery/index.ts";
import { confirmAccessReview, listAccess } from "../../modules/staff/index.ts";
import type { Context } from "../../platform/context/context.ts";
import { csvOf } from "../../platform/values/csv.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = { readonly portal: string; readonly doneBy?: string };

/** `portal staff review` */
export function accessReviewCommand(): Command {
  return new Command("review")
    .description(
      "print who may do what (CSV): people and programs, roles, teams, last use; with --done-by note in the audit log that it was looked through",
    )
    .requiredOption(
      "--portal <host>",
      "portal of the authority, e.g. schwerin; the installation's own is betrieb",
    )
    .option(
      "--done-by <email>",
      "who has looked through it: somebody of this portal who manages accesses or audits",
    )
    .action(review);
}

async function review({ portal, doneBy }: Options): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, portal);
    if (doneBy === undefined) {
      console.log(csvOf([head, ...(await rowsOf(context))]).trimEnd());
      return;
    }
    const noted = await confirmAccessReview(context, { reviewerLogin: doneBy });
    if (!noted.ok)
      throw new CommandError(
        `${doneBy} does not manage accesses or audit on "${portal}", or is locked out.`,
      );
    console.log("Noted in the audit log.");
  });
}

const head = [
  "kind",
  "name",
  "login or destination",
  "roles or scopes",
  "teams",
  "second factor",
  "state",
  "last use (UTC)",
  "restricted Leistungen",
  "look at",
];

async function rowsOf(context: Context): Promise<readonly string[][]> {
  const people = await listAccess(context);
  const programs = await listAllClients(context);
  if (!people.ok || !programs.ok) throw new CommandError("not permitted");
  const destinations = await Promise.all(
    programs.value.map(({ destinationId }) =>
      nameOfDestination(context, destinationId),
    ),
  );
  return [
    ...people.value.map((person) => [
      "person",
      person.displayName,
      person.login,
      person.roles.join(" "),
      person.teams.join("; "),
      person.hasSecondFactor ? "yes" : "no",
      person.state,
      dayOf(person.lastSignedInAt),
      person.restrictedLeistungen.join(" "),
      person.concerns.join(" "),
    ]),
    ...programs.value.map((program, index) => [
      "program",
      program.name,
      destinations[index] ?? program.destinationId,
      program.scopes.join(" "),
      "",
      "",
      "open",
      dayOf(program.lastUsedAt),
      "",
      program.lastUsedAt ? "" : "never-used",
    ]),
  ];
}

const dayOf = (moment: Date | undefined) =>
  moment?.toISOString().slice(0, 16) ?? "never";
