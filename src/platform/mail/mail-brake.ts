import type { MailOutcome, MailTransport } from "./mail-transport.ts";

export type MailBrakeOptions = {
  /** Milliseconds of a clock that nobody sets; tests put another one in. */
  readonly now?: () => number;
};

/** So many in a row may fail by chance. */
const failuresToBrake = 5;
const firstPauseMs = 10_000;
const longestPauseMs = 60_000;

/**
 * Does not call a mail server that is not there for every mail that waits: after five calls in vain in a row one mail is tried every 10, 20,
 * 40, then 60 s, and the first that is answered lets all others go. A refusal is an answer, too, such as 451 of a server that knows us not yet.
 */
export function withMailBrake(
  transport: MailTransport,
  { now = () => performance.now() }: MailBrakeOptions = {},
): MailTransport {
  const state = { failures: 0, pausedUntil: 0 };
  const note = (outcome: MailOutcome) => {
    if (isAnswer(outcome)) {
      state.failures = 0;
      state.pausedUntil = 0;
      return;
    }
    state.failures += 1;
    state.pausedUntil = now() + pauseAfter(state.failures);
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

function pauseAfter(failures: number): number {
  if (failures < failuresToBrake) return 0;
  return Math.min(
    firstPauseMs * 2 ** (failures - failuresToBrake),
    longestPauseMs,
  );
}

/** 421: the server is about to go away. @see RFC 5321 section 3.8 */
function isAnswer(outcome: MailOutcome): boolean {
  return (
    outcome.kind !== "unavailable" || /^smtp-4(?!21)\d\d$/.test(outcome.reason)
  );
}
