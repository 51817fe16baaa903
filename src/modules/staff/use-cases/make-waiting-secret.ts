import { sealNewSecret } from "../../../platform/crypto/authenticator-app.ts";
import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import { totpPurpose } from "../domain/member.ts";
import { savePendingTotpSecret } from "../store/member-store.ts";

/** A new secret for the acting member that waits for its first code; one that waited before is worth nothing then. */
export async function makeWaitingSecret(context: Context): Promise<void> {
  const { actor, tenantId } = context;
  const encryptedSecret = await sealNewSecret(
    context.cipher,
    totpPurpose(actor.id),
  );
  await context.transaction(async (db) => {
    await savePendingTotpSecret(db, tenantId, {
      id: actor.id,
      encryptedSecret,
    });
    await recordAudit(context, db, {
      action: "staff.second-factor-started",
      subject: { kind: "staff", id: actor.id },
    });
  });
}
