import { isId } from "../../../platform/values/id.ts";
import type { BatchItem } from "../domain/batch.ts";
import type { Vorgang } from "../domain/vorgang.ts";

/** Names in the forms of a batch. */
export const batchFields = {
  item: "v",
  all: "alle",
  list: "liste",
  action: "aktion",
  target: "ziel",
  text: "text",
} as const;

/** A Vorgang and what was seen of it, as one value. */
export function itemWord({
  id,
  lastPosition,
}: Pick<Vorgang, "id" | "lastPosition">): string {
  return `${id}_${String(lastPosition)}`;
}

/** Items of a form; what is none is left out. */
export function itemsOf(fields: URLSearchParams): readonly BatchItem[] {
  const items = fields.getAll(batchFields.item).flatMap((word) => {
    const [, id = "", position = ""] = /^([\w-]+)_(\d{1,6})$/.exec(word) ?? [];
    return isId(id) ? [[id, Number(position)] as const] : [];
  });
  return [...new Map(items)].map(([vorgangId, expectedPosition]) => ({
    vorgangId,
    expectedPosition,
  }));
}
