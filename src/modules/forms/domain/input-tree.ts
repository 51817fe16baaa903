import { maxOccurrences } from "./answers.ts";
import type { PageInput, UploadedFile } from "./page-input.ts";

/** The names of a request's fields, split at the dots: `G1.0.F2.0` is four levels deep. */
export type InputNode = {
  readonly children: Map<string, InputNode>;
  readonly values: string[];
  readonly files: UploadedFile[];
};

const maxLevels = 60;

export function inputTree({ fields, files }: PageInput): InputNode {
  const root = emptyNode();
  for (const [name, value] of fields) nodeAt(root, name)?.values.push(value);
  for (const file of files) nodeAt(root, file.field)?.files.push(file);
  return root;
}

export function childOf(
  node: InputNode | undefined,
  name: string,
): InputNode | undefined {
  return node?.children.get(name);
}

/** The occurrence numbers below this name, ascending; at most as many as an element may occur. */
export function indexesOf(node: InputNode | undefined): number[] {
  const names = node ? [...node.children.keys()] : [];
  // The three inputs of a date are called 0-day, 0-month and 0-year.
  const indexes = names
    .map((name) => /^(0|[1-9]\d{0,3})(?:-\w+)?$/.exec(name)?.[1])
    .filter((index) => index !== undefined)
    .map(Number);
  return [...new Set(indexes)].sort((a, b) => a - b).slice(0, maxOccurrences);
}

function nodeAt(root: InputNode, name: string): InputNode | undefined {
  const levels = name.split(".");
  if (levels.length > maxLevels) return undefined;
  return levels.reduce((node, level) => {
    const known = node.children.get(level);
    if (known) return known;
    const added = emptyNode();
    node.children.set(level, added);
    return added;
  }, root);
}

function emptyNode(): InputNode {
  return { children: new Map(), values: [], files: [] };
}
