import path from "node:path";

/** A piece of the portal's source, and what a control puts in its place. */
export type Change = {
  readonly file: string;
  /** Stands there once. */
  readonly text: string;
  readonly instead: string;
};

const deliveryDomain = "src/modules/delivery/domain";

/** What a control can take away. The portal itself has no such switch: only what the drills start is changed, as it is loaded. */
export const protections = {
  /** Whoever is away is called for everything that waits, each second. */
  brakes: [
    {
      file: "src/platform/mail/mail-brake.ts",
      text: "const failuresToBrake = 5;",
      instead: "const failuresToBrake = Infinity;",
    },
    {
      file: `${deliveryDomain}/circuit.ts`,
      text: "const failuresToOpen = 5;",
      instead: "const failuresToOpen = Infinity;",
    },
    {
      file: `${deliveryDomain}/next-step.ts`,
      text: "const firstDelayMs = 10_000;\nconst longestDelayMs = hourMs / 2;",
      instead: "const firstDelayMs = 1_000;\nconst longestDelayMs = 1_000;",
    },
  ],
  /** What failed for good is on no list, and nobody has a task because a mail did not arrive. */
  notices: [
    {
      file: "src/modules/delivery/use-cases/list-deliveries.ts",
      text: "rows.slice(0, pageSize);",
      instead:
        'state === "rejected" || state === "dead" ? [] : rows.slice(0, pageSize);',
    },
    {
      file: "src/platform/mail/note-undeliverable.ts",
      text: "mail.about_kind !== null && mail.about_id !== null",
      instead: "false as boolean",
    },
  ],
  /** Each process goes by the clock of its machine. */
  "database-clock": [
    {
      file: "src/platform/database/server-time.ts",
      text: "return row.at;",
      instead: "return Date.now();",
    },
  ],
  /** Nobody waits for another: a draft is sent as often as somebody presses, a Vorgang is changed by all who saw it. */
  locks: [
    {
      file: "src/modules/submissions/store/submission-store.ts",
      text: "and submitted_at is null and revision =",
      instead: "and revision =",
    },
    {
      file: "src/modules/vorgaenge/store/vorgang-store.ts",
      text: `await selectSought(db, tenantId, sought)
    .forNoKeyUpdate()`,
      instead: "await selectSought(db, tenantId, sought)",
    },
    {
      file: "src/platform/jobs/job-store.ts",
      text: "for update skip locked",
      instead: "",
    },
    {
      file: "src/platform/jobs/channel-store.ts",
      text: "limit 1\n    for update skip locked",
      instead: "limit 1",
    },
  ],
} satisfies Readonly<Record<string, readonly Change[]>>;

export type Protection = keyof typeof protections;

const root = path.join(import.meta.dirname, "../../..");

export const placeOf = ({ file }: Change): string => path.join(root, file);

/** Throws where the piece is not there once: a control that takes nothing away proves nothing. */
export function changeSource(source: string, change: Change): string {
  const [before, after, ...more] = source.split(change.text);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`drill: not once in ${change.file}: ${change.text}`);
  return `${before}${change.instead}${after}`;
}
