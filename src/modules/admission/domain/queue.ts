/** Where the queue before a Leistung stands. */
export type Queue = {
  /** The last number given. */
  readonly issued: number;
  /** The last number that may begin. */
  readonly called: number;
};

/** How long somebody who was called may take to begin, before the place goes to the next. */
export const graceMs = 3 * 60_000;

/** Whoever has not touched an application for so long is not counted as filling it in. */
export const atWorkMs = 10 * 60_000;

/** Between a number that is used and the application that is written then. */
export const beginningMs = 10_000;

/** What the calls of the last minutes tell about the next ones. */
export const paceMs = 10 * 60_000;

/** Calls as many as there is room for, in the order of their numbers. */
export function callNext(queue: Queue, free: number): Queue {
  const called = Math.min(queue.issued, queue.called + Math.max(0, free));
  return { ...queue, called };
}

/** How many minutes until a number is called, by how many were called in the last minutes; undefined: nobody was. */
export function minutesUntil(
  position: number,
  calledLately: number,
): number | undefined {
  if (calledLately <= 0) return undefined;
  return Math.max(1, Math.ceil((position / calledLately) * (paceMs / 60_000)));
}
