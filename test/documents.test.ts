import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { listFiles, readText, root } from "./source-text.ts";

const documents = listFiles("*.md", "docs/**/*.md", "src/**/README.md");
const decisions = listFiles("docs/adr/[0-9]*.md");

describe("documents", () => {
  test("link only to files that are there", () => {
    const broken = documents.flatMap((file) =>
      linksOf(readText(file))
        .filter(
          (target) => !existsSync(path.join(root, path.dirname(file), target)),
        )
        .map((target) => `${file} → ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  test("name only source files that are there", () => {
    const named =
      /`(?:src\/)?(?<file>(?:main|shell|modules|platform|connectors|ui)\/[\w./-]+\.ts)`/gu;
    const missing = documents.flatMap((file) =>
      [...readText(file).matchAll(named)]
        .map((match) => `src/${match.groups?.["file"] ?? ""}`)
        .filter((source) => !existsSync(path.join(root, source)))
        .map((source) => `${file}: ${source}`),
    );
    assert.deepEqual(missing, []);
  });

  test("name only npm scripts that are there", () => {
    const { scripts } = JSON.parse(readText("package.json")) as {
      scripts: Record<string, string>;
    };
    const unknown = documents.flatMap((file) =>
      [...readText(file).matchAll(/npm run (?:-s )?(?<name>[\w:-]+)/gu)]
        .map((match) => match.groups?.["name"] ?? "")
        .filter((name) => !(name in scripts))
        .map((name) => `${file}: npm run ${name}`),
    );
    assert.deepEqual(unknown, []);
  });
});

describe("decisions", () => {
  test("are numbered without gaps and listed in the index", () => {
    const index = readText("docs/adr/README.md");
    const numbers = decisions.map((file) =>
      Number(path.basename(file).slice(0, 4)),
    );
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at + 1),
    );
    const unlisted = decisions.filter(
      (file) => !index.includes(`(${path.basename(file)})`),
    );
    assert.deepEqual(unlisted, []);
  });

  test("have Nygard's parts and fit on a page", () => {
    const parts = ["Status", "Context", "Options", "Decision", "Consequences"];
    const incomplete = decisions.filter((file) => {
      const text = readText(file);
      return (
        parts.some((part) => !text.includes(`\n## ${part}\n`)) ||
        text.split("\n").length > 60
      );
    });
    assert.deepEqual(incomplete, []);
  });
});

describe("how-tos", () => {
  test("end with the files touched, at most five", () => {
    const wrong = listFiles("docs/how-to/*.md").filter((file) => {
      const [, touched = ""] = readText(file).split("\n## Files touched\n");
      const files = touched
        .trim()
        .split("\n")
        .filter((line) => line.startsWith("- "));
      return files.length === 0 || files.length > 5;
    });
    assert.deepEqual(wrong, []);
  });
});

/** Targets of links to files of this repository, without their anchor. */
function linksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\((?<target>[^)\s]+)\)/gu)]
    .map((match) => match.groups?.["target"] ?? "")
    .filter((target) => !/^(?:[a-z]+:|#)/u.test(target))
    .map((target) => target.replace(/#.*$/u, ""));
}
