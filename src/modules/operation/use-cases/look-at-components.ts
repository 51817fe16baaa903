import { countJobsByName } from "../../../platform/jobs/count-jobs.ts";
import { countMailFlow } from "../../../platform/mail/count-mails.ts";
import {
  minuteOf,
  stateOfDelay,
  stateOfMail,
  type Component,
  type ComponentState,
  type DelayLimits,
  type Look,
} from "../domain/component.ts";
import { highestOf } from "../domain/sums.ts";
import type { DeliveryCount } from "../ports.ts";
import { removeOldLooks, saveLooks } from "../store/status-store.ts";
import type { Db } from "../../../platform/database/database.ts";
import { untilAborted } from "../../../platform/values/until-aborted.ts";
import type { WatchGround } from "./keep-watch.ts";

/** Ways to find out how a part is; one that is missing is not looked at. */
export type Probes = {
  /** Both as a visitor would, through everything that stands in front of the portal. */
  readonly pages?: () => Promise<ComponentState>;
  readonly applications?: () => Promise<ComponentState>;
  /** Keeps a file and takes it away again. Throws when that does not work. */
  readonly uploads: () => Promise<void>;
  countDeliveries(db: Db): Promise<readonly DeliveryCount[]>;
  /** A mail server is set. */
  readonly isMailSent: boolean;
  /** What says nothing for this long does not work: a database that hangs is as good as one that is gone. */
  readonly withinMs: number;
};

const deliveryLimits: DelayLimits = { disturbed: 600, down: 3_600 };
const mailJob = "mail.send";

/**
 * Looks at every part once. Never throws: what cannot be looked at because the database is away is down, for nobody is served there either.
 */
export async function lookAtComponents(
  { database, now }: WatchGround,
  probes: Probes,
): Promise<readonly Look[]> {
  const minute = minuteOf(now);
  const deadline = AbortSignal.timeout(probes.withinMs);
  const counted = database.unscoped(async (db) => ({
    delivery: stateOfDelay(
      highestOf(
        await probes.countDeliveries(db),
        ({ overdueSeconds }) => overdueSeconds,
      ),
      deliveryLimits,
    ),
    mail: stateOfMail({
      ...(await countMailFlow(db)),
      overdueSeconds: highestOf(
        (await countJobsByName(db)).filter(({ name }) => name === mailJob),
        (job) => job.overdueSeconds,
      ),
    }),
  }));
  const looks: readonly (
    | readonly [Component, Promise<ComponentState>]
    | false
  )[] = [
    probes.pages !== undefined && ["pages", probes.pages()],
    ["applications", (probes.applications ?? inside(counted))()],
    ["uploads", probes.uploads().then(() => "up" as const)],
    ["delivery", counted.then(({ delivery }) => delivery)],
    probes.isMailSent && ["mail", counted.then(({ mail }) => mail)],
  ];
  return Promise.all(
    looks
      .filter((look) => look !== false)
      .map(async ([component, found]) => ({
        component,
        minute,
        state: await untilAborted(found, deadline).catch(() => "down" as const),
      })),
  );
}

/** Without an address to ask from outside: whether the database answers this process. */
const inside = (asked: Promise<unknown>) => () =>
  asked.then(() => "up" as const);

/** Keeps what was found; a look that was kept before counts once. Throws what the database throws, and when it says nothing for a while: told again, it counts once. */
export async function keepLooks(
  { database, now }: WatchGround,
  looks: readonly Look[],
  withinMs = 20_000,
): Promise<void> {
  const kept = database.unscoped(async (db) => {
    await saveLooks(db, looks);
    await removeOldLooks(db, now);
  });
  await untilAborted(kept, AbortSignal.timeout(withinMs));
}
