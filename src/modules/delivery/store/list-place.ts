import { sql, type RawBuilder } from "kysely";

/**
 * Place of a delivery in a list: what comes after it. Microseconds since 1970, which is how exactly the database counts and a `Date` does not; so a
 * page begins where the last one ended, also when that delivery is no longer there.
 */
export type ListPlace = {
  readonly microseconds: string;
  readonly deliveryId: string;
};

/** Of a row of `delivery.delivery`, for its place. */
export const microsecondsOfRow = sql<string>`(extract(epoch from delivery.created_at) * 1000000)::bigint::text`;

/** Comparable with `(created_at, id)`. */
export const placeOf = ({
  microseconds,
  deliveryId,
}: ListPlace): RawBuilder<unknown> =>
  sql`(timestamptz 'epoch' + ${microseconds}::bigint * interval '1 microsecond', ${deliveryId}::uuid)`;
