/**
 * Waits for `work`, but not longer than until the signal fires; then throws the signal's reason.
 * The work itself is not stopped by this: for work that does not know the signal, such as a read that hangs.
 */
export async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const given = Promise.withResolvers<never>();
  const giveUp = () => given.reject(reasonOf(signal));
  if (signal.aborted) giveUp();
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, given.promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error
    ? signal.reason
    : new Error("aborted", { cause: signal.reason });
}
