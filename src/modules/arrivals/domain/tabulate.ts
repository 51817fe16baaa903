import type { ArrivedTable } from "../../submissions/index.ts";
import { isLeaf, type DataNode } from "./data-node.ts";

/** Nobody reads more; the file with the original data has all. */
const mostEntries = 2_000;

/**
 * The data as people can read them without knowing their form: a table for each group, with the names of the data or, where `labelOf` knows
 * one, its label. Values of the same name stand together.
 */
export function tabulate(
  root: DataNode,
  labelOf: (name: string) => string | undefined,
): readonly ArrivedTable[] {
  const tables: ArrivedTable[] = [];
  const room = { left: mostEntries };
  const visit = (node: DataNode, heading: string): void => {
    const values = new Map<string, string[]>();
    for (const child of node.children) {
      if (child.text === "" || room.left === 0) continue;
      room.left -= 1;
      const label = nameOf(child, labelOf);
      const text = readable(child.text);
      values.set(label, [...(values.get(label) ?? []), text]);
    }
    if (values.size > 0)
      tables.push({
        heading,
        entries: [...values].map(([label, texts]) => ({
          label,
          values: texts,
        })),
      });
    for (const child of node.children) {
      if (isLeaf(child)) continue;
      const name = nameOf(child, labelOf);
      visit(child, heading === "" ? name : `${heading} › ${name}`);
    }
  };
  visit(root, "");
  return tables;
}

const nameOf = (
  { name }: DataNode,
  labelOf: (name: string) => string | undefined,
) => labelOf(name) ?? wordsOf(name);

/** `LetzteZahlung` → `Letzte Zahlung`; ids such as `F60000227` stay. */
const wordsOf = (name: string): string =>
  name.replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ");

/** A day as people write it; all else as it came. */
function readable(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day === undefined ? text : `${day}.${String(month)}.${String(year)}`;
}
