import { ok, refuse } from "../../../platform/result/result.ts";
import type { Result } from "../../../platform/result/result.ts";
import { PatternSyntaxError, parsePattern } from "./pattern-parser.ts";
import {
  PatternTooLargeError,
  buildAutomaton,
  hasLengthBetween,
  runAutomaton,
} from "./pattern-automaton.ts";

/** A regular expression from a form, ready to match whole values in time proportional to their length. */
export type CompiledPattern = {
  matches(value: string): boolean;
  /** Whether any text of so many characters matches. */
  canHaveLength(min: number, max: number): boolean;
};

export type PatternRefusal = {
  readonly kind: "pattern-not-supported" | "pattern-too-large";
};

/**
 * Compiles a regular expression of XML Schema (the common subset with Java and JavaScript).
 * Patterns come from other people's documents, so they never run on a backtracking engine: this one cannot be made slow.
 * Refuses look-around, back references and whatever else is not regular, and patterns that would need too many states.
 * @see XML Schema Part 2, Appendix F
 */
export function compilePattern(
  source: string,
): Result<CompiledPattern, PatternRefusal> {
  const known = compiledPatterns.get(source);
  if (known) return known;
  const compiled = compile(source);
  if (compiledPatterns.size >= maxCompiledPatterns) compiledPatterns.clear();
  compiledPatterns.set(source, compiled);
  return compiled;
}

const maxCompiledPatterns = 1000;
const compiledPatterns = new Map<
  string,
  Result<CompiledPattern, PatternRefusal>
>();

function compile(source: string): Result<CompiledPattern, PatternRefusal> {
  try {
    const automaton = buildAutomaton(parsePattern(source));
    return ok({
      matches: (value) => runAutomaton(automaton, value),
      canHaveLength: (min, max) => hasLengthBetween(automaton, min, max),
    });
  } catch (error) {
    if (error instanceof PatternSyntaxError)
      return refuse({ kind: "pattern-not-supported" });
    if (error instanceof PatternTooLargeError)
      return refuse({ kind: "pattern-too-large" });
    throw error;
  }
}
