import { findContacts } from "../modules/accounts/index.ts";
import type { PostfachPorts } from "../modules/postfach/module.ts";
import { findNotificationAddress } from "../modules/submissions/index.ts";
import type { Context } from "../platform/context/context.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import {
  addressHash,
  findUndeliverable,
} from "../platform/mail/undeliverable.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

type RecipientOf = PostfachPorts["recipientOf"];

/** The account that acted, else the address that was given with the application; addresses that take no mail are passed over. */
export function recipientOf(services: Services): RecipientOf {
  return async (context, thread) => {
    const portal = await services.portals.findById(context.tenantId);
    if (!portal) return undefined;
    const baseUrl = portalBaseUrl(portal.host, services.settings);
    const { actingAccountId } = thread;
    const given = await givenTo(context, thread.submissionId);
    return actingAccountId === undefined
      ? guestOf(given, baseUrl)
      : ownerOf(await ofAccount(services, actingAccountId), given, {
          accountId: actingAccountId,
          url: `${baseUrl}/postfach/${thread.id}`,
        });
  };
}

/** An address, and whether it takes mail as far as is known. */
type Known = { readonly email: string; readonly isDead: boolean };

type Given = (Known & { readonly statusKey: string }) | undefined;

function guestOf(
  given: Given,
  baseUrl: string,
): Awaited<ReturnType<RecipientOf>> {
  if (!given) return undefined;
  if (given.isDead) return "undeliverable";
  const url = `${baseUrl}/status/${given.statusKey}/nachrichten`;
  return { email: given.email, url, locale: undefined };
}

function ownerOf(
  own:
    | { readonly known: Known | undefined; readonly locale: Locale }
    | undefined,
  given: Given,
  place: { readonly accountId: string; readonly url: string },
): Awaited<ReturnType<RecipientOf>> {
  const addresses = [own?.known, given].filter((it) => it !== undefined);
  const living = addresses.find(({ isDead }) => !isDead);
  if (living) return { email: living.email, locale: own?.locale, ...place };
  return addresses.length > 0 ? "undeliverable" : undefined;
}

async function givenTo(context: Context, submissionId: string): Promise<Given> {
  const given = await findNotificationAddress(context, submissionId);
  return given && { ...given, isDead: await isDead(context, given.email) };
}

async function ofAccount(services: Services, accountId: string) {
  const accounts = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
  const contacts = await accounts.transaction((db) =>
    findContacts(accounts, db, [accountId]),
  );
  const contact = contacts.get(accountId);
  if (!contact) return undefined;
  const { email, locale } = contact;
  const known =
    email === undefined
      ? undefined
      : { email, isDead: await isDead(accounts, email) };
  return { known, locale };
}

async function isDead(context: Context, email: string): Promise<boolean> {
  const hash = await addressHash(context, email);
  const mark = await context.read((db) => findUndeliverable(context, db, hash));
  return mark !== undefined;
}
