import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { actFor } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import { citizenIn } from "./citizen.ts";
import { purposes } from "../domain/purposes.ts";
import { insertAction } from "../store/action-store.ts";
import { readRepresentations } from "./list-representations.ts";
import { seal } from "./sealed.ts";

export type SwitchPartyRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" };

/** From now on this session acts for somebody; undefined: for its owner again. Checked against what is stored now; both sides see it in their log. */
export async function switchParty(
  context: Context,
  {
    sessionId,
    partyId,
    portalName,
  }: {
    readonly sessionId: string;
    readonly partyId: string | undefined;
    readonly portalName: string;
  },
): Promise<Result<void, SwitchPartyRefusal>> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return refuse({ kind: "not-permitted" });
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    if (partyId === undefined) {
      await actFor(context, db, { sessionId, accountId, party: undefined });
      return ok(undefined);
    }
    const [found] = await readRepresentations(context, db, {
      accountId,
      partyId,
    });
    if (!found) return refuse({ kind: "not-found" });
    await actFor(context, db, { sessionId, accountId, party: found.party });
    const id = newId();
    await insertAction(db, tenantId, {
      id,
      partyId,
      accountId,
      kind: "acting-began",
      details: await seal(context, purposes.action(id), { portalName }),
      at: now,
    });
    await recordAudit(context, db, {
      action: "representation.acting-began",
      subject: { kind: "party", id: partyId },
      details: { basis: found.basis },
    });
    return ok(undefined);
  });
}
