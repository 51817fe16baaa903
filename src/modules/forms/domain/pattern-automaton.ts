import type { PatternNode } from "./pattern-parser.ts";

/** The pattern repeats so much that its automaton would not stay small. */
export class PatternTooLargeError extends Error {
  readonly code = "pattern-too-large";
}

/** Thompson's construction: each state reads one character or leads on without reading. */
export type Automaton = {
  readonly states: readonly State[];
  readonly start: number;
  readonly accept: number;
};

type State = {
  readonly matches?: (character: string) => boolean;
  readonly next: readonly number[];
};

const maxStates = 2000;

/** Throws PatternTooLargeError. Built from the end to the start, so that every state knows its successors. */
export function buildAutomaton(pattern: PatternNode): Automaton {
  const states: MutableState[] = [{ next: [] }];
  const start = append(states, pattern, 0);
  return { states, start, accept: 0 };
}

/** True when the whole value matches. Takes at most states × characters steps, whatever the pattern. */
export function runAutomaton(automaton: Automaton, value: string): boolean {
  const reach = createWalk(automaton);
  let current = reach([automaton.start]);
  for (const character of value) {
    const reached: number[] = [];
    for (const index of current) {
      const state = automaton.states[index];
      if (state?.matches?.(character)) reached.push(...state.next);
    }
    if (reached.length === 0) return false;
    current = reach(reached);
  }
  return current.includes(automaton.accept);
}

const maxWalk = 1000;

/**
 * True when some text with `min` to `max` characters is accepted, every character set taken to hold at least one character.
 * Without a near end the walk stops where the reachable states repeat, or far out, where no form means it.
 */
export function hasLengthBetween(
  automaton: Automaton,
  min: number,
  max: number,
): boolean {
  const reach = createWalk(automaton);
  let current = reach([automaton.start]);
  const seen = new Set<string>();
  for (let length = 0; length <= max; length += 1) {
    if (length >= min && current.includes(automaton.accept)) return true;
    if (length > maxWalk) return true;
    const fingerprint = [...current].sort((a, b) => a - b).join(" ");
    if (length >= min && seen.has(fingerprint)) return false;
    if (length >= min) seen.add(fingerprint);
    current = reach(
      current.flatMap((index) => {
        const state = automaton.states[index];
        return state?.matches ? state.next : [];
      }),
    );
    if (current.length === 0) return false;
  }
  return false;
}

type MutableState = {
  matches?: (character: string) => boolean;
  next: number[];
};

/** Adds the states for `node` in front of state `then`; returns where it starts. */
function append(
  states: MutableState[],
  node: PatternNode,
  then: number,
): number {
  switch (node.kind) {
    case "set":
      return addState(states, { matches: node.matches, next: [then] });
    case "sequence":
      return node.parts.reduceRight(
        (next, part) => append(states, part, next),
        then,
      );
    case "choice":
      return addState(states, {
        next: node.options.map((option) => append(states, option, then)),
      });
    case "repeat":
      return appendRepeat(states, node, then);
  }
}

function appendRepeat(
  states: MutableState[],
  { node, min, max }: Extract<PatternNode, { kind: "repeat" }>,
  then: number,
): number {
  let start = max === null ? appendLoop(states, node, then) : then;
  for (let count = min; count < (max ?? min); count += 1)
    start = addState(states, { next: [append(states, node, start), then] });
  for (let count = 0; count < min; count += 1)
    start = append(states, node, start);
  return start;
}

function appendLoop(
  states: MutableState[],
  node: PatternNode,
  then: number,
): number {
  const loop: MutableState = { next: [then] };
  const start = addState(states, loop);
  loop.next.push(append(states, node, start));
  return start;
}

function addState(states: MutableState[], state: MutableState): number {
  if (states.length >= maxStates)
    throw new PatternTooLargeError("pattern: needs too many states");
  return states.push(state) - 1;
}

/** From some states on to all that are reached without reading. Runs for each character, so it marks states instead of making sets. */
function createWalk({
  states,
}: Automaton): (from: readonly number[]) => number[] {
  const reachedIn = new Uint32Array(states.length);
  let walk = 0;
  return (from) => {
    walk += 1;
    const reached: number[] = [];
    const pending = [...from];
    for (
      let index = pending.pop();
      index !== undefined;
      index = pending.pop()
    ) {
      const state = states[index];
      if (!state || reachedIn[index] === walk) continue;
      reachedIn[index] = walk;
      reached.push(index);
      if (!state.matches) pending.push(...state.next);
    }
    return reached;
  };
}
