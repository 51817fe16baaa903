import type { Context } from "../../../platform/context/context.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { draftLinkMail } from "../i18n/mail-texts.ts";
import { insertDraftKey } from "../store/draft-store.ts";
import { rememberAddress } from "./draft-reminder.ts";
import type { Draft } from "../domain/draft.ts";

/** A new private link to come back to the draft. Only its hash is kept: it can be shown this once. */
export async function createDraftLink(
  context: Context,
  draft: Draft,
): Promise<{ key: string }> {
  const key = newSecretToken();
  await context.transaction((db) =>
    insertDraftKey(db, context.tenantId, {
      keyHash: hashSecretToken(key),
      draftId: draft.id,
      purpose: "link",
      now: context.now,
    }),
  );
  return { key };
}

export type MailDraftLinkInput = {
  readonly email: string;
  /** Keep the address and mail once more before the draft is removed. Only when the applicant wants that. */
  readonly isReminderWanted: boolean;
  /** Address of the page that opens a key. */
  readonly linkOf: (key: string) => string;
  readonly portalName: string;
};

/** Mails a new private link, and with consent keeps the address for a reminder. Refuses text that is no mail address. */
export async function mailDraftLink(
  context: Context,
  draft: Draft,
  input: MailDraftLinkInput,
): Promise<Result<void, { kind: "email-invalid" }>> {
  if (!isEmailAddress(input.email)) return refuse({ kind: "email-invalid" });
  const key = newSecretToken();
  await context.transaction(async (db) => {
    await insertDraftKey(db, context.tenantId, {
      keyHash: hashSecretToken(key),
      draftId: draft.id,
      purpose: "link",
      now: context.now,
    });
    if (input.isReminderWanted)
      await rememberAddress(context, db, {
        draftId: draft.id,
        email: input.email,
      });
    await sendMailLater(
      context,
      db,
      mailOf(draftLinkMail, {
        to: input.email,
        locales: [context.locale],
        values: {
          portal: input.portalName,
          link: input.linkOf(key),
        },
      }),
    );
  });
  return ok(undefined);
}
