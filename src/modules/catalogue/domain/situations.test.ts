import assert from "node:assert/strict";
import { test } from "node:test";
import { builtInSituations } from "../i18n/built-in-situations.ts";
import {
  keysBelow,
  pathTo,
  rootsWith,
  situationsOf,
  type OwnSituation,
} from "./situations.ts";

const own = (key: string, more: Partial<OwnSituation> = {}): OwnSituation => ({
  key,
  parentKey: null,
  audience: "citizen",
  address: key,
  names: { de: key },
  position: 1,
  isHidden: false,
  ...more,
});

test("the built-in tree has no two of a key or an address, and no lost child", () => {
  const keys = builtInSituations.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  const addresses = builtInSituations.map(({ address }) => address);
  assert.equal(new Set(addresses).size, addresses.length);
  const lost = builtInSituations.filter(
    ({ parentKey }) => parentKey !== null && !keys.includes(parentKey),
  );
  assert.deepEqual(lost, []);
});

test("an authority adds, renames and hides situations, with all below them", () => {
  const tree = situationsOf(builtInSituations, [
    own("seebad", { position: 2 }),
    own("hafen"),
    own("family", { names: { de: "Kinder" } }),
    own("mobility", { isHidden: true }),
  ]);
  const keys = tree.map(({ key }) => key);
  assert.deepEqual(keys.slice(-2), ["hafen", "seebad"]);
  assert.equal(tree.find(({ key }) => key === "family")?.names.de, "Kinder");
  assert.ok(!keys.some((key) => key.startsWith("mobility")));
});

test("a situation stands for all below it and is reached from the top", () => {
  assert.deepEqual(
    pathTo("family.birth", builtInSituations).map(({ key }) => key),
    ["family", "family.birth"],
  );
  assert.ok(keysBelow("family", builtInSituations).includes("family.birth"));
  assert.deepEqual(
    rootsWith(["family.birth", "unknown"], builtInSituations).map(
      ({ key }) => key,
    ),
    ["family"],
  );
});

test("a tree that bites its own tail ends", () => {
  const ring = [own("a", { parentKey: "b" }), own("b", { parentKey: "a" })];
  assert.equal(pathTo("a", ring).length, 2);
});
