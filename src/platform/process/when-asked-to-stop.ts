const stopSignals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Why the process is to end: a signal, or its launcher (bin/node24.mjs) is gone. */
export type StopReason = (typeof stopSignals)[number] | "launcher-gone";

/**
 * Calls `stop` once: at the first SIGTERM, SIGINT or SIGHUP, or when the launcher was
 * killed so hard that it could not pass a signal on. Ctrl-C reaches a process twice (from
 * the terminal and from the launcher), so further requests are ignored. Does not keep
 * the process alive. Returns a function that goes back to the default behaviour.
 */
export function whenAskedToStop(
  stop: (reason: StopReason) => void,
): () => void {
  const state = { isAsked: false };
  const ask = (reason: StopReason) => {
    if (state.isAsked) return;
    state.isAsked = true;
    stop(reason);
  };
  const launcherGone = () => {
    ask("launcher-gone");
  };

  for (const signal of stopSignals) process.on(signal, ask);
  if (process.connected) {
    process.on("disconnect", launcherGone);
    // Listening would keep the process alive until the launcher ends.
    process.channel?.unref();
  } else if (process.send !== undefined) {
    setImmediate(launcherGone); // it was killed before we could listen
  }
  return () => {
    for (const signal of stopSignals) process.off(signal, ask);
    process.off("disconnect", launcherGone);
  };
}
