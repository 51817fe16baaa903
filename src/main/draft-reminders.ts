import { findContacts } from "../modules/accounts/index.ts";
import type { SubmissionsPorts } from "../modules/submissions/module.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** How mails about drafts of a portal name it, where their links lead, and how accounts are reached. */
export function draftReminders(
  services: Services,
): SubmissionsPorts["portalOf"] {
  const { portals, settings } = services;
  return async (tenantId) => {
    const portal = await portals.findById(tenantId);
    if (!portal) return undefined;
    const baseUrl = portalBaseUrl(portal.host, settings);
    return {
      portalName: portal.name,
      linkPrefix: `${baseUrl}/antrag/`,
      applicationsUrl: `${baseUrl}/antraege`,
      findContact: (accountId) => contactOf(services, accountId),
    };
  };
}

async function contactOf(services: Services, accountId: string) {
  const accounts = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
  const contacts = await accounts.transaction((db) =>
    findContacts(accounts, db, [accountId]),
  );
  const { email, locale = "de" } = contacts.get(accountId) ?? {};
  return email === undefined ? undefined : { email, locale };
}
