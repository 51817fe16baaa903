import { findContacts } from "../modules/accounts/index.ts";
import { noteUnreachable } from "../modules/postfach/index.ts";
import { markUnreadOfSubmission } from "../modules/vorgaenge/index.ts";
import type { UndeliverableListener } from "../platform/mail/note-undeliverable.ts";
import {
  addressHash,
  markUndeliverable,
} from "../platform/mail/undeliverable.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** What happens when a mail about a submission did not arrive: the office has to reach the person, and their account tells them. */
export function undeliverableListener(
  services: Services,
): UndeliverableListener {
  return async (context, db, { about, fault }) => {
    const reached = await noteUnreachable(context, db, { about, fault });
    if (!reached) return;
    await markUnreadOfSubmission(context, db, reached.submissionId);
    if (fault.isAddress && reached.actingAccountId !== undefined)
      await markAccount(services, reached.actingAccountId, fault.code);
  };
}

/** Accounts belong to the installation: all portals know then. A mark that is there although the caller rolls back does no harm. */
async function markAccount(
  services: Services,
  accountId: string,
  fault: string,
): Promise<void> {
  const accounts = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
  await accounts.transaction(async (db) => {
    const contacts = await findContacts(accounts, db, [accountId]);
    const email = contacts.get(accountId)?.email;
    if (email !== undefined)
      await markUndeliverable(accounts, db, {
        hash: await addressHash(accounts, email),
        fault,
      });
  });
}
