import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";
import { listFiles, parse, readText } from "./source-text.ts";

const modules = listFiles(
  "src/modules/*/{index,content,own-data,deciding,correction,output,commands}.ts",
);
const connectors = listFiles("src/connectors/*/index.ts");
const faces = [...modules, ...connectors];
const moduleFolders = foldersOf(listFiles("src/modules/*/{index,module}.ts"));
const widestFace = 20;
/** Wider on purpose: why is in the decision. */
const widerFaces: Readonly<Record<string, number>> = {
  // docs/adr/0022-two-faces-of-forms.md
  "src/modules/forms/index.ts": 32,
};

describe("faces", () => {
  test("are there", () => {
    assert.ok(faces.length >= 5);
  });

  test("document every function and value they promise", () => {
    const silent = faces
      .flatMap(promisesOf)
      .filter((it) => it.isValue && !it.isDocumented);
    assert.deepEqual(silent.map(nameOf), []);
  });

  test("promise only what exists", () => {
    const lost = faces.flatMap(promisesOf).filter((it) => !it.exists);
    assert.deepEqual(lost.map(nameOf), []);
  });

  test(`have at most ${String(widestFace)} functions and values: a wider face is two modules`, () => {
    const wide = faces.filter(
      (face) =>
        promisesOf(face).filter((it) => it.isValue).length >
        (widerFaces[face] ?? widestFace),
    );
    assert.deepEqual(wide, []);
  });
});

describe("READMEs", () => {
  test("of modules have 10 to 30 lines: longer means unclear", () => {
    const wrong = withoutFittingReadme(moduleFolders, { least: 10, most: 30 });
    assert.deepEqual(wrong, []);
  });

  test("of connectors hold the contract with the other side, in at most 80 lines", () => {
    const wrong = withoutFittingReadme(foldersOf(connectors), {
      least: 10,
      most: 80,
    });
    assert.deepEqual(wrong, []);
  });
});

describe("exceptions from the rules", () => {
  const files = listFiles("{src,scripts,test,bench,bin}/**/*.{ts,js,mjs}");

  test("state their reason", () => {
    const word = ["eslint", "disable"].join("-");
    const directive = new RegExp(`${word}[^\n]*`, "gu");
    const silent = files.flatMap((file) =>
      [...readText(file).matchAll(directive)]
        .filter(([text]) => !/ -- \S/u.test(text))
        .map(([text]) => `${file}: ${text}`),
    );
    assert.deepEqual(silent, []);
  });

  test("never silence the compiler", () => {
    const word = ["@ts", "(?:ignore|nocheck|expect-error)"].join("-");
    const directive = new RegExp(word, "u");
    const silenced = files.filter((file) => directive.test(readText(file)));
    assert.deepEqual(silenced, []);
  });

  test("no test is left out, but for what this machine does not have", () => {
    const tests = files.filter((file) => /\.(?:test|spec)\.ts$/u.test(file));
    const leftOut = tests.filter((file) =>
      /\b(?:test|describe|it)\.(?:only|skip|todo)\(|\b(?:skip|only|todo): (?:true|"|`)/u.test(
        readText(file),
      ),
    );
    assert.deepEqual(leftOut, []);
  });
});

function foldersOf(files: readonly string[]): readonly string[] {
  return [...new Set(files.map((file) => path.posix.dirname(file)))];
}

function withoutFittingReadme(
  folders: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): readonly string[] {
  return folders.filter((folder) => {
    const [readme] = listFiles(`${folder}/README.md`);
    const lines = readme ? readText(readme).trim().split("\n").length : 0;
    return lines < least || lines > most;
  });
}

type Promised = {
  readonly face: string;
  readonly name: string;
  readonly exists: boolean;
  readonly isValue: boolean;
  readonly isDocumented: boolean;
};

function nameOf({ face, name }: Promised): string {
  return `${face} ${name}`;
}

/** What a face re-exports by name, looked up where it is declared. */
function promisesOf(face: string): readonly Promised[] {
  return parse(face)
    .statements.filter(ts.isExportDeclaration)
    .flatMap((statement) => {
      const { exportClause, moduleSpecifier } = statement;
      if (!exportClause || !ts.isNamedExports(exportClause)) return [];
      if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
      const file = path.posix.join(
        path.posix.dirname(face),
        moduleSpecifier.text,
      );
      return exportClause.elements.map((element) => {
        const declaration = findDeclaration(
          file,
          (element.propertyName ?? element.name).text,
        );
        return {
          face,
          name: element.name.text,
          exists: declaration !== undefined,
          isValue: declaration !== undefined && !isType(declaration),
          isDocumented: declaration !== undefined && isDocumented(declaration),
        };
      });
    });
}

function findDeclaration(file: string, name: string): ts.Statement | undefined {
  return parse(file).statements.find((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.some(
        (it) => it.name.getText() === name,
      );
    return isNamed(statement) && statement.name?.text === name;
  });
}

function isNamed(
  statement: ts.Statement,
): statement is
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.TypeAliasDeclaration
  | ts.InterfaceDeclaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    isType(statement)
  );
}

function isType(
  statement: ts.Statement,
): statement is ts.TypeAliasDeclaration | ts.InterfaceDeclaration {
  return (
    ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)
  );
}

function isDocumented(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).length > 0;
}
