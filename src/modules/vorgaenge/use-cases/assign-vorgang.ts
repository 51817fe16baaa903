import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit, type AuditDetails } from "../../audit/index.ts";
import {
  findWorkScope,
  listOffice,
  mayBeGiven,
  onlyTeamOf,
  type Office,
} from "../../staff/index.ts";
import { isInVain, type Assignment } from "../domain/assignment.ts";
import { findVorgangForUpdate } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";

export type AssignVorgangInput = {
  readonly vorgangId: string;
  readonly assignment: Assignment;
  /** Number of the last event the caller saw. */
  readonly expectedPosition: number;
};

export type AssignVorgangRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** Somebody else was faster; nothing was overwritten. */
  | { readonly kind: "changed-meanwhile" }
  /** No such colleague or team, or one that may not see this Vorgang. */
  | { readonly kind: "assignee-unsuitable" };

/**
 * Gives a Vorgang to a colleague (or oneself), back to its team, or to another team. The applicant is told nothing, so it can be taken
 * back by the reverse. Idempotent: what is so already is done.
 */
export async function assignVorgang(
  context: Context,
  { vorgangId, assignment, expectedPosition }: AssignVorgangInput,
): Promise<Result<void, AssignVorgangRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  if (!isId(vorgangId)) return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  const office = await listOffice(context);
  return context.transaction(async (db) => {
    const wanted = { id: vorgangId, hiddenSlugs };
    const vorgang = await findVorgangForUpdate(db, tenantId, wanted);
    if (!vorgang) return refuse({ kind: "not-found" });
    if (isInVain(vorgang, assignment)) return ok(undefined);
    const isElsewhere = vorgang.handedTo !== undefined;
    if (isElsewhere || vorgang.lastPosition !== expectedPosition)
      return refuse({ kind: "changed-meanwhile" });
    if (!isSuitable(assignment, vorgang.leistungSlug, office))
      return refuse({ kind: "assignee-unsuitable" });
    await appendEvent(context, db, { vorgang, happening: { assignment } });
    await recordAudit(context, db, {
      action: `vorgang.${assignment.kind}`,
      subject: { kind: "vorgang", id: vorgang.id },
      details: detailsOf(assignment),
    });
    return ok(undefined);
  });
}

function detailsOf(assignment: Assignment): AuditDetails {
  const { kind: _kind, ...details } = assignment;
  return details;
}

/** Who gets it works here, and sees what is one team's alone only as one of that team. */
function isSuitable(
  assignment: Assignment,
  slug: string,
  office: Office,
): boolean {
  switch (assignment.kind) {
    case "unassigned":
      return true;
    case "moved-to-team": {
      const onlyTeam = onlyTeamOf(office.teams, slug);
      return (
        office.teams.some(({ id }) => id === assignment.teamId) &&
        (onlyTeam === undefined || onlyTeam.id === assignment.teamId)
      );
    }
    case "assigned":
      return mayBeGiven(office, { staffId: assignment.assigneeId, slug });
  }
}
