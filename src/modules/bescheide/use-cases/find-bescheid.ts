import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Draft, Releaser } from "../domain/bescheid.ts";
import { purposes } from "../domain/bescheid.ts";
import type {
  SoughtBescheid,
  StoredBescheid,
} from "../store/bescheid-store.ts";

const draftSchema = z.object({
  addressee: z.string(),
  subject: z.string(),
  body: z.string(),
  remedy: z.string(),
});

/** What the caller may look for; undefined where they see no Bescheide at all, or the id is none. */
export async function soughtBy(
  context: Context,
  id: string,
): Promise<SoughtBescheid | undefined> {
  if (!context.actor.may("vorgang.read") || !isId(id)) return undefined;
  const { hiddenSlugs } = await findWorkScope(context);
  return { id, hiddenSlugs };
}

export function releaserOf({ actor }: Context): Releaser {
  return {
    id: actor.id,
    mayEdit: actor.may("vorgang.edit"),
    mayRelease: actor.may("bescheid.release"),
  };
}

export async function decryptDraft(
  { cipher }: Pick<Context, "cipher">,
  { id, encryptedDraft }: StoredBescheid,
): Promise<Draft> {
  const json = await cipher.decrypt(encryptedDraft, purposes.draft(id));
  return draftSchema.parse(JSON.parse(json.toString("utf8")));
}

export function encryptDraft(
  { cipher }: Pick<Context, "cipher">,
  id: string,
  { addressee, subject, body, remedy }: Draft,
): Promise<Buffer> {
  const json = JSON.stringify({ addressee, subject, body, remedy });
  return cipher.encrypt(Buffer.from(json), purposes.draft(id));
}
