import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readGlossary } from "./glossary.ts";
import {
  at,
  htmlTemplatesOf,
  identifiersOf,
  listFiles,
  ownNamesOf,
  parse,
  stringsOf,
  wordsOf,
  type Found,
} from "./source-text.ts";

const glossary = readGlossary();
const files = listFiles("src/**/*.ts", "scripts/**/*.ts", "src/**/*.js");
const sources = files.map(parse);

// An importer keeps the words of the other side (house style 10).
const keepsForeignWords = /^src\/(modules\/forms\/import|connectors)\//u;

// Words that look German and are English, or names of this program.
const looksGerman = new Set(["english", "publish", "polish", "coerce", "oaep"]);

const germanShape =
  /ae|oe[fglmrt]|[bdfhkmnprtw]ue(?!d$)[bcdfghlmnrstz]|schl|schr|schw|tsch|(?<!yo|l|s)ung(?:en|s)?$|(?:keit|heit|schaft)(?:en)?$|(?:lich|isch)(?:e|er|es|en)?$|ieren$|strasse/u;

// Not texts for people: tables of letters and of how to fold them, words that a search leaves out, passwords that are too common.
const wordLists = [
  "src/platform/values/fold-text.ts",
  "src/platform/values/latin-characters.ts",
  "src/modules/catalogue/domain/search/everyday-synonyms.ts",
  "src/modules/catalogue/domain/search/search-words.ts",
  "src/platform/passwords/regional-passwords.ts",
];

const identifiers = ownIdentifiers();

describe("glossary", () => {
  test("was read and saw the source", () => {
    assert.ok(glossary.forbidden.size > 50);
    assert.ok(files.length > 50);
  });

  test("no identifier and no file name uses a forbidden synonym", () => {
    const names = [...fileNames(), ...identifiers].filter(
      ({ file }) => !keepsForeignWords.test(file),
    );
    assertNone(names, (name) => forbiddenIn(name) !== undefined);
  });

  test("no identifier and no file name has letters outside ASCII", () => {
    const names = [...fileNames(), ...identifiers];
    // eslint-disable-next-line no-control-regex -- the range of ASCII begins with control characters
    assertNone(names, (name) => /[^\u0000-\u007f]/u.test(name));
  });

  test("German words in identifiers are in the glossary", () => {
    assertNone(
      identifiers.filter(({ file }) => !keepsForeignWords.test(file)),
      (name) =>
        wordsOf(name).some(
          (word) =>
            germanShape.test(word) &&
            !glossary.germanWords.has(word) &&
            !looksGerman.has(word),
        ),
    );
  });

  test("texts for people stand in i18n files only", () => {
    const strings = sources
      .filter(({ fileName }) => showsTexts(fileName))
      .flatMap(stringsOf);
    assertNone(strings, (text) => /[äöüßÄÖÜ„“]/u.test(text));
  });

  test("templates have no words of their own", () => {
    const templates = sources
      .filter(({ fileName }) => showsTexts(fileName))
      .flatMap(htmlTemplatesOf);
    assertNone(templates, hasVisibleWords);
  });
});

describe("the checks themselves", () => {
  test("find a forbidden synonym in every spelling", () => {
    for (const name of ["caseWorkerId", "CASE_WORKER", "the-case-worker.ts"])
      assert.equal(forbiddenIn(name), "case-worker", name);
    assert.equal(forbiddenIn("caseworker"), undefined);
  });

  test("tell German words from English ones", () => {
    for (const word of ["gebuehr", "zustaendig", "pruefung", "moeglich"])
      assert.match(word, germanShape);
    for (const word of [
      "value",
      "request",
      "schema",
      "young",
      "continued",
      "does",
    ])
      assert.doesNotMatch(word, germanShape);
  });

  test("see words between tags and in labels", () => {
    assert.ok(hasVisibleWords("<p>Senden</p>"));
    assert.ok(hasVisibleWords(`<a aria-label="Zur Suche">\0</a>`));
    assert.ok(!hasVisibleWords(`<p class="kern-text">\0, \0&nbsp;€</p>`));
  });
});

function fileNames(): readonly Found[] {
  return files.map((file) => ({
    file,
    line: 1,
    text: file.split("/").at(-1) ?? "",
  }));
}

/** Without texts, demo content and word lists. */
function ownIdentifiers(): readonly Found[] {
  return sources
    .filter(
      ({ fileName }) =>
        !/\/(?:i18n|demo)\//u.test(fileName) && !wordLists.includes(fileName),
    )
    .flatMap((source) =>
      /\.test\.ts$|\/testing\//u.test(source.fileName)
        ? ownNamesOf(source)
        : identifiersOf(source),
    );
}

/** Not main/: it speaks to the operator on the console, in both languages at once. */
function showsTexts(file: string): boolean {
  return (
    file.startsWith("src/") &&
    !file.startsWith("src/main/") &&
    !/\/(?:i18n|demo|testing)\/|\.test\.ts$/u.test(file) &&
    !wordLists.includes(file)
  );
}

function forbiddenIn(name: string): string | undefined {
  const words = `-${wordsOf(name).join("-")}-`;
  return glossary.forbidden
    .keys()
    .find((synonym) => words.includes(`-${synonym}-`));
}

function hasVisibleWords(template: string): boolean {
  const label = /\s(?:aria-label|title|alt|placeholder)="[^"\0]*\p{L}{2}/u;
  const text = template
    .replaceAll(/<(?:style|title)\b[^]*?<\/(?:style|title)>/gu, "")
    .replaceAll(/<[^>]*>|[\w-]+="[^"]*"|&#?\w+;/gu, " ");
  return label.test(template) || /\p{L}{2}/u.test(text);
}

function assertNone(
  found: readonly Found[],
  isWrong: (text: string) => boolean,
): void {
  const wrongTexts = new Set(
    [...new Set(found.map(({ text }) => text))].filter(isWrong),
  );
  const wrong = found.filter(({ text }) => wrongTexts.has(text));
  assert.deepEqual([...new Set(wrong.map(at))], []);
}
