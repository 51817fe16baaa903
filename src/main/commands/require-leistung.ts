import { findLeistungBySlug } from "../../modules/catalogue/index.ts";
import type { Context } from "../../platform/context/context.ts";
import { CommandError } from "./command-error.ts";

/** Refuses the command when the context's portal has no such service, before anything is written. */
export async function requireLeistung(
  context: Context,
  slug: string,
): Promise<void> {
  if (await findLeistungBySlug(context, slug)) return;
  throw new CommandError(
    `This portal has no service "${slug}"; nothing was changed. Its name is the last part of its address, as in /leistungen/bewohnerparkausweis.`,
  );
}
