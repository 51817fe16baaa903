import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export const root = path.join(import.meta.dirname, "..");

/** Something in a source file, and where it stands. */
export type Found = {
  readonly file: string;
  readonly line: number;
  readonly text: string;
};

/** Paths below the project, with slashes, sorted. */
export function listFiles(...patterns: readonly string[]): readonly string[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((file) => file.split(path.sep).join("/"))
    .toSorted();
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readText(file),
    ts.ScriptTarget.Latest,
    true,
  );
}

/** Every name written in the file: of variables, types, properties, imports. */
export function identifiersOf(source: ts.SourceFile): readonly Found[] {
  return nodesOf(source)
    .filter((node) => ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
    .map((node) => found(source, node, node.text));
}

/** Without names of properties, which in tests are often keys of somebody's answers or addresses. */
export function ownNamesOf(source: ts.SourceFile): readonly Found[] {
  return nodesOf(source)
    .filter(ts.isIdentifier)
    .filter(({ parent }) => !isPropertyOfValue(parent))
    .map((node) => found(source, node, node.text));
}

/** Every string in the file, with the pieces of templates. */
export function stringsOf(source: ts.SourceFile): readonly Found[] {
  return nodesOf(source)
    .filter((node) => ts.isStringLiteralLike(node) || isTemplatePiece(node))
    .map((node) => found(source, node, node.text));
}

/** Templates tagged `html`, with `\0` where a value stands. */
export function htmlTemplatesOf(source: ts.SourceFile): readonly Found[] {
  return nodesOf(source)
    .filter(ts.isTaggedTemplateExpression)
    .filter(({ tag }) => tag.getText() === "html")
    .map((node) => found(source, node, templateText(node.template)));
}

/** `caseWorkerId` and `case-worker_id` as `case-worker-id`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, "-")
    .replaceAll(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "-")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}

export function at({ file, line, text }: Found): string {
  return `${file}:${String(line)} ${text}`;
}

function nodesOf(source: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

function isPropertyOfValue(parent: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)
  );
}

function isTemplatePiece(
  node: ts.Node,
): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return (
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}

function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [
    template.head.text,
    ...template.templateSpans.map(({ literal }) => literal.text),
  ].join("\0");
}

function found(source: ts.SourceFile, node: ts.Node, text: string): Found {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file: source.fileName, line: line + 1, text };
}
