import { compare, findDeliveredWrongly, type Finding } from "../../compare.ts";
import {
  readDeliveredPackages,
  type DeliveredPackage,
} from "../../delivered-packages.ts";
import type { Ledger } from "../../ledger.ts";
import { nowOn, sameTime, type ApartStage, type Timed } from "./stage.ts";
import { settleFailures, untilDrained } from "./failures.ts";
import pg from "pg";

/** What arrived where the portal hands over to, and mails that came more than once with one Message-ID. */
export type ApartFindings = {
  readonly findings: readonly Finding[];
  readonly mailsTaken: number;
  readonly mailsAgain: number;
};

/** A clock that is wrong by more than this would be seen; a person may have waited so long for an answer. */
const latestMs = 120_000;

/** Waits until everything has left, and compares. Everything runs and is well. */
export async function judgeApart(
  stage: ApartStage,
  ledger: Ledger,
): Promise<ApartFindings> {
  const since = nowOn(stage);
  await untilDrained(stage, since);
  await settleFailures(stage, since);
  const database = new pg.Client(stage.server.address);
  await database.connect();
  try {
    const findings = await compare({
      portal: stage.installation,
      database,
      ledger,
    });
    const mails = await findLostMails(stage);
    return {
      ...mails,
      findings: [
        ...findings,
        await findWrongTimes(stage, ledger),
        await findAtSftp(stage, ledger),
        findAtHook(stage, ledger),
        ...mails.findings,
      ],
    };
  } finally {
    await database.end();
  }
}

/** The receipt says when an application came: that may decide over a term. */
export async function findWrongTimes(
  { database, time = sameTime }: Timed,
  { acknowledged }: Ledger,
): Promise<Finding> {
  const { rows } = await database.query<{ reference: string; at: Date }>(
    "select reference, submitted_at as at from submissions.submission",
  );
  const times = new Map(rows.map(({ reference, at }) => [reference, at]));
  const broken = acknowledged.flatMap(({ reference, atMs }) => {
    const at = times.get(reference)?.getTime() ?? 0;
    const early = time.momentOf(atMs).getTime() - at;
    return early > -2_000 * time.rate && early < latestMs * time.rate
      ? []
      : [
          `${reference} ${String(Math.round(early / 1000))} s before it was confirmed`,
        ];
  });
  return {
    promise: "the time on the receipt is the real one",
    counted: acknowledged.length,
    broken,
  };
}

async function findAtSftp(
  { sftp }: ApartStage,
  ledger: Ledger,
): Promise<Finding> {
  const { packages } = await readDeliveredPackages(sftp.inbox);
  return {
    ...findDeliveredWrongly(ledger, packages),
    promise: "the SFTP server has every acknowledged application, once",
  };
}

export function findAtHook(
  { hook }: Pick<ApartStage, "hook">,
  ledger: Ledger,
): Finding {
  const packages = [...hook.receiver.records.values()].map(
    (record): DeliveredPackage => {
      const text = JSON.stringify(record);
      return {
        reference: /"reference":"([^"]+)"/u.exec(text)?.[1] ?? "",
        key: /drill-\w+-\d+/u.exec(text)?.[0] ?? "",
        isWhole: true,
      };
    },
  );
  return {
    ...findDeliveredWrongly(ledger, packages),
    promise:
      "the receiver of the web hook has every acknowledged application, once",
  };
}

export async function findLostMails({
  database,
  mail,
}: Pick<ApartStage, "database" | "mail">): Promise<ApartFindings> {
  const { rows } = await database.query<{ id: string; state: string }>(
    "select id::text, state from mail.message where state <> 'undeliverable'",
  );
  const taken = mail.taken();
  const known = new Set(taken);
  return {
    mailsTaken: taken.length,
    mailsAgain: taken.length - known.size,
    findings: [
      {
        promise: "the mail server has every mail that is not for nobody",
        counted: rows.length,
        broken: rows
          .filter(({ id, state }) => state !== "sent" || !known.has(id))
          .map(({ id, state }) => `${id} ${state}`),
      },
    ],
  };
}
