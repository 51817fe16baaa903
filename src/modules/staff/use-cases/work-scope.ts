import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { Duty, Office, WorkScope } from "../domain/team.ts";
import {
  findScope,
  listTeamRows,
  listWorkerRoles,
  listWorkers,
} from "../store/team-store.ts";

/** Of no team, and kept from nothing: teams divide the work of people. */
const wholeScope: WorkScope = {
  teamIds: [],
  substitutedIds: [],
  hiddenSlugs: [],
  hiddenOfficeSlugs: [],
};

/** Whose work the caller does today, and which Leistungen are another team's alone. One statement. */
export function findWorkScope(context: Context): Promise<WorkScope> {
  const { tenantId, actor, now } = context;
  if (actor.kind === "system") return Promise.resolve(wholeScope);
  return context.read((db) =>
    findScope(db, tenantId, { staffId: actor.id, day: germanDay(now) }),
  );
}

/** Who works on Vorgänge here and in which teams, for pages of colleagues. One round trip. */
export async function listOffice(context: Context): Promise<Office> {
  const { tenantId, now } = context;
  const [colleagues, teams] = await context.read((db) =>
    Promise.all([
      listWorkers(db, tenantId, germanDay(now)),
      listTeamRows(db, tenantId),
    ]),
  );
  return { colleagues, teams };
}

/** Who works on Vorgänge here, how to reach them and what comes to them. For jobs that tell them; one round trip. */
export async function listDuties(context: Context): Promise<Duty[]> {
  const { tenantId, now } = context;
  const [colleagues, teams, roles] = await context.read((db) =>
    Promise.all([
      listWorkers(db, tenantId, germanDay(now)),
      listTeamRows(db, tenantId),
      listWorkerRoles(db, tenantId),
    ]),
  );
  const byId = new Map(roles.map((row) => [row.id, row]));
  return colleagues.flatMap(({ staffId, teamIds, substituteId }) => {
    const row = byId.get(staffId);
    if (!row) return [];
    const leistungSlugs = teams
      .filter(({ id }) => teamIds.includes(id))
      .flatMap(({ leistungen }) => leistungen.map(({ slug }) => slug));
    const { login: email, leads } = row;
    return [{ staffId, email, teamIds, leistungSlugs, leads, substituteId }];
  });
}
