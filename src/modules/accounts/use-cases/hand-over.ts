import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes } from "../domain/identity.ts";
import { endOfSession } from "../domain/session.ts";
import {
  findHandOver,
  insertHandOver,
  takeHandOver,
  type FoundHandOver,
} from "../store/hand-over-store.ts";
import { actingAs } from "./acting-as.ts";
import { makeKnownDevice } from "./known-device.ts";
import { openSession, type SignedIn } from "./open-session.ts";

/** Long enough for a slow line, too short to be passed around. */
const passageMs = 2 * 60_000;

export type HandOverRequest = {
  readonly accountId: string;
  /** As in `AccountSession`. */
  readonly sessionId: string;
  readonly portalTenantId: string;
  /** Checked by the caller. */
  readonly returnPath: string;
};

/** A token that lets this session go on at another portal, once and soon. */
export async function beginHandOver(
  context: Context,
  { accountId, sessionId, portalTenantId, returnPath }: HandOverRequest,
): Promise<string> {
  const token = newSecretToken();
  await context.transaction((db) =>
    insertHandOver(db, context.tenantId, {
      tokenHash: hashSecretToken(token),
      accountId,
      sessionId: Buffer.from(sessionId, "hex"),
      portalTenantId,
      returnPath,
      expiresAt: new Date(context.now.getTime() + passageMs),
    }),
  );
  return token;
}

export type HandOverOnPortal = {
  readonly token: string;
  readonly portalTenantId: string;
};

/** Who would be signed in with the token on this portal; the person is asked before anything happens. */
export async function findHandOverName(
  context: Context,
  passage: HandOverOnPortal,
): Promise<string | undefined> {
  const found = await findOpen(context, passage);
  if (!found) return undefined;
  const name = await context.cipher.decrypt(
    found.display_name,
    purposes.displayName(found.account_id),
  );
  return name.toString();
}

/**
 * Opens a session on this portal like the one the token comes from: of the same level, and it ends no later. The one there stays. Whom it acts
 * for does not come along: that is chosen anew.
 */
export async function completeHandOver(
  context: Context,
  passage: HandOverOnPortal & { readonly device: string },
): Promise<
  Result<
    { readonly opened: SignedIn; readonly returnPath: string },
    { readonly kind: "not-valid" }
  >
> {
  const found = await findOpen(context, passage);
  if (!found) return refuse({ kind: "not-valid" });
  const { account_id: accountId } = found;
  return context.transaction(async (db) => {
    const isFirst = await takeHandOver(
      db,
      context.tenantId,
      hashSecretToken(passage.token),
    );
    if (!isFirst) return refuse({ kind: "not-valid" });
    const opened = await openSession(context, db, {
      accountId,
      portalTenantId: passage.portalTenantId,
      assuranceLevel: found.assurance_level,
      provider: found.provider,
      device: passage.device,
      beganAt: found.created_at,
    });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.handed-over",
      subject: { kind: "account", id: accountId },
    });
    // The same browser: it is known on the other portal already.
    const knownDevice = await makeKnownDevice(context, accountId);
    return ok({
      opened: { ...opened, knownDevice },
      returnPath: found.return_path,
    });
  });
}

async function findOpen(
  context: Context,
  { token, portalTenantId }: HandOverOnPortal,
): Promise<FoundHandOver | undefined> {
  if (!isSecretToken(token)) return undefined;
  const { now } = context;
  const found = await context.transaction((db) =>
    findHandOver(db, context.tenantId, {
      tokenHash: hashSecretToken(token),
      portalTenantId,
      now,
    }),
  );
  if (!found) return undefined;
  const end = endOfSession({
    assuranceLevel: found.assurance_level,
    createdAt: found.created_at,
    lastSeenAt: found.last_seen_at,
  });
  return end > now ? found : undefined;
}
