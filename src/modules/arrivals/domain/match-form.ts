import type {
  Answers,
  FileAnswer,
  FormDefinition,
  Occurrence,
} from "../../forms/index.ts";
import { isLeaf, type DataNode } from "./data-node.ts";

type Element = FormDefinition["pages"][number]["elements"][number];

export type Matched = {
  readonly answers: Answers;
  /** Names, with those above them, of which the form knows nothing. */
  readonly unknown: readonly string[];
};

/**
 * The data as answers to a form: elements are named by their key or by their id in the standard the form comes from. Files are found by their
 * check sum. What is unknown is named and left out; nothing is guessed.
 */
export function matchForm(
  definition: FormDefinition,
  root: DataNode,
  files: readonly FileAnswer[],
): Matched {
  const elements = definition.pages.flatMap((page) => page.elements);
  const unknown: string[] = [];
  const answers = matchChildren(elements, unwrap(root, definition), {
    files,
    unknown,
    path: "",
  });
  return { answers, unknown };
}

/** Forms of this program wrap JSON in `form` and `data`; others may name the form around it. */
function unwrap(root: DataNode, { key }: FormDefinition): readonly DataNode[] {
  const { children } = root;
  const data = children.find(({ name }) => name === "data");
  if (data && children.some(({ name }) => name === "form"))
    return data.children;
  const [only] = children;
  return only && children.length === 1 && only.name === key
    ? only.children
    : children;
}

type Matching = {
  readonly files: readonly FileAnswer[];
  readonly unknown: string[];
  readonly path: string;
};

function matchChildren(
  elements: readonly Element[],
  nodes: readonly DataNode[],
  matching: Matching,
): Answers {
  const answers: Record<string, Occurrence[]> = {};
  for (const node of nodes) {
    const path =
      matching.path === "" ? node.name : `${matching.path}.${node.name}`;
    const element = elements.find(
      ({ key, source }) => key === node.name || source?.id === node.name,
    );
    const occurrence =
      element && matchNode(element, node, { ...matching, path });
    if (element && occurrence !== undefined)
      (answers[element.key] ??= []).push(occurrence);
    else if (element === undefined || hasContent(node))
      matching.unknown.push(path);
  }
  return answers;
}

function matchNode(
  element: Element,
  node: DataNode,
  matching: Matching,
): Occurrence | undefined {
  if (element.kind === "group")
    return node.text === ""
      ? matchChildren(element.elements, node.children, matching)
      : undefined;
  if (element.dataType === "file")
    return matching.files.find(({ sha256 }) => sha256 === node.sha256);
  if (element.dataType === "label" || !isLeaf(node)) return undefined;
  return element.dataType === "boolean" || element.dataType === "consent"
    ? (booleans[node.text] ?? node.text)
    : node.text;
}

/** Of XML Schema. */
const booleans: Readonly<Record<string, string>> = {
  "1": "true",
  "0": "false",
};

const hasContent = (node: DataNode): boolean =>
  node.text !== "" || node.children.length > 0;

/** Whether the data say themselves that they are for this form; `exactly`: in this version. */
export function isNamedBy(
  { key, version }: Pick<FormDefinition, "key" | "version">,
  names: readonly string[],
): "exactly" | "by-key" | undefined {
  const wanted = key.toLowerCase();
  const named = names
    .map((name) => name.toLowerCase())
    .filter((name) => name.includes(wanted));
  if (named.length === 0) return undefined;
  const isExact = named.some((name) => {
    const [, found] =
      /[_:/-]v?(\d+(?:\.\d+)*)/.exec(
        name.slice(name.indexOf(wanted) + wanted.length),
      ) ?? [];
    return found === version;
  });
  return isExact ? "exactly" : "by-key";
}

/** How many texts and files there are. */
export function countAnswers(answers: Answers): number {
  return Object.values(answers)
    .flat()
    .reduce((sum, occurrence) => {
      if (typeof occurrence === "string")
        return sum + (occurrence.trim() === "" ? 0 : 1);
      return sum + (isFile(occurrence) ? 1 : countAnswers(occurrence));
    }, 0);
}

const isFile = (
  occurrence: Exclude<Occurrence, string>,
): occurrence is FileAnswer => typeof occurrence["fileId"] === "string";
