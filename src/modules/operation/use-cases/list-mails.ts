import type { Context } from "../../../platform/context/context.ts";
import type { TenantCipher } from "../../../platform/crypto/tenant-cipher.ts";
import {
  findMail,
  listNewestMails,
  type StoredMail,
} from "../../../platform/mail/mail-store.ts";
import {
  readMail,
  type MailContent,
} from "../../../platform/mail/read-mail.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";

/** A mail of any portal; content only while it has not left the house. */
export type KeptMail = Omit<StoredMail, "content"> & {
  readonly content: MailContent | undefined;
};

/** Opens what a tenant's mails are encrypted with. */
export type CipherOf = (tenantId: string) => TenantCipher;

export type MailPage = {
  readonly mails: readonly KeptMail[];
  /** The last of them, where there are older ones. */
  readonly older: string | undefined;
};

const pageSize = 50;

/**
 * Mails of all portals, the newest first, or those older than one of them. None for anybody but the operator; audited where the list shows to
 * whom one goes.
 */
export async function listMails(
  context: Context,
  cipherOf: CipherOf,
  before?: string,
): Promise<MailPage> {
  if (!context.actor.may("operator")) return { mails: [], older: undefined };
  const from = before !== undefined && isId(before) ? before : undefined;
  const found = await context.transaction(async (db) => {
    const mails = await listNewestMails(db, pageSize + 1, from);
    const count = mails
      .slice(0, pageSize)
      .filter(({ content }) => content !== null).length;
    if (count > 0)
      await recordAudit(context, db, {
        action: "mail.listed",
        subject: { kind: "mail", id: "list" },
        details: { count },
      });
    return mails;
  });
  const stored = found.slice(0, pageSize);
  return {
    mails: await Promise.all(stored.map((mail) => open(mail, cipherOf))),
    older: found.length > pageSize ? stored.at(-1)?.id : undefined,
  };
}

/** One mail with its text; audited. Undefined when there is none or the actor is not the operator. */
export async function readKeptMail(
  context: Context,
  mailId: string,
  cipherOf: CipherOf,
): Promise<KeptMail | undefined> {
  if (!context.actor.may("operator") || !isId(mailId)) return undefined;
  const stored = await context.transaction(async (db) => {
    const mail = await findMail(db, mailId);
    if (mail)
      await recordAudit(context, db, {
        action: "mail.read",
        subject: { kind: "mail", id: mailId },
      });
    return mail;
  });
  return stored && open(stored, cipherOf);
}

async function open(
  { content, ...mail }: StoredMail,
  cipherOf: CipherOf,
): Promise<KeptMail> {
  return {
    ...mail,
    content: await readMail(cipherOf(mail.tenant_id), { ...mail, content }),
  };
}
