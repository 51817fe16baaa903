import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { faultOfTeamName, type Team, type TeamFault } from "../domain/team.ts";
import {
  deleteTeamRow,
  listTeamRows,
  listWorkers,
  saveTeamRow,
} from "../store/team-store.ts";

export type ChangeTeamRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: TeamFault }
  | { readonly kind: "team-name-taken" };

/**
 * Adds a team, or changes one as a whole: name, members, Leistungen, offices. A Leistung belongs to one team; given to another it moves. Who
 * does not work on Vorgänge cannot be a member and is left out. Needs `staff.manage`.
 */
export async function saveTeam(
  context: Context,
  given: Omit<Team, "id"> & { readonly id: string | undefined },
): Promise<Result<{ readonly teamId: string }, ChangeTeamRefusal>> {
  const { tenantId, now } = context;
  if (!context.actor.may("staff.manage"))
    return refuse({ kind: "not-permitted" });
  const name = given.name.normalize("NFC").trim();
  const fault = faultOfTeamName(name);
  if (fault) return refuse({ kind: fault });
  return context.transaction(async (db) => {
    const teams = await listTeamRows(db, tenantId);
    if (given.id !== undefined && !teams.some(({ id }) => id === given.id))
      return refuse({ kind: "not-found" });
    const workers = await listWorkers(db, tenantId, germanDay(now));
    const team: Team = {
      ...given,
      id: given.id ?? newId(now.getTime()),
      name,
      memberIds: workers
        .map(({ staffId }) => staffId)
        .filter((id) => given.memberIds.includes(id)),
    };
    const isSaved = await saveTeamRow(db, tenantId, { team, now });
    if (!isSaved) return refuse({ kind: "team-name-taken" });
    await recordAudit(context, db, {
      action: given.id === undefined ? "team.added" : "team.changed",
      subject: { kind: "team", id: team.id },
      details: {
        members: team.memberIds.join(" "),
        leistungen: team.leistungen.map(({ slug }) => slug).join(" "),
        restricted: team.leistungen
          .filter(({ isRestricted }) => isRestricted)
          .map(({ slug }) => slug)
          .join(" "),
        offices: team.officeSlugs.join(" "),
      },
    });
    return ok({ teamId: team.id });
  });
}

/** Removes a team; its Leistungen and offices are the whole authority's again. Needs `staff.manage`. */
export async function removeTeam(
  context: Context,
  teamId: string,
): Promise<Result<void, ChangeTeamRefusal>> {
  const { tenantId } = context;
  if (!context.actor.may("staff.manage"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const teams = await listTeamRows(db, tenantId);
    if (!teams.some(({ id }) => id === teamId))
      return refuse({ kind: "not-found" });
    await deleteTeamRow(db, tenantId, teamId);
    await recordAudit(context, db, {
      action: "team.removed",
      subject: { kind: "team", id: teamId },
    });
    return ok(undefined);
  });
}
