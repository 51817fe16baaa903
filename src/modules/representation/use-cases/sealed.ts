import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { ActionDetails } from "../domain/action.ts";
import type { MandateDetails } from "../domain/mandate.ts";
import {
  tidyDetails,
  type OrganisationDetails,
} from "../domain/organisation.ts";

/** A value as it is stored: encrypted for this purpose and no other. */
export async function seal(
  context: Context,
  purpose: string,
  value: OrganisationDetails | MandateDetails | ActionDetails,
): Promise<Buffer> {
  return context.cipher.encrypt(Buffer.from(JSON.stringify(value)), purpose);
}

/** Details of an organisation as they were stored. */
export async function openOrganisation(
  context: Context,
  purpose: string,
  sealed: Buffer,
): Promise<OrganisationDetails> {
  const stored = z.record(z.string(), z.string());
  return tidyDetails(stored.parse(await open(context, purpose, sealed)));
}

const mandateDetails = z.object({
  scopeLabel: z.string(),
  personName: z.string().exactOptional(),
  personBirthday: z.string().exactOptional(),
  statement: z.string().exactOptional(),
});

/** Details of a mandate as they were stored. */
export async function openMandate(
  context: Context,
  purpose: string,
  sealed: Buffer,
): Promise<MandateDetails> {
  return mandateDetails.parse(await open(context, purpose, sealed));
}

const actionDetails = z.object({
  portalName: z.string(),
  leistung: z.string().exactOptional(),
  reference: z.string().exactOptional(),
});

/** Details of an action as they were stored. */
export async function openAction(
  context: Context,
  purpose: string,
  sealed: Buffer,
): Promise<ActionDetails> {
  return actionDetails.parse(await open(context, purpose, sealed));
}

async function open(
  context: Context,
  purpose: string,
  sealed: Buffer,
): Promise<unknown> {
  const text = await context.cipher.decrypt(sealed, purpose);
  return JSON.parse(text.toString("utf8"));
}
