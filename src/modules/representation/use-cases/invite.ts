import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import {
  endOfInvitation,
  invitationDays,
  invitationsPerDay,
  endOfCounting,
  startOfLimit,
} from "../domain/invitation.ts";
import { forgetInvitationsJob } from "../domain/jobs.ts";
import { purposes } from "../domain/purposes.ts";
import { invitationMail } from "../i18n/mail-texts.ts";
import {
  countInvitationsSince,
  insertInvitation,
  type NewInvitation,
} from "../store/invitation-store.ts";

export type InvitationLetter = {
  readonly to: NewInvitation["to"];
  readonly email: string;
  readonly invitedBy: string;
  /** Address of the page that opens an invitation, without the token. */
  readonly linkPrefix: string;
};

/** True when the account has sent as many invitations as it may in a day. */
export async function hasInvitedEnough(
  { tenantId, now }: Context,
  db: Db,
  accountId: string,
): Promise<boolean> {
  const since = startOfLimit(now);
  return (
    (await countInvitationsSince(db, tenantId, { accountId, since })) >=
    invitationsPerDay
  );
}

/** Mails a link that counts once, for seven days. The mail names neither who invites nor to what: it may go to the wrong address. */
export async function sendInvitation(
  context: Context,
  db: Db,
  { to, email, invitedBy, linkPrefix }: InvitationLetter,
): Promise<void> {
  const { tenantId, now, cipher, locale } = context;
  const id = newId();
  const token = newSecretToken();
  const expiresAt = endOfInvitation(now);
  await insertInvitation(db, tenantId, {
    id,
    tokenHash: hashSecretToken(token),
    to,
    email: await cipher.encrypt(Buffer.from(email), purposes.invitation(id)),
    invitedBy,
    now,
    expiresAt,
  });
  await enqueue(db, {
    name: forgetInvitationsJob,
    payload: {},
    // Until then it counts for the limit.
    runAt: endOfCounting(expiresAt),
  });
  const mail = mailOf(invitationMail, {
    to: email,
    locales: [locale],
    values: { link: `${linkPrefix}${token}`, days: String(invitationDays) },
  });
  await sendMailLater(context, db, mail);
}
