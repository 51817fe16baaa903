import type { Context } from "../context/context.ts";
import type { Db } from "../database/database.ts";
import type { MailSubject } from "./mail.ts";
import { markMailUndeliverable, type StoredMail } from "./mail-store.ts";
import { markUndeliverable } from "./undeliverable.ts";

/** Why a mail did not arrive. */
export type MailFault = {
  /** As in `smtp-550` or `dsn-5.1.1`; never a server's words, they quote addresses. */
  readonly code: string;
  /** The address takes no mail at all; else it was this mail, or the moment. */
  readonly isAddress: boolean;
};

/**
 * Told of a mail that did not arrive, in the transaction that notes it and in the tenant of the mail: somebody has to reach the person
 * otherwise. Handed in by main.
 */
export type UndeliverableListener = (
  context: Context,
  db: Db,
  undeliverable: { readonly about: MailSubject; readonly fault: MailFault },
) => Promise<void>;

/** Notes, once, that a mail did not arrive: on the mail, on its address where that is at fault, and with whoever the mail is about. */
export async function noteUndeliverable(
  context: Context,
  db: Db,
  {
    mail,
    fault,
    tell,
  }: {
    readonly mail: StoredMail;
    readonly fault: MailFault;
    readonly tell: UndeliverableListener;
  },
): Promise<void> {
  if (!(await markMailUndeliverable(db, mail.id, fault.code))) return;
  if (fault.isAddress && mail.address_hash)
    await markUndeliverable(context, db, {
      hash: mail.address_hash,
      fault: fault.code,
    });
  if (mail.about_kind !== null && mail.about_id !== null)
    await tell(context, db, {
      about: { kind: mail.about_kind, id: mail.about_id },
      fault,
    });
}
