const endSignals = ["SIGTERM", "SIGINT"] as const;

/** Why the process is to end: a signal, or its launcher (bin/node24.mjs) is gone. */
export type StopReason =
  | (typeof endSignals)[number]
  | "SIGHUP"
  | "launcher-gone";

/**
 * Calls `stop` once: at the first SIGTERM, SIGINT or SIGHUP, or when the launcher was
 * killed so hard that it could not pass a signal on. Ctrl-C reaches a process twice (from
 * the terminal and from the launcher), so further requests are ignored. Does not keep
 * the process alive. Returns a function that goes back to the default behaviour.
 * With `onHangUp` SIGHUP calls that instead, each time.
 */
export function whenAskedToStop(
  stop: (reason: StopReason) => void,
  { onHangUp }: { readonly onHangUp?: (() => void) | undefined } = {},
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

  const hangUp =
    onHangUp ??
    (() => {
      ask("SIGHUP");
    });

  for (const signal of endSignals) process.on(signal, ask);
  process.on("SIGHUP", hangUp);
  if (process.connected) {
    process.on("disconnect", launcherGone);
    // Listening would keep the process alive until the launcher ends.
    process.channel?.unref();
  } else if (process.send !== undefined) {
    setImmediate(launcherGone); // it was killed before we could listen
  }
  return () => {
    for (const signal of endSignals) process.off(signal, ask);
    process.off("SIGHUP", hangUp);
    process.off("disconnect", launcherGone);
  };
}
