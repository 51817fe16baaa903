import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { purposes } from "../domain/identity.ts";
import { clearParty, updateParty } from "../store/session-store.ts";
import type { Party } from "./find-account-session.ts";

/**
 * Makes a session act for somebody; undefined: for its owner again. Whoever calls has checked membership or mandate, and takes it back with
 * `stopActingFor` when that ends.
 */
export async function actFor(
  context: Context,
  db: Db,
  {
    sessionId,
    accountId,
    party,
  }: {
    /** As in `AccountSession`. */
    readonly sessionId: string;
    readonly accountId: string;
    readonly party: Party | undefined;
  },
): Promise<void> {
  await updateParty(db, context.tenantId, {
    sessionId: Buffer.from(sessionId, "hex"),
    accountId,
    party: party && {
      id: party.partyId,
      kind: party.kind,
      name: await context.cipher.encrypt(
        Buffer.from(party.name),
        purposes.partyName(party.partyId),
      ),
      may: party.may,
    },
  });
}

/** At once, on all portals: nobody, or not this account, acts for the party any more. */
export async function stopActingFor(
  context: Context,
  db: Db,
  party: { readonly partyId: string; readonly accountId?: string },
): Promise<void> {
  await clearParty(db, context.tenantId, party);
}
