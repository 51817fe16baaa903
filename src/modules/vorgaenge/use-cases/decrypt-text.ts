import type { Context } from "../../../platform/context/context.ts";

/** A text as it was typed. Call it after the transaction: the first use of a tenant's key reads the database. */
export async function decryptText(
  { cipher }: Context,
  encrypted: Buffer,
  { purpose }: { readonly purpose: string },
): Promise<string> {
  return (await cipher.decrypt(encrypted, purpose)).toString("utf8");
}
