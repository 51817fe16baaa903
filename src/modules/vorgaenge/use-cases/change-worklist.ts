import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import { formatQueueQuery, readQueueQuery } from "../domain/queue-query.ts";
import {
  columnsOf,
  faultOfViewName,
  mostViews,
  type ViewFault,
} from "../domain/queue-layout.ts";
import { saveLayout } from "../store/layout-store.ts";
import { deleteView, insertView } from "../store/view-store.ts";

export type SaveViewRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "too-many-views" }
  | { readonly kind: ViewFault };

/**
 * Keeps a list under a name for oneself, or, as who leads a team, for all of it. What the address asks beyond what a list knows is left out.
 */
export async function saveView(
  context: Context,
  input: {
    readonly name: string;
    readonly query: string;
    /** Empty: only for oneself. */
    readonly teamId: string;
  },
): Promise<Result<void, SaveViewRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  const name = input.name.trim();
  const fault = faultOfViewName(name);
  if (fault) return refuse({ kind: fault });
  const teamId = input.teamId === "" ? undefined : input.teamId;
  if (teamId !== undefined && !(await mayShare(context, teamId)))
    return refuse({ kind: "not-permitted" });
  const asked = readQueueQuery(new URLSearchParams(input.query));
  const view = {
    id: newId(now.getTime()),
    ownerId: actor.id,
    teamId,
    name,
    query: formatQueueQuery({ ...asked, after: undefined }),
  };
  return context.transaction(async (db) => {
    const kept = { ...view, createdAt: now, atMost: mostViews };
    if (!(await insertView(db, tenantId, kept)))
      return refuse({ kind: "too-many-views" });
    if (teamId !== undefined)
      await recordAudit(context, db, {
        action: "view.shared",
        subject: { kind: "view", id: view.id },
        details: { teamId },
      });
    return ok(undefined);
  });
}

async function mayShare(context: Context, teamId: string): Promise<boolean> {
  if (!context.actor.may("view.share")) return false;
  const { teamIds } = await findWorkScope(context);
  return teamIds.includes(teamId);
}

/** Removes a view of one's own; those of others stay. Idempotent. */
export async function removeView(context: Context, id: string): Promise<void> {
  if (!isId(id)) return;
  const view = { id, ownerId: context.actor.id };
  await context.transaction((db) => deleteView(db, context.tenantId, view));
}

/** Columns in the order wanted, and whether single keys do something. Words that are no column are left out. */
export async function changeLayout(
  context: Context,
  layout: {
    readonly columns: readonly string[];
    readonly hasShortcuts: boolean;
  },
): Promise<Result<void, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  await context.transaction((db) =>
    saveLayout(db, tenantId, {
      staffId: actor.id,
      columns: columnsOf(layout.columns),
      hasShortcuts: layout.hasShortcuts,
    }),
  );
  return ok(undefined);
}
