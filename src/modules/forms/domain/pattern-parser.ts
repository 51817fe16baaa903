/** What a pattern means, before it becomes an automaton. `set` tests one code point. */
export type PatternNode =
  | { readonly kind: "set"; readonly matches: (character: string) => boolean }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly node: PatternNode;
      readonly min: number;
      /** null: without end */
      readonly max: number | null;
    };

/** The pattern is no regular expression, or uses something that is not regular. */
export class PatternSyntaxError extends Error {
  readonly code = "pattern-syntax";
}

const maxSourceLength = 2000;
const maxNesting = 50;

/** Throws PatternSyntaxError. Anchors at the very start and end are allowed, because many authors write them. */
export function parsePattern(source: string): PatternNode {
  if (source.length > maxSourceLength)
    throw new PatternSyntaxError("pattern: longer than 2000 characters");
  const inner = source
    .replace(/^\^/, "")
    .replace(/(?<!\\)((?:\\\\)*)\$$/, "$1");
  const reader = { characters: Array.from(inner), position: 0, depth: 0 };
  const node = parseChoice(reader);
  if (reader.position < reader.characters.length)
    throw new PatternSyntaxError("pattern: unexpected closing bracket");
  return node;
}

type Reader = {
  readonly characters: readonly string[];
  position: number;
  depth: number;
};

function peek(reader: Reader): string | undefined {
  return reader.characters[reader.position];
}

function take(reader: Reader): string {
  const character = reader.characters[reader.position];
  if (character === undefined)
    throw new PatternSyntaxError("pattern: ends too early");
  reader.position += 1;
  return character;
}

function parseChoice(reader: Reader): PatternNode {
  const options = [parseSequence(reader)];
  while (peek(reader) === "|") {
    take(reader);
    options.push(parseSequence(reader));
  }
  return { kind: "choice", options };
}

function parseSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  for (
    let next = peek(reader);
    next !== undefined && next !== "|" && next !== ")";
    next = peek(reader)
  )
    parts.push(parseRepeat(reader));
  return { kind: "sequence", parts };
}

function parseRepeat(reader: Reader): PatternNode {
  const node = parseAtom(reader);
  const range = parseQuantifier(reader);
  if (!range) return node;
  const next = peek(reader);
  if (next === "*" || next === "+" || next === "{")
    throw new PatternSyntaxError(
      "pattern: quantifier without something to repeat",
    );
  // A lazy quantifier differs only in what is captured; for "does the whole value match" it is the same.
  if (next === "?") take(reader);
  return { kind: "repeat", node, ...range };
}

type Range = { readonly min: number; readonly max: number | null };

function parseQuantifier(reader: Reader): Range | undefined {
  switch (peek(reader)) {
    case "*":
      take(reader);
      return { min: 0, max: null };
    case "+":
      take(reader);
      return { min: 1, max: null };
    case "?":
      take(reader);
      return { min: 0, max: 1 };
    case "{":
      return parseBraces(reader);
    default:
      return undefined;
  }
}

function parseBraces(reader: Reader): Range {
  take(reader);
  let body = "";
  for (let next = take(reader); next !== "}"; next = take(reader)) body += next;
  const match = /^(\d{1,5})(?:(,)(\d{1,5})?)?$/.exec(body);
  if (!match) throw new PatternSyntaxError("pattern: quantity is not a number");
  const min = Number(match[1]);
  const open = match[2] !== undefined && match[3] === undefined;
  const max = open ? null : Number(match[3] ?? match[1]);
  if (max !== null && max < min)
    throw new PatternSyntaxError("pattern: quantity ends before it begins");
  return { min, max };
}

const needsBackslash = new Set("*+?{^$");

function parseAtom(reader: Reader): PatternNode {
  const character = take(reader);
  if (needsBackslash.has(character))
    throw new PatternSyntaxError("pattern: character needs a backslash here");
  switch (character) {
    case "(":
      return parseGroup(reader);
    case "[":
      return setFrom(readClass(reader));
    case ".":
      return setFrom("[^\\n\\r]");
    case "\\":
      return setFrom(readEscape(reader));
    default:
      return { kind: "set", matches: (candidate) => candidate === character };
  }
}

function parseGroup(reader: Reader): PatternNode {
  reader.depth += 1;
  if (reader.depth > maxNesting)
    throw new PatternSyntaxError("pattern: nested too deeply");
  if (peek(reader) === "?") skipNonCapturingMark(reader);
  const node = parseChoice(reader);
  if (take(reader) !== ")")
    throw new PatternSyntaxError("pattern: bracket is not closed");
  reader.depth -= 1;
  return node;
}

function skipNonCapturingMark(reader: Reader): void {
  take(reader);
  if (take(reader) !== ":")
    throw new PatternSyntaxError("pattern: look-around is not regular");
}

/** The class as written, `[` included; its inside is left to the engine, which tests one character with it. */
function readClass(reader: Reader): string {
  let source = "[";
  for (let next = take(reader); next !== "]"; next = take(reader)) {
    if (next === "[" && source !== "[" && source !== "[^")
      throw new PatternSyntaxError(
        "pattern: subtraction of classes is not supported",
      );
    source += next === "\\" ? readEscape(reader) : escapeInClass(next);
  }
  return `${source}]`;
}

function escapeInClass(character: string): string {
  return character === "[" ? "\\[" : character;
}

const plainEscapes = new Set("dDwWsSntr.-/\\^$|?*+(){}[]");
const xmlNameClasses: Readonly<Record<string, string>> = {
  i: "[\\p{L}_:]",
  c: "[\\p{L}\\p{N}_:.\\-]",
};

/** An escape in the engine's own spelling; throws on back references and unknown ones. */
function readEscape(reader: Reader): string {
  const character = take(reader);
  if (character === "p" || character === "P")
    return readProperty(reader, character);
  const nameClass = xmlNameClasses[character];
  if (nameClass !== undefined) return nameClass;
  if (!plainEscapes.has(character)) {
    if (/[\p{L}\p{N}]/u.test(character))
      throw new PatternSyntaxError("pattern: unknown escape or back reference");
    return character;
  }
  return `\\${character}`;
}

function readProperty(reader: Reader, letter: string): string {
  const first = take(reader);
  if (first !== "{") return `\\${letter}{${first}}`;
  let name = "";
  for (let next = take(reader); next !== "}"; next = take(reader)) name += next;
  // Java writes \p{IsLatin} for a script, XML Schema for a block; the script is what authors mean.
  return `\\${letter}{${name.replace(/^Is(\p{L}+)$/u, "Script=$1")}}`;
}

/** Lets the engine test a single character: no repetition, so nothing to backtrack over. */
function setFrom(classSource: string): PatternNode {
  let expression: RegExp;
  try {
    expression = new RegExp(`^${classSource}$`, "u");
  } catch (cause) {
    throw new PatternSyntaxError("pattern: not a class of characters", {
      cause,
    });
  }
  return { kind: "set", matches: (character) => expression.test(character) };
}
