import type { Context } from "../../../platform/context/context.ts";

type Asked = Pick<Context, "actor">;

/** May look at the tenant's forms as their editors do. */
export function mayReadForms({ actor }: Asked): boolean {
  return actor.kind === "system" || actor.may("forms.read");
}

/** May import and refine forms. */
export function mayEditForms({ actor }: Asked): boolean {
  return actor.kind === "system" || actor.may("forms.edit");
}

/** May decide which form the tenant's applicants fill in. */
export function mayPublishForms({ actor }: Asked): boolean {
  return actor.kind === "system" || actor.may("forms.publish");
}
