/** Those who ask within a time share one answer; also when it is still being made, and when it fails. */
export function shareAnswer<Answer>(
  forMs: number,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  let until = 0;
  return () => {
    // Not by the clock: set back by an hour it would keep the answer that long.
    const now = performance.now();
    if (answer && now < until) return answer;
    until = now + forMs;
    return (answer = ask());
  };
}
