const dayMs = 86_400_000;

/** Nobody signed in for two years less two months: told that the account will go. @see OZG § 8 Abs. 7 */
const announceAfterDays = 670;
/**
 * At the earliest so long after the announcement. It is an e-mail; without a confirmed address it stands in the account itself, which is the
 * one electronic way left, and the account's first page names the day and asks for an address as long as there is none. Keeping such accounts
 * for ever is no way out: § 8 Abs. 7 S. 3 has them deleted.
 */
const noticeDays = 60;
/** Nobody signed in for two years: the account goes. */
const removeAfterDays = 730;
/** An address that nobody confirmed in this time was not its owner's wish. */
const unconfirmedDays = 7;

/** Moments that stored accounts are compared with. */
export type AccountTerms = {
  readonly announceBefore: Date;
  readonly removeBefore: Date;
  readonly announcedBefore: Date;
  readonly unconfirmedBefore: Date;
};

/** Accounts last used before these moments are told of, or removed. */
export function accountTerms(now: Date): AccountTerms {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  return {
    announceBefore: ago(announceAfterDays),
    removeBefore: ago(removeAfterDays),
    announcedBefore: ago(noticeDays),
    unconfirmedBefore: ago(unconfirmedDays),
  };
}

/** The day an account goes if nobody signs in. */
export function removalDay(lastSignedInAt: Date): Date {
  return new Date(lastSignedInAt.getTime() + removeAfterDays * dayMs);
}
