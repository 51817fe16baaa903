import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { DeliveryState } from "../domain/next-step.ts";

/** How a destination is: `disturbed`, it does not answer, and one canary is sent from time to time. */
export type Condition = "normal" | "disturbed" | "paused" | "off";

export type DestinationOverview = {
  readonly destinationId: string;
  readonly name: string;
  readonly connectorKey: string;
  readonly condition: Condition;
  /** Of a disturbed one: when it is tried again. */
  readonly openUntil: Date | undefined;
  /** When something it is reached with ends, such as a certificate. */
  readonly expiresAt: Date | undefined;
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
};

/** All destinations of a tenant by name, with what lies at each. */
export async function listOverviews(
  db: Db,
  tenantId: string,
): Promise<readonly DestinationOverview[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    connector_key: string;
    condition: Condition;
    open_until: Date | null;
    expires_at: Date | null;
    counts: Record<string, number> | null;
  }>`
    select id, name, connector_key, open_until, expires_at,
      case when not enabled then 'off' when paused_at is not null then 'paused' when open_until is not null then 'disturbed'
        else 'normal' end as condition,
      (select jsonb_object_agg(state, count) from (
        select state, count(*) as count from delivery.delivery
        where tenant_id = ${tenantId} and destination_id = destination.id group by state
      ) counted) as counts
    from delivery.destination where tenant_id = ${tenantId} order by name
  `.execute(db);
  return rows.map((row) => ({
    destinationId: row.id,
    name: row.name,
    connectorKey: row.connector_key,
    condition: row.condition,
    openUntil: row.open_until ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    counts: row.counts ?? {},
  }));
}

/** One day of a plot: what of that day's came and waits still, and what went out or failed on it. */
export type TallyDay = {
  /** Such as `2026-03-01`. */
  readonly day: string;
  readonly delivered: number;
  readonly failed: number;
  readonly waiting: number;
};

export type Tally = {
  readonly days: readonly TallyDay[];
  /** Undefined: never yet. */
  readonly countedAt: Date | undefined;
};

/** Counts by day, of one tenant, or without one of the whole installation. */
export async function readTally(
  db: Db,
  tenantId: string | undefined,
): Promise<Tally> {
  const { rows } = await sql<TallyDay & { counted_at: Date }>`
    select to_char(tally.day, 'YYYY-MM-DD') as day, delivered, failed, waiting, counted_at
    from (
      select day, sum(delivered)::int as delivered, sum(failed)::int as failed, sum(waiting)::int as waiting, min(counted_at) as counted_at
      from delivery.tally
      where ${tenantId === undefined ? sql`true` : sql`tenant_id = ${tenantId}`}
      group by day order by day desc limit 14
    ) tally
    order by tally.day desc
  `.execute(db);
  return { days: rows.toReversed(), countedAt: rows[0]?.counted_at };
}

/** A destination of any tenant, without content. */
export type InstalledDestination = {
  readonly tenantId: string;
  readonly destinationId: string;
  readonly name: string;
  readonly delivered: number;
  readonly failed: number;
  /** This moment. */
  readonly waiting: number;
  readonly isHeld: boolean;
};

/** Those of the whole installation that need looking at first: held, then by what waits and failed. */
export async function listInstalled(
  db: Db,
  limit: number,
): Promise<readonly InstalledDestination[]> {
  const { rows } = await sql<InstalledDestination>`
    select tally.*, coalesce(waiting.count, 0)::int as waiting, coalesce(channel.held_until > now(), false) as "isHeld"
    from (
      select tenant_id as "tenantId", destination_id as "destinationId", max(destination_name) as name,
        sum(delivered)::int as delivered, sum(failed)::int as failed
      from delivery.tally group by tenant_id, destination_id
    ) tally
    left join jobs.channel on channel.channel = tally."destinationId"::text
    left join (
      select channel, count(*) from jobs.job where state = 'waiting' and channel is not null group by channel
    ) waiting on waiting.channel = channel.channel
    order by "isHeld" desc, waiting desc, failed desc, name limit ${limit}
  `.execute(db);
  return rows;
}

/** One line of a delivery's log. */
export type LoggedAttempt = {
  readonly number: number;
  readonly startedAt: Date;
  /** Undefined: it is being tried, or its worker was lost. */
  readonly outcome:
    | "delivered"
    | "accepted"
    | "rejected"
    | "unavailable"
    | undefined;
  readonly reason: string | undefined;
};

/** The newest attempts of a delivery, newest first. */
export async function listAttempts(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<readonly LoggedAttempt[]> {
  const { rows } = await sql<{
    number: number;
    started_at: Date;
    outcome: Exclude<LoggedAttempt["outcome"], undefined> | null;
    reason: string | null;
  }>`
    select number, started_at, outcome, reason from delivery.attempt
    where tenant_id = ${tenantId} and delivery_id = ${deliveryId} order by number desc limit 100
  `.execute(db);
  return rows.map((row) => ({
    number: row.number,
    startedAt: row.started_at,
    outcome: row.outcome ?? undefined,
    reason: row.reason ?? undefined,
  }));
}
