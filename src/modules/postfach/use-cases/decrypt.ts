import type { Context } from "../../../platform/context/context.ts";

/** Text that was encrypted for one row. */
export async function decryptText(
  { cipher }: Context,
  sealed: Buffer,
  purpose: string,
): Promise<string> {
  return (await cipher.decrypt(sealed, purpose)).toString("utf8");
}
