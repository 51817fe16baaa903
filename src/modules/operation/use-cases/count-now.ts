import {
  forgetFigures,
  keepFigures,
  type KeptFigures,
} from "../../../platform/database/kept-figures.ts";
import {
  measureDatabase,
  type DatabaseSize,
} from "../../../platform/database/database-size.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  countJobsByName,
  type JobCounts,
} from "../../../platform/jobs/count-jobs.ts";
import {
  countMailsByState,
  type MailCount,
} from "../../../platform/mail/count-mails.ts";
import type { DeliveryCount, FigureSources } from "../ports.ts";

/** What all tenants together have in the queue, in the mail and on the disk. */
export type Counted = {
  readonly jobs: readonly JobCounts[];
  readonly deliveries: readonly DeliveryCount[];
  readonly mails: readonly MailCount[];
  readonly database: DatabaseSize;
};

const name = "operation";

/** A worker counts each minute; where none does, who looks at the page counts, and so that all see the same for a while. */
export const countedForMs = 90_000;

/** Takes as long as all tenants have rows in the queue and in the mail: so it is counted for all who ask, no older than `maxAgeMs`. */
export function countNow(
  db: Db,
  { countDeliveries }: Pick<FigureSources, "countDeliveries">,
  { now, maxAgeMs }: { readonly now: Date; readonly maxAgeMs: number },
): Promise<KeptFigures<Counted>> {
  return keepFigures<Counted>(db, {
    name,
    now,
    maxAgeMs,
    count: async () => ({
      jobs: await countJobsByName(db),
      deliveries: await countDeliveries(db),
      mails: await countMailsByState(db),
      database: await measureDatabase(db),
    }),
  });
}

/** After something was done about the queue. */
export function countAnew(db: Db): Promise<void> {
  return forgetFigures(db, name);
}
