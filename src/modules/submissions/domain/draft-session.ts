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
  /** Host label of the portal of the authority that has the draft, where that is another one than the portal the cookie belongs to. */
  readonly at?: string | undefined;
  /** When its owner was last here; absent on the owner's own device, where the draft stays open for its whole term. */
  readonly activeAt?: Date;
};

/** `<key>` or `<key>.<seconds since 1970>`, the key perhaps with where it opens something; characters that are safe in a cookie. */
export function writeSession({ activeAt, ...place }: DraftSession): string {
  const key = writePlacedKey(place);
  return activeAt
    ? `${key}.${String(Math.floor(activeAt.getTime() / 1000))}`
    : key;
}

export function parseSession(cookie: string): DraftSession {
  const [placed = "", seconds] = cookie.split(".");
  const place = parsePlacedKey(placed);
  return seconds === undefined
    ? place
    : { ...place, activeAt: new Date(Number(seconds) * 1000) };
}

/** A key, and where it opens something. */
export type PlacedKey = Pick<DraftSession, "key" | "at">;

/** `<key>` or `<key>~<host label>`, for cookies and addresses. */
export function writePlacedKey({ key, at }: PlacedKey): string {
  return at === undefined ? key : `${key}~${at}`;
}

export function parsePlacedKey(text: string): PlacedKey {
  const [key = "", at] = text.split("~");
  return at === undefined || at === "" ? { key } : { key, at };
}

/** True when nobody was here for too long; also for a time that is none. */
export function hasEnded({ activeAt }: DraftSession, now: Date): boolean {
  if (!activeAt) return false;
  const idleMs = now.getTime() - activeAt.getTime();
  return !(idleMs < sessionMinutes * 60_000);
}
