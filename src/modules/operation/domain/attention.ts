/** What the operator should look at, the worst first. */
export type Attention = {
  readonly kind:
    | "no-worker"
    | "queue-stands-still"
    | "deliveries-stand-still"
    | "disk-full"
    | "migrations-pending"
    | "jobs-dead"
    | "mails-failed"
    | "destinations-held"
    | "faults"
    | "backup-old";
  readonly count: number;
};

export type Situation = {
  readonly workers: number;
  readonly overdueSeconds: number;
  readonly dead: number;
  readonly deliveriesOverdueSeconds: number;
  readonly held: number;
  readonly mailsFailed: number;
  readonly faultsLastHour: number;
  /** Undefined where this process writes to no disk that counts. */
  readonly diskFreeShare: number | undefined;
  readonly pendingMigrations: number;
  /** Undefined: none by this program. */
  readonly backupAgeMs: number | undefined;
};

/** Jobs due for longer: nobody works the queue. */
const standsStillSeconds = 300;
const deliveriesStandStillSeconds = 600;
const littleSpace = 0.1;
const dayMs = 24 * 3_600_000;

/** Goes by the same limits as the rules for alerts. */
export function needsAttention(now: Situation): readonly Attention[] {
  const found: readonly (Attention | false)[] = [
    now.workers === 0 && { kind: "no-worker", count: 0 },
    now.overdueSeconds > standsStillSeconds && {
      kind: "queue-stands-still",
      count: Math.round(now.overdueSeconds / 60),
    },
    now.deliveriesOverdueSeconds > deliveriesStandStillSeconds && {
      kind: "deliveries-stand-still",
      count: Math.round(now.deliveriesOverdueSeconds / 60),
    },
    now.diskFreeShare !== undefined &&
      now.diskFreeShare < littleSpace && {
        kind: "disk-full",
        count: Math.floor(now.diskFreeShare * 100),
      },
    isThere("migrations-pending", now.pendingMigrations),
    isThere("jobs-dead", now.dead),
    isThere("mails-failed", now.mailsFailed),
    isThere("destinations-held", now.held),
    isThere("faults", now.faultsLastHour),
    backup(now.backupAgeMs),
  ];
  return found.filter((each) => each !== false);
}

function isThere(kind: Attention["kind"], count: number): Attention | false {
  return count > 0 && { kind, count };
}

/** Who makes back-ups with another program is not told that there are none. */
function backup(ageMs: number | undefined): Attention | false {
  return (
    ageMs !== undefined &&
    ageMs > 2 * dayMs && {
      kind: "backup-old",
      count: Math.floor(ageMs / dayMs),
    }
  );
}
