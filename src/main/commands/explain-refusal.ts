import type { SaveDestinationRefusal } from "../../modules/delivery/index.ts";
import { staffRoles, type AddStaffRefusal } from "../../modules/staff/index.ts";
import type { AddTenantRefusal } from "../../modules/tenants/index.ts";
import { CommandError } from "./command-error.ts";

type Refusal = AddTenantRefusal | AddStaffRefusal | SaveDestinationRefusal;

const cures: Readonly<Partial<Record<Refusal["kind"], string>>> = {
  "host-taken": "another portal has this --host; choose another label.",
  "ars-taken": "an authority with this --ars is there already.",
  "slug-taken": "an authority with this short address is there already.",
  "login-invalid":
    "--email must be a mail address, for example erika@schwerin.example.",
  "login-taken": "somebody signs in with this --email here already.",
  "name-missing": "--name must not be empty.",
  "role-unknown": `--role must be one of ${staffRoles.join(", ")}.`,
  "unknown-connector": "--connector must be one of those that --help lists.",
  "name-taken": "a destination of this portal has this --name already.",
};

/** Turns a refusal into what the person at the command line reads: its code, the cause and the cure. */
export function explainRefusal(refusal: Refusal): CommandError {
  if ("fields" in refusal) {
    const fields = refusal.fields.map((field) => {
      const reason = "reasons" in refusal ? refusal.reasons[field] : undefined;
      return reason === undefined ? field : `${field} (${reason})`;
    });
    return new CommandError(
      `Not added. Please check: ${fields.join(", ")}. What each must look like: --help`,
    );
  }
  const cure = cures[refusal.kind];
  return new CommandError(
    cure === undefined
      ? `Not added: ${refusal.kind}.`
      : `Not added (${refusal.kind}): ${cure}`,
  );
}
