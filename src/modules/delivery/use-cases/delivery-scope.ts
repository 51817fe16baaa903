import type { Context } from "../../../platform/context/context.ts";
import { findWorkScope } from "../../staff/index.ts";

/** Leistungen whose deliveries the caller does not see: those that are another team's alone. None for who looks after all of them. */
export async function hiddenFrom(context: Context): Promise<readonly string[]> {
  if (context.actor.may("delivery.all")) return [];
  return (await findWorkScope(context)).hiddenSlugs;
}
