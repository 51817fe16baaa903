import { buildAutomaton, type Automaton } from "../domain/pattern-automaton.ts";
import { parsePattern } from "../domain/pattern-parser.ts";

export type TextLimits = {
  readonly minLength?: number;
  readonly maxLength?: number;
};

/** Letters first: what is made of them looks most like what people type. */
const candidates = Array.from(
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,/@_+äöüÄÖÜß()'&:;#%*!?",
);

/**
 * A text that the pattern takes and that keeps the limits; undefined when there is none within them (made of everyday characters).
 * `choose` picks a number below its argument.
 */
export function sampleOfPattern(
  pattern: string,
  { minLength = 0, maxLength = 200 }: TextLimits,
  choose: (below: number) => number,
): string | undefined {
  const automaton = buildAutomaton(parsePattern(pattern));
  const walk = { automaton, distance: distances(automaton), choose };
  let place: { state: number; text: string } | undefined = {
    state: automaton.start,
    text: "",
  };
  while (place) {
    const isLongEnough = place.text.length >= minLength;
    if (isLongEnough && distanceFrom(walk, place.state) === 0)
      return place.text;
    place = step(walk, place, {
      left: maxLength - place.text.length,
      wants: minLength - place.text.length,
    });
  }
  return undefined;
}

type Walk = {
  readonly automaton: Automaton;
  /** How many characters lead from a state to the end. */
  readonly distance: readonly number[];
  readonly choose: (below: number) => number;
};

type Place = { readonly state: number; readonly text: string };

function step(
  walk: Walk,
  { state, text }: Place,
  { left, wants }: { readonly left: number; readonly wants: number },
): Place | undefined {
  const options = readable(walk.automaton, state).flatMap((index) => {
    const reading = walk.automaton.states[index];
    const [next = index] = reading?.next ?? [];
    const rest = distanceFrom(walk, next);
    if (rest > left - 1) return [];
    // While the text is too short, an end that cannot be left again is a dead end.
    const goesOn = readable(walk.automaton, next).length > 0;
    return wants > 1 && !goesOn
      ? []
      : candidates
          .filter((character) => reading?.matches?.(character))
          .map((character) => ({ state: next, text: text + character, rest }));
  });
  const nearest = Math.min(...options.map(({ rest }) => rest));
  const sensible =
    wants > 0 ? options : options.filter(({ rest }) => rest === nearest);
  return sensible[walk.choose(Math.max(1, sensible.length))];
}

function distanceFrom({ automaton, distance }: Walk, state: number): number {
  const reachable = closure(automaton, state);
  return Math.min(
    ...[...reachable].map((index) => distance[index] ?? Infinity),
  );
}

function readable(automaton: Automaton, state: number): number[] {
  return [...closure(automaton, state)].filter(
    (index) => automaton.states[index]?.matches !== undefined,
  );
}

/** States reached without reading a character. */
function closure(automaton: Automaton, from: number): Set<number> {
  const reached = new Set<number>();
  const pending = [from];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    const state = automaton.states[index];
    if (state && !state.matches) pending.push(...state.next);
  }
  return reached;
}

function distances({ states, accept }: Automaton): number[] {
  const found = states.map((_, index) => (index === accept ? 0 : Infinity));
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const [index, { matches, next }] of states.entries()) {
      const best =
        Math.min(Infinity, ...next.map((after) => found[after] ?? Infinity)) +
        (matches ? 1 : 0);
      if (best < (found[index] ?? Infinity)) {
        found[index] = best;
        hasChanged = true;
      }
    }
  }
  return found;
}
