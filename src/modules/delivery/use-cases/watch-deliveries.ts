import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { escalationOf } from "../domain/escalation.ts";
import { expiryStage, isExpiryNews } from "../domain/expiry.ts";
import { overdueMails } from "../i18n/mail-texts.ts";
import { deleteOldTests } from "../store/removal-store.ts";
import { applyToChannel } from "../store/circuit-store.ts";
import { findExpiring, noteExpiryTold } from "../store/expiry-store.ts";
import {
  findWatched,
  giveUpOverdue,
  listDestinationIds,
  noteTold,
  writeTally,
  type WatchedDestination,
} from "../store/watch-store.ts";

/** Who is told when applications do not arrive, and where they look. */
export type EscalationPorts = {
  /** Mailbox of the authority, for destinations that name none. */
  officeEmailOf(tenantId: string): Promise<string | undefined>;
  listAdministratorEmails(context: Context, db: Db): Promise<readonly string[]>;
  /** Absolute address of the portal, without a slash at the end. */
  baseUrlOf(tenantId: string): Promise<string>;
};

const dayMs = 86_400_000;
/** After so many days nobody looks at a test any more. */
const testDays = 7;

/**
 * The hourly look at the destinations of a tenant: gives up what has waited too long, tells the office and after a week the
 * administrator, says what will soon end, counts for the plots, clears tests away, and sees that each destination has its channel in the queue. Idempotent.
 */
export async function watchDeliveries(
  context: Context,
  ports: EscalationPorts,
): Promise<void> {
  const { tenantId, now } = context;
  const ids = await context.transaction((db) =>
    listDestinationIds(db, tenantId),
  );
  for (const destinationId of ids) {
    await context.transaction((db) =>
      applyToChannel(db, tenantId, destinationId),
    );
    const given = { destinationId, now };
    while (
      !(await context.transaction((db) => giveUpOverdue(db, tenantId, given)))
    );
    await context.transaction((db) => writeTally(db, tenantId, given));
    const madeBefore = new Date(now.getTime() - testDays * dayMs);
    await context.transaction((db) =>
      deleteOldTests(db, tenantId, { destinationId, madeBefore }),
    );
    await tell(context, destinationId, ports);
    await tellOfExpiry(context, destinationId, ports);
  }
}

async function tell(
  context: Context,
  destinationId: string,
  ports: EscalationPorts,
): Promise<void> {
  const { tenantId, now } = context;
  const officeEmail = await ports.officeEmailOf(tenantId);
  const url = `${await ports.baseUrlOf(tenantId)}/arbeitsplatz/zustellungen`;
  await context.transaction(async (db) => {
    const watched = await findWatched(db, tenantId, { destinationId, now });
    if (!watched) return;
    const due = escalationOf(watched, now);
    const office = watched.officeEmail ?? officeEmail;
    const told: [Whom, readonly string[]][] = [
      ["office", due.office && office !== undefined ? [office] : []],
      [
        "administrator",
        due.administrator
          ? await ports.listAdministratorEmails(context, db)
          : [],
      ],
    ];
    for (const [whom, addresses] of told)
      for (const to of addresses)
        await sendMailLater(context, db, mailTo(watched, { to, url, whom }));
    await noteTold(db, tenantId, {
      destinationId,
      office: due.office ? now : watched.officeToldAt,
      administrator: due.administrator ? now : watched.administratorToldAt,
    });
  });
}

/** A month before a certificate ends, a week before and when it has: the administrators. */
async function tellOfExpiry(
  context: Context,
  destinationId: string,
  ports: EscalationPorts,
): Promise<void> {
  const { tenantId, now } = context;
  const baseUrl = await ports.baseUrlOf(tenantId);
  await context.transaction(async (db) => {
    const found = await findExpiring(db, tenantId, destinationId);
    const stage = found && expiryStage(found.expiresAt, now);
    if (!found || !stage || !isExpiryNews(stage, found.told)) return;
    const values = {
      destination: found.name,
      date: formatDate(found.expiresAt, "de"),
      url: `${baseUrl}/verwaltung/ziele/${destinationId}`,
    };
    for (const to of await ports.listAdministratorEmails(context, db))
      await sendMailLater(
        context,
        db,
        mailOf(overdueMails.expiring, { to, locales: ["de"], values }),
      );
    await noteExpiryTold(db, tenantId, { destinationId, stage });
  });
}

type Whom = "office" | "administrator";

/** Authorities work in German. A count and a destination are no content. */
function mailTo(
  { name: destination, count }: WatchedDestination,
  { to, url, whom }: { to: string; url: string; whom: Whom },
) {
  return mailOf(overdueMails[whom], {
    to,
    locales: ["de"],
    values: { count: String(count), destination, url },
  });
}
