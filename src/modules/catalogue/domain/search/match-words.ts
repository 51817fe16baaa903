import {
  editDistance,
  editDistanceWithin,
} from "../../../../platform/values/edit-distance.ts";

/**
 * How well a stem that was typed fits a stem of the catalogue, 0 (not at all) to 1 (the same).
 * Sees beginnings, ends and middles of compounds in both directions, and typing errors.
 */
export function matchStems(typed: string, known: string): number {
  if (typed === known) return 1;
  const quality = Math.max(matchPart(typed, known), matchWhole(typed, known));
  return quality > 0 ? quality : matchTypingErrors(typed, known);
}

/** "park" or "ausweis" for "bewohnerparkausweis". The head of a German compound is its end. */
function matchPart(typed: string, known: string): number {
  const share = typed.length / known.length;
  if (typed.length >= 3 && known.startsWith(typed)) return 0.75 + 0.15 * share;
  if (typed.length < 4) return 0;
  if (known.endsWith(typed)) return 0.7 + 0.15 * share;
  // In the middle short ones stand by chance: "zieh" in "erziehung".
  if (typed.length < 5) return 0;
  return known.includes(typed) ? 0.55 + 0.15 * share : 0;
}

/** "hundesteueranmeldung" for "hundesteuer". */
function matchWhole(typed: string, known: string): number {
  if (known.length < 4) return 0;
  const share = known.length / typed.length;
  if (isBeginning(typed, known) || isHead(typed, known)) {
    return 0.45 + 0.3 * share;
  }
  return known.length >= 6 && typed.includes(known) ? 0.5 : 0;
}

const shortestHead = 5;
const longestRest = 5;
const longestPrefix = 3;

/** A short beginning says little of a long word: "raum" is no answer to "raumschiff". "hund" is one to "hundehaltung", cut to its stem. */
function isBeginning(typed: string, known: string): boolean {
  return (
    typed.startsWith(known) &&
    (known.length >= shortestHead || typed.length - known.length <= longestRest)
  );
}

/** The end of a compound says what it is, but a short one ends many: "land" is no answer to "mondlandung". "meld" is one to "anmeldung". */
function isHead(typed: string, known: string): boolean {
  return (
    typed.endsWith(known) &&
    (known.length >= shortestHead ||
      typed.length - known.length <= longestPrefix)
  );
}

function matchTypingErrors(typed: string, known: string): number {
  const most = mostErrors(typed.length);
  if (most === 0) return 0;
  const whole = editDistance(typed, known, most);
  if (whole <= most) return 0.75 - 0.1 * whole;
  if (typed.length < 6 || known.length <= typed.length) return 0;
  const within = editDistanceWithin(typed, known);
  return within < most || (within <= most && typed.length >= 8)
    ? 0.5 - 0.1 * within
    : 0;
}

function mostErrors(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
