const waiting = new Set<() => Promise<unknown>>();

/** Tidies up before this process ends by SIGINT or SIGTERM. Answers with what takes it back. */
export function whenInterrupted(tidy: () => Promise<unknown>): () => void {
  if (waiting.size === 0)
    for (const signal of signals) process.once(signal, end);
  waiting.add(tidy);
  return () => {
    waiting.delete(tidy);
    if (waiting.size === 0)
      for (const signal of signals) process.off(signal, end);
  };
}

const signals = ["SIGINT", "SIGTERM"] as const;

function end(): void {
  void Promise.allSettled([...waiting].map((tidy) => tidy())).then(() =>
    process.exit(130),
  );
}
