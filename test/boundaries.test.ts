import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { moduleDependencies } from "../architecture.mjs";
import { rulesFor } from "../dependency-cruiser.config.mjs";
import {
  findCycle,
  findUnknownModules,
  findViolations,
} from "../scripts/boundaries.ts";
import {
  accomplices,
  cleanTree,
  plantedGraph,
  violations,
} from "./planted-violations.ts";
import { root } from "./source-text.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("the walls", () => {
  test("let a clean tree pass", async () => {
    const found = await findViolations(plant(cleanTree), plantedGraph);
    assert.deepEqual(found, []);
  });

  test("report every planted violation", async () => {
    const tree = { ...cleanTree, ...accomplices };
    for (const { file, content } of Object.values(violations))
      tree[file] = content;
    const found = await findViolations(plant(tree), plantedGraph);

    const missed = Object.entries(violations).filter(
      ([rule, { file }]) =>
        !found.some((it) => it.rule === rule && it.from === file),
    );
    assert.deepEqual(
      missed.map(([rule]) => rule),
      [],
    );
  });

  test("have a planted violation for each rule", () => {
    const rules = (rulesFor(plantedGraph).forbidden ?? []).map(
      ({ name }) => name ?? "",
    );
    const unproven = rules.filter(
      (rule) => !(rule in violations) && !rule.startsWith("undeclared-"),
    );
    assert.deepEqual(unproven, []);
  });

  test("fall loudly when no TypeScript was seen", async () => {
    const folder = plant({ "src/readme.js": "export const it = 1;\n" });
    await assert.rejects(findViolations(folder, plantedGraph), /no TypeScript/);
  });
});

describe("the module graph", () => {
  test("is a DAG", () => {
    assert.equal(findCycle(moduleDependencies), undefined);
  });

  test("a cycle is found and named", () => {
    const graph = { one: ["two"], two: ["three"], three: ["two"] };
    assert.deepEqual(findCycle(graph), ["two", "three", "two"]);
  });

  test("names without a folder or an entry are found", () => {
    const graph = { one: ["two", "gone"], two: [] };
    const unknown = findUnknownModules(graph, (name) => name !== "two");
    assert.deepEqual(unknown, ["two", "gone"]);
  });
});

/** Writes the files below a new folder that has the packages of this project. */
function plant(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "boundaries-"));
  folders.push(folder);
  symlinkSync(
    path.join(root, "node_modules"),
    path.join(folder, "node_modules"),
  );
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}
