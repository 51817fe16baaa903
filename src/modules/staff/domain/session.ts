/** What is still to do before a session counts as signed in. */
export type SessionStage = "code" | "password" | "full";

const minute = 60_000;

const sessionLimits = {
  /** A session nobody used for this long has ended. */
  idleMs: 60 * minute,
  /** A working day; then everybody signs in again. */
  longestMs: 12 * 60 * minute,
  /** Time to type the code or choose a password. */
  pendingMs: 10 * minute,
  /** Use is noted at most this often, so that reading costs no write. */
  noteUseEveryMs: minute,
} as const;

/** Times a stored session is compared with. */
export type SessionCutOffs = {
  readonly createdAfter: Date;
  readonly seenAfter: Date;
  readonly pendingAfter: Date;
  readonly noteUseBefore: Date;
};

/** Sessions made or seen before these moments have ended. */
export function sessionCutOffs(now: Date): SessionCutOffs {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  return {
    createdAfter: ago(sessionLimits.longestMs),
    seenAfter: ago(sessionLimits.idleMs),
    pendingAfter: ago(sessionLimits.pendingMs),
    noteUseBefore: ago(sessionLimits.noteUseEveryMs),
  };
}

/** The first thing to do after the password was right. */
export function stageAfterPassword(member: {
  readonly hasSecondFactor: boolean;
  readonly passwordIsOneTime: boolean;
}): SessionStage {
  return member.hasSecondFactor ? "code" : stageAfterCode(member);
}

/** What is left once the second factor was right. */
export function stageAfterCode(member: {
  readonly passwordIsOneTime: boolean;
}): SessionStage {
  return member.passwordIsOneTime ? "password" : "full";
}
