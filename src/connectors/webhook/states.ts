/** Our states that a state of theirs can mean. */
const meanings = ["pending", "delivered", "rejected"] as const;

export type Meaning = (typeof meanings)[number];

const line = /^(.{1,60}?)\s*=\s*(pending|delivered|rejected)$/u;

/** Lines such as `in Bearbeitung = pending`. Undefined: one is not of that form. */
export function readStates(
  text: string,
): ReadonlyMap<string, Meaning> | undefined {
  const lines = text.split(/\r?\n/u).map((one) => one.trim());
  const states = new Map<string, Meaning>(
    meanings.map((meaning) => [meaning, meaning]),
  );
  for (const one of lines.filter((text) => text !== "")) {
    const [, theirs, ours] = line.exec(one) ?? [];
    const meaning = meanings.find((known) => known === ours);
    if (theirs === undefined || meaning === undefined) return undefined;
    states.set(theirs, meaning);
  }
  return states;
}
