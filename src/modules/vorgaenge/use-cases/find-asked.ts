import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Authorities } from "../exchange-ports.ts";
import {
  findOpenRequest,
  findOpinionAskedOf,
  type RequestScope,
  type StoredOpinion,
} from "../store/opinion-store.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import { roleDetail } from "./role-detail.ts";

/** Whose requests the caller sees. */
export async function scopeOf(context: Context): Promise<RequestScope> {
  const { substitutedIds, teamIds } = await findWorkScope(context);
  return { staffIds: [context.actor.id, ...substitutedIds], teamIds };
}

const notFound = refuse({ kind: "not-found" } as const);

/** The only way from the asked authority to the asking one: by a request in its own list that is open and meant for the caller. */
export async function findAsked(
  context: Context,
  authorities: Authorities,
  wanted: {
    readonly id: string;
    /** As the logs name it; absent where nothing is shown. */
    readonly action?: string;
    readonly fileId?: string;
  },
) {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit") || !isId(wanted.id)) return notFound;
  const scope = await scopeOf(context);
  const authority = (await authorities.find(tenantId))?.name ?? "";
  const expert = { authority, ...roleDetail(actor) };
  return context.transaction(async (db) => {
    const sought = { id: wanted.id, scope };
    const request = await findOpenRequest(db, tenantId, sought);
    if (!request) return notFound;
    const other = request.fromTenantId;
    const there = authorities.contextIn(context, other);
    const found = await asTenant(db, { own: tenantId, other }, async () => {
      const opinion = await findOpinionAskedOf(db, other, {
        id: wanted.id,
        askedTenantId: tenantId,
      });
      const isShown =
        wanted.fileId === undefined ||
        opinion?.fileIds.includes(wanted.fileId) === true;
      if (!opinion || !isShown) return undefined;
      const vorgang = await vorgangAsked(db, other, opinion);
      if (!vorgang) return undefined;
      if (wanted.action !== undefined)
        await recordAudit(there, db, {
          action: `vorgang.${wanted.action}`,
          subject: { kind: "vorgang", id: vorgang.id },
          details: { ...expert, opinionId: wanted.id },
        });
      return { opinion, submissionId: vorgang.submissionId };
    });
    if (!found) return notFound;
    if (wanted.action !== undefined)
      await recordAudit(context, db, {
        action: `opinion.${wanted.action}`,
        subject: { kind: "opinion", id: wanted.id },
      });
    return ok({ request, there, ...found });
  });
}

/** The Vorgang that an opinion is about, in the authority that asks. */
export function vorgangAsked(
  db: Db,
  tenantId: string,
  { vorgangId }: StoredOpinion,
) {
  return findVorgang(db, tenantId, { id: vorgangId, hiddenSlugs: [] });
}
