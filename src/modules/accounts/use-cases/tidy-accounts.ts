import type { Context } from "../../../platform/context/context.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { accountTerms, removalDay } from "../domain/account-term.ts";
import { purposes } from "../domain/identity.ts";
import { unusedMail } from "../i18n/mail-texts.ts";
import type { AccountKeeper } from "../ports.ts";
import {
  deleteOutdated,
  listToAnnounce,
  listToRemove,
  lockToRemove,
  noteAnnounced,
  type UnusedAccount,
} from "../store/tidy-store.ts";
import { insertNotice } from "../store/notice-store.ts";
import { findObstacle, removeAccount } from "./remove-account.ts";

const batch = 100;

/** Where the mail leads to. */
export type AccountPlace = {
  readonly portalName: string;
  readonly address: string;
};

/** How many accounts were told of and removed; zero of both: nothing is left to do now. */
export type TidyReport = { readonly told: number; readonly removed: number };

/**
 * One batch: outdated sessions and links go, owners of accounts that nobody used for 22 months are told, and accounts go after 24 months, at the
 * earliest 60 days after the mail. An organisation that would lose its only owner keeps the account. @see OZG § 8 Abs. 7
 */
export async function tidyAccounts(
  context: Context,
  place: AccountPlace,
  keepers: readonly AccountKeeper[],
): Promise<TidyReport> {
  const { tenantId, now } = context;
  const terms = accountTerms(now);
  const { toTell, toRemove } = await context.transaction(async (db) => {
    await deleteOutdated(db, tenantId, now);
    return {
      toTell: await listToAnnounce(db, tenantId, { terms, limit: batch }),
      toRemove: await listToRemove(db, tenantId, { terms, limit: batch }),
    };
  });
  for (const account of toTell) await announce(context, place, account);
  const removed = await Promise.all(
    toRemove.map((accountId) => removeUnused(context, accountId, keepers)),
  );
  return {
    told: toTell.length,
    removed: removed.filter((isRemoved) => isRemoved).length,
  };
}

async function removeUnused(
  context: Context,
  accountId: string,
  keepers: readonly AccountKeeper[],
): Promise<boolean> {
  const { tenantId, now } = context;
  const kept = { accountId, keepers };
  return context.transaction(async (db) => {
    if ((await findObstacle(context, db, kept)) !== undefined) return false;
    // Whoever signs in at this very moment keeps it.
    const terms = accountTerms(now);
    if (!(await lockToRemove(db, tenantId, { accountId, terms }))) return false;
    await removeAccount(context, db, kept);
    return true;
  });
}

/** By e-mail, or in the account where no confirmed address lets us write: nobody's account goes unannounced. */
async function announce(
  context: Context,
  place: AccountPlace,
  account: UnusedAccount,
): Promise<void> {
  const { tenantId, now } = context;
  const { id: accountId } = account;
  const to =
    account.email && account.email_confirmed_at
      ? await context.cipher.decrypt(account.email, purposes.email(accountId))
      : undefined;
  await context.transaction(async (db) => {
    const isOurs = await noteAnnounced(db, tenantId, {
      accountId,
      terms: accountTerms(now),
      now,
    });
    if (!isOurs) return;
    if (to)
      await sendMailLater(context, db, unusedMailTo(account, { place, to }));
    else
      await insertNotice(db, tenantId, {
        id: newId(),
        accountId,
        news: "removal-announced",
        now,
      });
    await recordAudit(context, db, {
      action: "account.removal-announced",
      subject: { kind: "account", id: accountId },
      details: { by: to ? "mail" : "notice" },
    });
  });
}

function unusedMailTo(
  { locale, last_signed_in_at: lastSignedInAt }: UnusedAccount,
  { place, to }: { readonly place: AccountPlace; readonly to: Buffer },
) {
  const { portalName: portal, address } = place;
  const day = formatDate(removalDay(lastSignedInAt), locale);
  return mailOf(unusedMail, {
    to: to.toString("utf8"),
    locales: [locale],
    values: { portal, day, address },
  });
}
