import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Claim, ClaimedJob } from "./job-store.ts";

export type ChannelSetting = {
  readonly channel: string;
  /** How many of its jobs run at the same time. */
  readonly slots: number;
  /** None of its jobs starts before; `open`: at once, `closed`: not until this is set again. */
  readonly heldUntil: Date | "open" | "closed";
};

const mostSlots = 8;

/**
 * Makes the channel or changes it, in the caller's transaction. What runs in it already is left alone. Idempotent. Slots are written once:
 * those in use are changed by the transaction of a job, and another insert would wait for its end.
 */
export async function setChannel(
  db: Db,
  { channel, slots, heldUntil }: ChannelSetting,
): Promise<void> {
  const until =
    heldUntil === "open"
      ? "-infinity"
      : heldUntil === "closed"
        ? "infinity"
        : heldUntil.toISOString();
  await sql`
    with changed as (
      insert into jobs.channel (channel, slots, held_until) values (${channel}, ${slots}, ${until}::timestamptz)
      on conflict (channel) do update set slots = excluded.slots, held_until = excluded.held_until
      returning channel
    )
    insert into jobs.slot (channel, number) select channel, generate_series(1, ${mostSlots}::integer) from changed
    where not exists (select from jobs.slot slot where slot.channel = changed.channel)
    on conflict (channel, number) do nothing
  `.execute(db);
}

/** How many channels are tried in a row before the worker rests. */
const tried = 32;

/**
 * Channels with a job that is due, the least recently served first. However many jobs wait in a channel, it costs the same few looks
 * into the index: `queued` leaps from one channel to the next.
 */
export async function listDueChannels(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ channel: string }>`
    with recursive queued (channel) as (
      (select channel from jobs.job where state = 'waiting' and channel is not null order by channel limit 1)
      union all
      select (
        select next.channel from jobs.job next
        where next.state = 'waiting' and next.channel > queued.channel order by next.channel limit 1
      )
      from queued where queued.channel is not null
    )
    select channel.channel from queued join jobs.channel using (channel)
    where channel.held_until <= now()
      and (
        select due.run_at from jobs.job due
        where due.state = 'waiting' and due.channel = channel.channel order by due.run_at limit 1
      ) <= now()
    order by (select min(served_at) from jobs.slot where slot.channel = channel.channel and slot.number <= channel.slots)
    limit ${tried}
  `.execute(db);
  return rows.map(({ channel }) => channel);
}

/**
 * The next job of a channel that is due, if one of its slots is free. Both are locked for as long as the caller's transaction lives:
 * a killed worker's transaction ends, and both are free.
 */
export async function claimJobOfChannel(
  db: Db,
  channel: string,
  { names, except }: Claim,
): Promise<ClaimedJob | undefined> {
  const { rows } = await sql<ClaimedJob>`
    with free as materialized (
      select slot.channel, slot.number from jobs.channel join jobs.slot using (channel)
      where channel.channel = ${channel} and slot.number <= channel.slots and channel.held_until <= now()
      order by slot.served_at
      limit 1
      for update of slot skip locked
    ), served as (
      update jobs.slot set served_at = clock_timestamp() from free
      where slot.channel = free.channel and slot.number = free.number
    )
    select id, tenant_id, name, payload, attempts, work_key, traceparent from jobs.job
    where state = 'waiting' and channel = (select channel from free) and run_at <= now()
      and name = any(${names}) and id <> all(${except}::uuid[])
    order by run_at
    limit 1
    for update skip locked
  `.execute(db);
  return rows[0];
}
