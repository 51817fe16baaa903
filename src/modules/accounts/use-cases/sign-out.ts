import type { Context } from "../../../platform/context/context.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { deleteSession } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";

/** Ends the session of this cookie, half-done ones too. A second time does nothing. */
export async function signOut(
  context: Context,
  token: string | undefined,
): Promise<void> {
  if (token === undefined || !isSecretToken(token)) return;
  await context.transaction(async (db) => {
    const accountId = await deleteSession(
      db,
      context.tenantId,
      hashSecretToken(token),
    );
    if (accountId === undefined) return;
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.signed-out",
      subject: { kind: "account", id: accountId },
    });
  });
}
