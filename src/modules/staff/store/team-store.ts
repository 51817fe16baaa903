import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { permissionsOf, roles } from "../domain/roles.ts";
import type { Absence, Colleague, Team, WorkScope } from "../domain/team.ts";
import type { StaffTables } from "./tables.ts";

/** Whose work somebody does on a day, in one statement. */
export async function findScope(
  db: Db,
  tenantId: string,
  { staffId, day }: { readonly staffId: string; readonly day: string },
): Promise<WorkScope> {
  const { rows } = await sql<{
    substituted: string[];
    teams: string[];
    hidden: string[];
    hidden_offices: string[];
  }>`
    with away as materialized (
      select member_id from staff.absence
      where tenant_id = ${tenantId} and substitute_id = ${staffId} and ${day}::date between from_day and until_day
    ), mine as materialized (
      select distinct team_id from staff.team_member
      where tenant_id = ${tenantId} and (member_id = ${staffId} or member_id in (select member_id from away))
    )
    select
      array(select distinct member_id::text from away) as substituted,
      array(select team_id::text from mine) as teams,
      array(select leistung_slug from staff.team_leistung
        where tenant_id = ${tenantId} and is_restricted and team_id not in (select team_id from mine)) as hidden,
      array(select office_slug from staff.team_office where tenant_id = ${tenantId}
        except select office_slug from staff.team_office
        where tenant_id = ${tenantId} and team_id in (select team_id from mine)) as hidden_offices
  `.execute(db);
  const [row] = rows;
  return {
    teamIds: row?.teams ?? [],
    substitutedIds: row?.substituted ?? [],
    hiddenSlugs: row?.hidden ?? [],
    hiddenOfficeSlugs: row?.hidden_offices ?? [],
  };
}

const workingRoles = roles.filter((role) =>
  permissionsOf([role]).includes("vorgang.edit"),
);

/** Everybody who may work on Vorgänge, by name, with their teams and who substitutes them on a day. */
export async function listWorkers(
  db: Db,
  tenantId: string,
  day: string,
): Promise<Colleague[]> {
  const { rows } = await sql<{
    id: string;
    display_name: string;
    teams: string[];
    substitute_id: string | null;
  }>`
    select id, display_name,
      array(select team_id::text from staff.team_member
        where tenant_id = ${tenantId} and member_id = member.id) as teams,
      (select substitute_id from staff.absence
        where tenant_id = ${tenantId} and member_id = member.id and ${day}::date between from_day and until_day
        order by from_day limit 1) as substitute_id
    from staff.member
    where tenant_id = ${tenantId} and disabled_at is null and roles && ${workingRoles}::text[]
    order by display_name, id
  `.execute(db);
  return rows.map((row) => ({
    staffId: row.id,
    displayName: row.display_name,
    teamIds: row.teams,
    substituteId: row.substitute_id ?? undefined,
  }));
}

/** E-mail address and roles of everybody who may work on Vorgänge. */
export async function listWorkerRoles(
  db: Db,
  tenantId: string,
): Promise<{ id: string; login: string; leads: boolean }[]> {
  const { rows } = await sql<{ id: string; login: string; leads: boolean }>`
    select id, login, 'team-lead' = any(roles) as leads from staff.member
    where tenant_id = ${tenantId} and disabled_at is null and roles && ${workingRoles}::text[]
    order by id
  `.execute(db);
  return rows;
}

/** All teams of a tenant, by name. */
export async function listTeamRows(db: Db, tenantId: string): Promise<Team[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    members: string[];
    leistungen: { slug: string; isRestricted: boolean }[];
    offices: string[];
  }>`
    select id, name,
      array(select member_id::text from staff.team_member
        where tenant_id = ${tenantId} and team_id = team.id) as members,
      coalesce((select jsonb_agg(jsonb_build_object('slug', leistung_slug, 'isRestricted', is_restricted) order by leistung_slug)
        from staff.team_leistung where tenant_id = ${tenantId} and team_id = team.id), '[]') as leistungen,
      array(select office_slug from staff.team_office
        where tenant_id = ${tenantId} and team_id = team.id order by office_slug) as offices
    from staff.team where tenant_id = ${tenantId} order by name, id
  `.execute(db);
  return rows.map(({ id, name, members, leistungen, offices }) => ({
    id,
    name,
    memberIds: members,
    leistungen,
    officeSlugs: offices,
  }));
}

/** Writes a team as a whole. A Leistung that was another team's is this one's now. False when another team has the name. */
export async function saveTeamRow(
  db: Db,
  tenantId: string,
  { team, now }: { readonly team: Team; readonly now: Date },
): Promise<boolean> {
  const tables = db.$extendTables<StaffTables>();
  const taken = await tables
    .selectFrom("staff.team")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("name", "=", team.name)
    .where("id", "!=", team.id)
    .executeTakeFirst();
  if (taken) return false;
  await tables
    .insertInto("staff.team")
    .values({
      tenant_id: tenantId,
      id: team.id,
      name: team.name,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet({ name: team.name }),
    )
    .execute();
  await replaceMembers(db, tenantId, team);
  await replaceLeistungen(db, tenantId, team);
  await replaceOffices(db, tenantId, team);
  return true;
}

async function replaceOffices(
  db: Db,
  tenantId: string,
  { id, officeSlugs }: Team,
): Promise<void> {
  const tables = db.$extendTables<StaffTables>();
  await tables
    .deleteFrom("staff.team_office")
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", id)
    .execute();
  if (officeSlugs.length === 0) return;
  await tables
    .insertInto("staff.team_office")
    .values(
      officeSlugs.map((officeSlug) => ({
        tenant_id: tenantId,
        team_id: id,
        office_slug: officeSlug,
      })),
    )
    .execute();
}

async function replaceMembers(
  db: Db,
  tenantId: string,
  { id, memberIds }: Team,
): Promise<void> {
  const tables = db.$extendTables<StaffTables>();
  await tables
    .deleteFrom("staff.team_member")
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", id)
    .execute();
  if (memberIds.length === 0) return;
  await tables
    .insertInto("staff.team_member")
    .values(
      memberIds.map((memberId) => ({
        tenant_id: tenantId,
        team_id: id,
        member_id: memberId,
      })),
    )
    .execute();
}

async function replaceLeistungen(
  db: Db,
  tenantId: string,
  { id, leistungen }: Team,
): Promise<void> {
  const tables = db.$extendTables<StaffTables>();
  await tables
    .deleteFrom("staff.team_leistung")
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", id)
    .execute();
  for (const { slug, isRestricted } of leistungen) {
    const row = { team_id: id, is_restricted: isRestricted };
    await tables
      .insertInto("staff.team_leistung")
      .values({ tenant_id: tenantId, leistung_slug: slug, ...row })
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "leistung_slug"]).doUpdateSet(row),
      )
      .execute();
  }
}

export async function deleteTeamRow(
  db: Db,
  tenantId: string,
  teamId: string,
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.team")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", teamId)
    .execute();
}

/** Absences of somebody that are not over on a day, the next first. */
export async function listAbsences(
  db: Db,
  tenantId: string,
  { staffId, day }: { readonly staffId: string; readonly day: string },
): Promise<Absence[]> {
  const { rows } = await sql<{
    id: string;
    substitute_id: string;
    from_day: string;
    until_day: string;
  }>`
    select id, substitute_id, to_char(from_day, 'YYYY-MM-DD') as from_day, to_char(until_day, 'YYYY-MM-DD') as until_day
    from staff.absence
    where tenant_id = ${tenantId} and member_id = ${staffId} and until_day >= ${day}::date
    order by from_day, id
  `.execute(db);
  return rows.map((row) => ({
    id: row.id,
    substituteId: row.substitute_id,
    fromDay: row.from_day,
    untilDay: row.until_day,
  }));
}

export async function insertAbsence(
  db: Db,
  tenantId: string,
  { absence, staffId }: { readonly absence: Absence; readonly staffId: string },
): Promise<void> {
  await sql`
    insert into staff.absence (tenant_id, id, member_id, substitute_id, from_day, until_day)
    values (${tenantId}, ${absence.id}, ${staffId}, ${absence.substituteId}, ${absence.fromDay}::date, ${absence.untilDay}::date)
  `.execute(db);
}

/** False when it is not this member's, or not there. */
export async function deleteAbsence(
  db: Db,
  tenantId: string,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<boolean> {
  const deleted = await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.absence")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("member_id", "=", staffId)
    .returning("id")
    .executeTakeFirst();
  return deleted !== undefined;
}
