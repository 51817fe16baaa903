/**
 * How long a draft stays open in a browser that others may use, without a request of its owner. After that it is still stored, but only
 * its private link opens it. @see BSI TR-03160, WCAG 2.2 criterion 2.2.1
 */
export const sessionMinutes = 60;

/** Asked this long before the end whether to go on; WCAG wants at least 20 seconds, people want more. */
const warningMinutes = 5;

/** How long somebody may be away, and what they are told before. */
export type SessionTerm = {
  /** Until the end, if nobody is here any more. */
  readonly seconds: number;
  /** Asked this long before whether to go on. */
  readonly warningSeconds: number;
  /** Being here does not prolong it any more. */
  readonly isLast: boolean;
};

/** Of a draft that is open in a browser which others may use. */
export const draftTerm: SessionTerm = {
  seconds: sessionMinutes * 60,
  warningSeconds: warningMinutes * 60,
  isLast: false,
};

/** Of the session of an account: the surer it is, the shorter, and the shorter the warning. */
export function accountTerm(
  {
    endsAt,
    endsAtLatest,
  }: { readonly endsAt: Date; readonly endsAtLatest: Date },
  now: Date,
): SessionTerm {
  const seconds = Math.max(
    0,
    Math.floor((endsAt.getTime() - now.getTime()) / 1000),
  );
  return {
    seconds,
    warningSeconds: Math.min(
      warningMinutes * 60,
      Math.max(60, Math.floor(seconds / 6)),
    ),
    isLast: endsAt.getTime() >= endsAtLatest.getTime(),
  };
}

/** What the cookie of a draft says. */
export type DraftSession = {
  readonly key: string;
  /** When its owner was last here; absent on the owner's own device, where the draft stays open for its whole term. */
  readonly activeAt?: Date;
};

/** `<key>` or `<key>.<seconds since 1970>`; characters that are safe in a cookie. */
export function writeSession({ key, activeAt }: DraftSession): string {
  return activeAt
    ? `${key}.${String(Math.floor(activeAt.getTime() / 1000))}`
    : key;
}

export function parseSession(cookie: string): DraftSession {
  const [key = "", seconds] = cookie.split(".");
  return seconds === undefined
    ? { key }
    : { key, activeAt: new Date(Number(seconds) * 1000) };
}

/** True when nobody was here for too long; also for a time that is none. */
export function hasEnded({ activeAt }: DraftSession, now: Date): boolean {
  if (!activeAt) return false;
  const idleMs = now.getTime() - activeAt.getTime();
  return !(idleMs < sessionMinutes * 60_000);
}
