import type { MailOutcome, MailTransport } from "./mail-transport.ts";

export type MailBrakeOptions = {
  /** Milliseconds of a clock that nobody sets; tests put another one in. */
  readonly now?: () => number;
};

/** So many in a row may fail by chance. */
const failuresToBrake = 5;
const firstPauseMs = 10_000;
const longestPauseMs = 60_000;
/** Short: a server that knows us not yet refuses each new address once, and takes the same mails some minutes later. */
const refusedPauseMs = 2_000;

/**
 * Does not call a mail server for every mail that waits while it takes none. One that is not there: after five calls in vain in a row one mail is
 * tried every 10, 20, 40, then 60 s. One that refuses for now (4xx) whatever comes: after five in a row one mail every 2 s. The first mail
 * that is taken or refused for good lets all others go.
 */
export function withMailBrake(
  transport: MailTransport,
  { now = () => performance.now() }: MailBrakeOptions = {},
): MailTransport {
  const state = { failures: 0, pausedUntil: 0 };
  const note = (outcome: MailOutcome) => {
    state.failures = failuresAfter(outcome, state.failures);
    state.pausedUntil = now() + pauseAfter(outcome, state.failures);
  };
  return {
    send: async (mail, signal) => {
      if (now() < state.pausedUntil)
        return { kind: "unavailable", reason: "smtp-paused" };
      // Nobody else tries while the one that is to find out is under way.
      if (state.failures >= failuresToBrake)
        state.pausedUntil = now() + longestPauseMs;
      const outcome = await transport.send(mail, signal);
      note(outcome);
      return outcome;
    },
  };
}

function failuresAfter(outcome: MailOutcome, before: number): number {
  if (outcome.kind !== "unavailable") return 0;
  // However often it refused: when it goes away then, it is soon asked again.
  return isRefusal(outcome)
    ? Math.min(before + 1, failuresToBrake)
    : before + 1;
}

function pauseAfter(outcome: MailOutcome, failures: number): number {
  if (failures < failuresToBrake) return 0;
  if (isRefusal(outcome)) return refusedPauseMs;
  return Math.min(
    firstPauseMs * 2 ** (failures - failuresToBrake),
    longestPauseMs,
  );
}

/** 421: the server is about to go away. @see RFC 5321 section 3.8 */
function isRefusal(outcome: MailOutcome): boolean {
  return (
    outcome.kind === "unavailable" && /^smtp-4(?!21)\d\d$/.test(outcome.reason)
  );
}
