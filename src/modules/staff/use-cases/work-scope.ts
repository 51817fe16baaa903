import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { Office, WorkScope } from "../domain/team.ts";
import { findScope, listTeamRows, listWorkers } from "../store/team-store.ts";

/** Whose work the caller does today, and which Leistungen are another team's alone. One statement. */
export function findWorkScope(context: Context): Promise<WorkScope> {
  const { tenantId, actor, now } = context;
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
