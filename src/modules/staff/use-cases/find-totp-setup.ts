import {
  readAppSetup,
  type AppSetup,
} from "../../../platform/crypto/authenticator-app.ts";
import type { Context } from "../../../platform/context/context.ts";
import { totpPurpose } from "../domain/member.ts";
import { findMember } from "../store/member-store.ts";

/** The secret that waits to be scanned; undefined when none was started. `issuer` is what the app shows above the code. */
export async function findTotpSetup(
  context: Context,
  issuer: string,
): Promise<AppSetup | undefined> {
  const { actor, tenantId } = context;
  if (actor.kind !== "staff") return undefined;
  const member = await context.transaction((db) =>
    findMember(db, tenantId, actor.id),
  );
  if (!member?.totpPendingSecret) return undefined;
  return readAppSetup(
    context.cipher,
    { sealed: member.totpPendingSecret, purpose: totpPurpose(member.id) },
    { issuer, account: member.login },
  );
}
