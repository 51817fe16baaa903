import type { FormDefinition, FormElement } from "../domain/form-definition.ts";

/** Ids under which the parts of a form appear in XDatenfelder. */
export type FimIds = {
  readonly schema: string;
  /** By element path: keys joined by dots. */
  readonly elements: ReadonlyMap<string, string>;
};

/**
 * Elements of FIM keep their id. Those of our own get one of the namespace 99, which FIM does not give out: a letter, 99 and nine digits
 * worked out from the path, so that the next export names the same element the same way.
 */
export function fimIds({ key, pages }: FormDefinition): FimIds {
  const elements = new Map<string, string>();
  const taken = new Set<string>();
  nameElements(
    pages.flatMap((page) => page.elements),
    { prefix: "", elements, taken },
  );
  return { schema: isFimId(key, "S") ? key : ownId("S", key), elements };
}

/** The id of a rule; not every form has one that may stand in the standard. */
export function ruleId(id: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(id) ? id : ownId("R", id);
}

/** An id of our own for something with this name. */
export function ownId(letter: "S" | "F" | "G" | "R", name: string): string {
  return `${letter}99${String(hash(name)).padStart(9, "0")}`;
}

type Naming = {
  readonly prefix: string;
  readonly elements: Map<string, string>;
  readonly taken: Set<string>;
};

function nameElements(elements: readonly FormElement[], naming: Naming): void {
  for (const element of elements) {
    const path = `${naming.prefix}${element.key}`;
    naming.elements.set(path, idOf(element, path, naming.taken));
    if (element.kind === "group")
      nameElements(element.elements, { ...naming, prefix: `${path}.` });
  }
}

function idOf(
  { kind, key, source }: FormElement,
  path: string,
  taken: Set<string>,
): string {
  if (source && usableId.test(source.id)) return source.id;
  const letter = kind === "group" ? "G" : "F";
  if (isFimId(key, letter)) return key;
  let id = ownId(letter, path);
  for (let attempt = 1; taken.has(id); attempt += 1)
    id = ownId(letter, `${path} ${String(attempt)}`);
  taken.add(id);
  return id;
}

const usableId = /^[A-Za-z][A-Za-z0-9_-]{0,99}$/;

function isFimId(key: string, letter: string): boolean {
  return key.startsWith(letter) && /^[A-Z]\d{8,11}$/.test(key);
}

/** FNV-1a, to nine decimal digits. */
function hash(text: string): number {
  const bits = Array.from(text).reduce(
    (sum, character) =>
      Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0,
    2_166_136_261,
  );
  return bits % 1_000_000_000;
}
