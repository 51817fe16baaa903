import { splitMentions } from "./table-rows.ts";

/** A place in a text that is filled in for each copy: the value at this place of this list. */
export type Slot = { readonly list: keyof Lists; readonly index: number };

export type Part = string | Slot;

/** What is filled in. Values of one copy, or of one town. */
export type Lists = {
  /** Ids of the town and what it is called. */
  readonly town: readonly string[];
  /** Ids and numbers of the copy itself. */
  readonly own: readonly string[];
  /** Of whoever has an account: id, then address, for each of them. */
  readonly people: readonly string[];
  readonly times: readonly string[];
  readonly sealed: readonly string[];
  readonly hashes: readonly string[];
  readonly randoms: readonly string[];
  /** Of an entry of the audit log: number, hash before it, its own hash. */
  readonly chain: readonly string[];
};

export function fillIn(parts: readonly Part[], lists: Lists): string {
  let text = "";
  for (const part of parts)
    text +=
      typeof part === "string" ? part : (lists[part.list][part.index] ?? "");
  return text;
}

export type SlotOf = (mentioned: string) => Slot | undefined;

/** A text with slots for what it mentions. */
export function splitText(text: string, slotOf: SlotOf): readonly Part[] {
  return joined(
    splitMentions(text).map((part, index) =>
      index % 2 === 1 ? (slotOf(part) ?? part) : part,
    ),
  );
}

/** The same of bytes; what is not text, or mentions nothing, stays as it is. */
export function splitBytes(
  bytes: Buffer,
  slotOf: SlotOf,
): Buffer | readonly Part[] {
  const text = bytes.toString("utf8");
  const parts = Buffer.from(text).equals(bytes) ? splitText(text, slotOf) : [];
  return hasSlots(parts) ? parts : bytes;
}

export function hasSlots(parts: readonly Part[]): boolean {
  return parts.some((part) => typeof part !== "string");
}

/** Neighbouring texts become one. */
export function joined(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string")
      result[result.length - 1] = last + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

/** As the text format of COPY wants it. */
export function escaped(value: string): string {
  return value
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
