import { findMail, findMailForUpdate } from "../platform/mail/mail-store.ts";
import { noteUndeliverable } from "../platform/mail/note-undeliverable.ts";
import {
  isAddressFault,
  maxReportBytes,
  readReport,
} from "../platform/mail/read-report.ts";
import { claimedMessage, isProven } from "../platform/mail/return-address.ts";
import { systemActor, type Services } from "./services.ts";
import { undeliverableListener } from "./undeliverable.ts";

/** What became of something that came to a return address; nobody outside is told. */
export type TakenReport = "noted" | "known" | "no-failure" | "not-ours";

/**
 * Takes what came back to a return address. Only a report to an address that we made counts, so nobody can declare other people's addresses
 * dead or learn which mails there are. May be called again with the same report.
 */
export async function takeReport(
  services: Services,
  {
    source,
    to,
  }: { readonly source: Uint8Array; readonly to?: string | undefined },
): Promise<TakenReport> {
  if (source.length > maxReportBytes) return "no-failure";
  const report = readReport(source);
  if (!report.failure) return "no-failure";
  const { status } = report.failure;
  const mail = await findReturned(
    services,
    to === undefined ? report.sentTo : [to],
  );
  if (!mail) return "not-ours";
  const context = services.contextFor({
    tenantId: mail.tenantId,
    actor: systemActor,
  });
  return context.transaction(async (db) => {
    const locked = await findMailForUpdate(db, mail.id);
    if (!locked || locked.state !== "sent") return "known";
    await noteUndeliverable(context, db, {
      mail: locked,
      fault: { code: `dsn-${status}`, isAddress: isAddressFault(status) },
      tell: undeliverableListener(services),
    });
    return "noted";
  });
}

/** The mail that one of these return addresses was made for. */
export async function findReturned(
  { database, cipherOf }: Services,
  addresses: readonly string[],
): Promise<{ readonly id: string; readonly tenantId: string } | undefined> {
  // A header can name thousands.
  for (const address of addresses.slice(0, 20)) {
    const claim = claimedMessage(address);
    const mail =
      claim && (await database.unscoped((db) => findMail(db, claim.messageId)));
    if (mail && (await isProven(cipherOf(mail.tenant_id), claim)))
      return { id: mail.id, tenantId: mail.tenant_id };
  }
  return undefined;
}
