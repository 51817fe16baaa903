import type { Context } from "../../../platform/context/context.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import type { Office } from "../../tenants/index.ts";
import type { MessageContent } from "../domain/message.ts";
import { receivedMail } from "../i18n/mail-texts.ts";
import { addMessage } from "../store/message-store.ts";
import { findOfficeToWriteTo } from "./find-office.ts";
import { contentPurpose } from "./read-message.ts";

export type NewMessage = {
  /** Made with the form: the same form sent twice is one message. */
  readonly id: string;
  readonly officeSlug: string;
  readonly content: MessageContent;
  /** Limits how many come from one place; not kept with the message. */
  readonly clientAddress: string;
  /** Absolute address of the portal, without a slash at the end. */
  readonly baseUrl: string;
};

export type SendMessageRefusal =
  | TooManyAttempts
  | { readonly kind: "office-not-found" };

const minute = 60_000;

/** A library or a town hall shares one address. */
const limit = {
  freeAttempts: 10,
  firstBlockMs: 5 * minute,
  longestBlockMs: 60 * minute,
  forgetAfterMs: 60 * minute,
};

/**
 * Keeps a message and plans the mail that tells the office of it, in one transaction. Refuses too many from one address, and an office that
 * is not of this authority. Idempotent by `id`.
 */
export async function sendMessage(
  context: Context,
  message: NewMessage,
): Promise<Result<void, SendMessageRefusal>> {
  const counted = await countAttempts(context, [
    { kind: "contact-message", value: message.clientAddress, limit },
  ]);
  if (!counted.ok) return counted;
  const office = await findOfficeToWriteTo(context, message.officeSlug);
  if (!office) return refuse({ kind: "office-not-found" });
  await keep(context, office, message);
  return ok(undefined);
}

async function keep(
  context: Context,
  office: Office,
  { id, content, baseUrl }: NewMessage,
): Promise<void> {
  const { tenantId, now, cipher } = context;
  const sealed = await cipher.encrypt(
    Buffer.from(JSON.stringify(content)),
    contentPurpose(id),
  );
  await context.transaction(async (db) => {
    const isNew = await addMessage(db, tenantId, {
      id,
      officeSlug: office.slug,
      content: sealed,
      receivedAt: now,
    });
    if (!isNew) return;
    // Authorities work in German. The name of an office is no content.
    const mail = mailOf(receivedMail, {
      to: office.email,
      locales: ["de"],
      values: { office: office.name, url: `${baseUrl}/verwaltung/kontakt` },
    });
    await sendMailLater(context, db, mail);
  });
}
