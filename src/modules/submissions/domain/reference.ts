/**
 * Digits and letters that neither look alike nor make words: O, Q, D stand for 0, I and L for 1, Z for 2, S for 5, G for 6, B for 8;
 * no vowels. Their number is a prime, which the check character needs.
 */
const ALPHABET = "0123456789CFHJKMNPRTWXY";
const BASE = ALPHABET.length;
const RANDOM_CHARACTERS = 10;
const GROUPS = /^(.{4})(.{4})(.{3})$/u;
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  Z: "2",
  S: "5",
  G: "6",
  B: "8",
};

/**
 * A new reference number of a submission: ten random characters (45 bits) and a check character, as it is stored: `7K4M29CFX3T`.
 * Uniqueness is left to the database.
 */
export function newReference(
  randomBytes: (size: number) => Uint8Array,
): string {
  let reference = "";
  // Drawing costs the same for one byte and for many.
  while (reference.length < RANDOM_CHARACTERS)
    reference += charactersOf(randomBytes(2 * RANDOM_CHARACTERS));
  reference = reference.slice(0, RANDOM_CHARACTERS);
  return reference + checkCharacter(reference);
}

/** Bytes above the last full round are left out: they would make some characters come more often than others. */
function charactersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 256 - (256 % BASE) ? ALPHABET.charAt(byte % BASE) : "",
  ).join("");
}

/** In groups, for reading aloud: `7K4M-29CF-X3T`. Anything that is no stored reference stays as it is. */
export function formatReference(reference: string): string {
  return reference.replace(GROUPS, "$1-$2-$3");
}

/**
 * The stored form of what somebody typed: spaces, hyphens, lower case and look-alike letters are forgiven.
 * `undefined` when it cannot be a reference: a wrong or swapped character is always noticed.
 */
export function parseReference(typed: string): string | undefined {
  const characters = Array.from(
    typed.toUpperCase().replace(/[\s\-–—._/]/gu, ""),
    (char) => LOOK_ALIKES[char] ?? char,
  );
  const reference = characters.join("");
  const isComplete =
    characters.length === RANDOM_CHARACTERS + 1 &&
    characters.every((char) => ALPHABET.includes(char));
  return isComplete && weightedSum(reference) % BASE === 0
    ? reference
    : undefined;
}

function checkCharacter(reference: string): string {
  const fits = (char: string) => weightedSum(reference + char) % BASE === 0;
  return Array.from(ALPHABET).find(fits) ?? "";
}

/** Each place has a weight of its own: with a prime base, one wrong character and two swapped ones always change the sum. */
function weightedSum(characters: string): number {
  return Array.from(characters).reduce(
    (sum, char, index) => sum + (index + 1) * ALPHABET.indexOf(char),
    0,
  );
}

/** A number as it was typed, as a submission has it; what is none stays as it is and belongs to nothing. */
export function storedReference(typed: string): string {
  const characters = parseReference(typed);
  return characters === undefined ? typed.trim() : formatReference(characters);
}
