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
      values.set(label, [...(values.get(label) ?? []), child.text]);
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
) => labelOf(name) ?? name;
