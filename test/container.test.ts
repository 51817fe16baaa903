import assert from "node:assert/strict";
import { cpSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { bundleFolder } from "../bin/bundle/fingerprint.mjs";
import { readText, root } from "./source-text.ts";

type Step = { readonly word: string; readonly rest: string };

/** The steps of the container file, continued lines put together. */
const steps: readonly Step[] = readText("deploy/container/Containerfile")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll(/\\\n/g, " ")
  .split("\n")
  .flatMap((line) => {
    const { word, rest } =
      /^(?<word>[A-Z]+) (?<rest>.+)$/.exec(line)?.groups ?? {};
    return word && rest ? [{ word, rest }] : [];
  });

/** What it takes from the project, and where it puts that. */
const copies = steps
  .filter(({ word, rest }) => word === "COPY" && !rest.startsWith("--"))
  .map(({ rest }) => rest.split(" "))
  .flatMap((words) => {
    const to = words.at(-1) ?? "";
    return words
      .slice(0, -1)
      .map((from) => ({ from, to: to === "./" ? from : to }));
  });

/** The user of the last step of this kind before a step, as it is written. */
const userAt = (isStep: (step: Step) => boolean) =>
  steps
    .slice(0, steps.findIndex(isStep))
    .findLast(({ word }) => word === "USER")?.rest;

const makesBundle = ({ word, rest }: Step) =>
  word === "RUN" && rest.includes("scripts/bundle.ts");
const starts = ({ word }: Step) => word === "ENTRYPOINT";

describe("the container file", () => {
  const tree = mkdtempSync(path.join(tmpdir(), "orh-container-"));
  after(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  test("is handed what it copies and nothing else", () => {
    const handed = readText(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    assert.ok(copies.length > 5);
    assert.deepEqual(
      copies.map(({ from }) => from).toSorted(),
      handed.toSorted(),
    );
  });

  test("makes the bundle of all that the start looks at, so that the start finds it", () => {
    for (const { from, to } of copies)
      cpSync(path.join(root, from), path.join(tree, to), { recursive: true });
    for (const file of globSync("{src,scripts}/**/*.test.ts", { cwd: tree }))
      rmSync(path.join(tree, file));
    assert.equal(
      path.relative(tree, bundleFolder(tree)),
      path.relative(root, bundleFolder(root)),
    );
  });

  test("makes it by the Node and as the user that run it: others find nothing compiled", () => {
    const nodeOf = (isStep: (step: Step) => boolean) =>
      /"(?<node>[^"]+)"/.exec(steps.find(isStep)?.rest ?? "")?.groups?.["node"];
    assert.equal(nodeOf(makesBundle), "/nodejs/bin/node");
    assert.equal(nodeOf(makesBundle), nodeOf(starts));
    assert.ok(steps.some(({ rest }) => rest === "--from=run /nodejs /nodejs"));
    assert.equal(userAt(makesBundle), "65532:65532");
    assert.equal(userAt(makesBundle), userAt(starts));
  });

  test("lets that user read what only its owner could where the image is built", () => {
    const before = steps.slice(0, steps.findIndex(makesBundle));
    assert.ok(
      before.some(({ rest }) => rest.includes("chmod -R a=rX,u+w /app")),
    );
    assert.ok(
      !before
        .slice(before.findIndex(({ rest }) => rest.includes("chmod -R")))
        .some(({ word, rest }) => word === "COPY" && !rest.startsWith("--")),
    );
  });
});
