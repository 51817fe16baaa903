import type { Context } from "../../../platform/context/context.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { deleteSession } from "../store/session-store.ts";
import { actingAs } from "./open-session.ts";

/** Ends the session of this cookie. A second time does nothing. */
export async function signOut(
  context: Context,
  token: string | undefined,
): Promise<void> {
  if (token === undefined || !isSecretToken(token)) return;
  await context.transaction(async (db) => {
    const memberId = await deleteSession(
      db,
      context.tenantId,
      hashSecretToken(token),
    );
    if (memberId === undefined) return;
    await recordAudit(actingAs(context, memberId), db, {
      action: "staff.signed-out",
      subject: { kind: "staff", id: memberId },
    });
  });
}
