import type { Context } from "../../../platform/context/context.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { Authorities } from "../ports.ts";

/** Where what was sent lies, and its Postfach: with the authority the applicant sent it to, also after it was handed over. */
export type Home = { readonly context: Context; readonly submissionId: string };

/** The caller in the tenant that keeps what was sent. The caller has found the Vorgang in their own tenant. */
export function homeOf(
  context: Context,
  authorities: Authorities,
  { keptIn, submissionId }: Pick<Vorgang, "keptIn" | "submissionId">,
): Home {
  return {
    submissionId,
    context:
      keptIn === undefined ? context : authorities.contextIn(context, keptIn),
  };
}

/** A text as it was typed. Call it after the transaction: the first use of a tenant's key reads the database. */
export async function decryptText(
  { cipher }: Context,
  encrypted: Buffer,
  { purpose }: { readonly purpose: string },
): Promise<string> {
  return (await cipher.decrypt(encrypted, purpose)).toString("utf8");
}
