import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import type { Authority } from "../domain/authority.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { Authorities } from "../exchange-ports.ts";
import { insertHandOver, listArrivals } from "../store/hand-over-store.ts";
import {
  endRequest,
  listOpinions,
  withdrawOpinion,
} from "../store/opinion-store.ts";
import { appendEvent } from "./append-event.ts";

/**
 * Ends a Vorgang at an authority because another one has it now: its last event, periods and questions with it, and open expert opinions are
 * taken back. In the transaction that gives it to the other; the caller has locked it.
 */
export async function giveAway(
  context: Context,
  db: Db,
  given: {
    readonly vorgang: Vorgang;
    readonly id: string;
    readonly to: Pick<Authority, "tenantId" | "name">;
    readonly encryptedNote: Buffer | undefined;
    readonly authorities: Authorities;
  },
): Promise<void> {
  const { vorgang, id, to, encryptedNote } = given;
  await takeBackOpinions(context, db, given);
  await appendEvent(context, db, {
    vorgang,
    happening: { step: { kind: "handed-over" }, encryptedNote },
  });
  await insertHandOver(db, context.tenantId, {
    id,
    vorgangId: vorgang.id,
    position: vorgang.lastPosition + 1,
    toTenantId: to.tenantId,
    toName: to.name,
    at: context.now,
  });
}

async function takeBackOpinions(
  context: Context,
  db: Db,
  {
    vorgang,
    authorities,
  }: { readonly vorgang: Vorgang; readonly authorities: Authorities },
): Promise<void> {
  const { tenantId, now: at } = context;
  for (const { id } of await listOpinions(db, tenantId, vorgang.id)) {
    const wanted = { id, vorgangId: vorgang.id, at };
    const opinion = await withdrawOpinion(db, tenantId, wanted);
    if (!opinion) continue;
    const { askedTenantId: other } = opinion;
    const there = authorities.contextIn(context, other);
    await asTenant(db, { own: tenantId, other }, async () => {
      await endRequest(db, other, { id, at });
      if (other !== tenantId)
        await recordAudit(there, db, {
          action: "opinion.taken-back",
          subject: { kind: "opinion", id },
        });
    });
    await recordAudit(context, db, {
      action: "vorgang.opinion-taken-back",
      subject: { kind: "vorgang", id: vorgang.id },
      details: { opinionId: id },
    });
  }
}

/** Where it has been, with the authority that gives it now as the last. */
export async function trailOf(
  db: Db,
  {
    tenantId,
    vorgangId,
    name,
  }: {
    readonly tenantId: string;
    readonly vorgangId: string;
    readonly name: string;
  },
): Promise<readonly string[]> {
  const arrivals = await listArrivals(db, tenantId, vorgangId);
  return [...(arrivals.at(-1)?.trail ?? []), name];
}
