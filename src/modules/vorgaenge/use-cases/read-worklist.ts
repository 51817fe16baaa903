import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { findWorkScope, listOffice, type Team } from "../../staff/index.ts";
import {
  usualLayout,
  type QueueLayout,
  type SavedView,
} from "../domain/queue-layout.ts";
import { findLayout } from "../store/layout-store.ts";
import { listViews } from "../store/view-store.ts";

export type Worklist = {
  readonly layout: QueueLayout;
  readonly views: readonly SavedView[];
  readonly teams: readonly Team[];
  readonly ownTeamIds: readonly string[];
};

/** How the caller has set up their list. */
export async function readWorklist(
  context: Context,
): Promise<Result<Worklist, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  const [{ teams }, { teamIds }] = await Promise.all([
    listOffice(context),
    findWorkScope(context),
  ]);
  const [layout = usualLayout, views] = await context.read((db) =>
    Promise.all([
      findLayout(db, tenantId, actor.id),
      listViews(db, tenantId, { staffId: actor.id, teamIds }),
    ]),
  );
  return ok({ layout, views, teams, ownTeamIds: teamIds });
}
