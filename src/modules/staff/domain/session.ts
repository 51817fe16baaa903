/** What is still to do before a session counts as signed in. */
export type SessionStage = "code" | "password" | "factor" | "full";

/** Whether somebody without a second factor has to set one up before the sign-in counts. */
export type SecondFactorPolicy = "required" | "optional";

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

/** What a sign-in still has to ask somebody for. */
export type SignInNeeds = {
  readonly hasSecondFactor: boolean;
  readonly passwordIsOneTime: boolean;
};

/** The first thing to do after the password was right. */
export function stageAfterPassword(
  needs: SignInNeeds,
  policy: SecondFactorPolicy,
): SessionStage {
  return needs.hasSecondFactor ? "code" : stageAfterCode(needs, policy);
}

/** What is left once the second factor was right, or there is none. */
export function stageAfterCode(
  needs: SignInNeeds,
  policy: SecondFactorPolicy,
): SessionStage {
  return needs.passwordIsOneTime
    ? "password"
    : stageAfterOwnPassword(needs, policy);
}

/** What is left once the password is one that only its owner knows. */
export function stageAfterOwnPassword(
  { hasSecondFactor }: Pick<SignInNeeds, "hasSecondFactor">,
  policy: SecondFactorPolicy,
): SessionStage {
  return hasSecondFactor || policy === "optional" ? "full" : "factor";
}
