import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { existsMail, linkMails } from "../i18n/mail-texts.ts";
import {
  insertEmailToken,
  type EmailTokenPurpose,
} from "../store/email-token-store.ts";

/** Where links of mails lead to, and who says so. */
export type MailPlace = {
  readonly portalName: string;
  /** Address of the portal without a slash at the end. */
  readonly baseUrl: string;
};

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Both addresses are asked at once, and not everybody reads both every day. */
const addressLinkMs = 3 * dayMs;

type Link = MailPlace & {
  readonly email: string;
  readonly accountId: string;
  readonly purpose: EmailTokenPurpose;
  /** Page of the portal to go on with after confirming, as `returnPath` allows it. */
  readonly returnPath?: string | undefined;
  /** Where the account is to move, encrypted; and whether this address need not say yes. */
  readonly moving?: { readonly email: Buffer; readonly isUsed: boolean };
};

const linkPaths = {
  confirm: "/anmelden/bestaetigen",
  reset: "/anmelden/neues-passwort",
  "leave-address": "/anmelden/adresse",
  "take-address": "/anmelden/adresse",
} as const;

const linkMs = {
  confirm: dayMs,
  reset: hourMs,
  "leave-address": addressLinkMs,
  "take-address": addressLinkMs,
} as const;

/** Mails a link that counts once, in place of earlier ones for the same. */
export async function sendLink(
  context: Context,
  db: Db,
  { portalName, baseUrl, ...rest }: Link,
): Promise<void> {
  const { email, accountId, purpose, returnPath, moving } = rest;
  const token = newSecretToken();
  await insertEmailToken(db, context.tenantId, {
    tokenHash: hashSecretToken(token),
    accountId,
    purpose,
    returnPath,
    ...moving,
    now: context.now,
    expiresAt: new Date(context.now.getTime() + linkMs[purpose]),
  });
  const link = `${baseUrl}${linkPaths[purpose]}/${token}`;
  const mail = mailOf(linkMails[purpose], {
    to: email,
    locales: [context.locale],
    values: { portal: portalName, link },
  });
  await sendMailLater(context, db, mail);
}

/** To the owner of an account that somebody tried to register anew. */
export async function sendExistsNotice(
  context: Context,
  db: Db,
  { email, portalName, baseUrl }: MailPlace & { readonly email: string },
): Promise<void> {
  const mail = mailOf(existsMail, {
    to: email,
    locales: [context.locale],
    values: { portal: portalName, link: `${baseUrl}/anmelden` },
  });
  await sendMailLater(context, db, mail);
}
