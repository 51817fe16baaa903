import type { Context } from "../../../platform/context/context.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { findEmailToken } from "../store/email-token-store.ts";

/** Whether a link of a mail still counts. It is a secret of 256 bits: to ask tells nobody anything. */
export async function isLinkOpen(
  context: Context,
  {
    token,
    purpose,
  }: { readonly token: string; readonly purpose: "confirm" | "reset" },
): Promise<boolean> {
  if (!isSecretToken(token)) return false;
  const { tenantId, now } = context;
  const link = { tokenHash: hashSecretToken(token), purpose, now };
  const owner = await context.read((db) => findEmailToken(db, tenantId, link));
  return owner !== undefined;
}
