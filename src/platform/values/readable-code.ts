/** Letters and digits that are not mixed up when read aloud or copied by hand. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** How many letters a code has, and after how many of them there is a gap. */
export type CodeShape = { readonly length: number; readonly group: number };

/**
 * A code for people from random bytes, such as `abcd-efgh-jkmn-pqrs`, with almost 5 bits a letter. Bytes that would make some letters likelier
 * are left out; undefined when too few are left.
 */
export function readableCodeFrom(
  bytes: Uint8Array,
  shape: CodeShape,
): string | undefined {
  const fair = Array.from(bytes).filter(
    (byte) => byte < 256 - (256 % alphabet.length),
  );
  if (fair.length < shape.length) return undefined;
  const letters = fair
    .slice(0, shape.length)
    .map((byte) => alphabet.charAt(byte % alphabet.length))
    .join("");
  return inGroups(letters, shape);
}

/** As it is compared: with gaps where they belong, in lower case. Undefined when it cannot be such a code. */
export function normaliseReadableCode(
  typed: string,
  shape: CodeShape,
): string | undefined {
  const letters = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  return letters.length === shape.length ? inGroups(letters, shape) : undefined;
}

function inGroups(letters: string, { group }: CodeShape): string {
  return (letters.match(new RegExp(`.{1,${String(group)}}`, "gu")) ?? []).join(
    "-",
  );
}
