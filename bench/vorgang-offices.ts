import { systemActor } from "../src/main/services.ts";
import { newId } from "../src/platform/values/id.ts";
import { asOwner } from "./drafts.ts";
import {
  generateVorgaenge,
  type Generated,
  type GeneratedOffice,
} from "./generate-vorgaenge.ts";
import type { Site } from "./site.ts";

/** How many Vorgänge over how many authorities; the measured one has a fifth of them. */
export type VorgangSize = {
  readonly count: number;
  readonly offices: number;
  /** How many of them the measured one has instead of a fifth. */
  readonly large?: number;
};

/** Fills the measured authority and its neighbours. */
export async function makeOffices(
  site: Site,
  { count, offices: number, large = Math.floor(count / 5) }: VorgangSize,
): Promise<Generated> {
  const { services, portal } = site;
  const contextOf = (tenantId: string) =>
    services.contextFor({ tenantId, actor: systemActor });
  const each = Math.floor((count - large) / (number - 1));
  const people = () => Array.from({ length: 20 }, () => newId());
  const staff = await asOwner<{ id: string }>(
    site,
    "select id from staff.member where tenant_id = current_setting('app.tenant_id')::uuid and 'caseworker' = any(roles) order by login",
  );
  const offices: GeneratedOffice[] = [
    {
      context: contextOf(portal.tenantId),
      count: large,
      staffIds: [...staff.rows.map(({ id }) => id), ...people()],
    },
    ...Array.from({ length: number - 1 }, () => ({
      context: contextOf(newId()),
      count: each,
      staffIds: people(),
    })),
  ];
  await makeTeam(site, staff.rows[0]?.id ?? "");
  return generateVorgaenge(site.address, offices, new Date());
}

export const teamId = "01900000-0000-7000-8000-0000000bea11";

async function makeTeam(site: Site, memberId: string): Promise<void> {
  await asOwner(
    site,
    "insert into staff.team (id, name, created_at) values ($1, 'Verkehr', now())",
    [teamId],
  );
  await asOwner(
    site,
    "insert into staff.team_member (team_id, member_id) values ($1, $2)",
    [teamId, memberId],
  );
  await asOwner(
    site,
    "insert into staff.team_leistung (leistung_slug, team_id, is_restricted) values ('bewohnerparkausweis', $1, false), ('brauchtumsfeuer', $1, false)",
    [teamId],
  );
}
