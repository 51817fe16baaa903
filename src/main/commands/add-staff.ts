import { Command } from "commander";
import { addStaff, staffRoles } from "../../modules/staff/index.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { enterPortal, withServices } from "./with-services.ts";

type Options = {
  readonly portal: string;
  readonly email: string;
  readonly name: string;
  readonly role: readonly string[];
};

/** `portal staff add` */
export function addStaffCommand(): Command {
  return new Command("add")
    .description(
      "add somebody who works with a portal; prints a one-time password",
    )
    .requiredOption(
      "--portal <host>",
      "portal of the authority, e.g. schwerin; the installation's own is betrieb",
    )
    .requiredOption("--email <email>", "name to sign in with")
    .requiredOption("--name <name>", "name that colleagues see")
    .option("--role <role...>", `any of ${staffRoles.join(", ")}`, [
      "caseworker",
    ])
    .action(add);
}

async function add({
  portal: host,
  email,
  name,
  role,
}: Options): Promise<void> {
  await withServices(async (services) => {
    const { portal, context } = await enterPortal(services, host);
    const result = await addStaff(context, {
      login: email,
      displayName: name,
      roles: role,
    });
    if (!result.ok) throw explainRefusal(result.refusal);
    console.log(`${name} can sign in at ${portal.name}.`);
    console.log(
      `One-time password (shown only here, to be changed at the first sign-in): ${String(result.value.oneTimePassword)}`,
    );
  });
}
