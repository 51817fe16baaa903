import assert from "node:assert/strict";
import { test } from "node:test";
import { builtInSituations } from "../../i18n/built-in-situations.ts";
import { ownChange } from "./situation-change.ts";
import {
  keysBelow,
  movedPositions,
  pathTo,
  rootsWith,
  situationsOf,
  treeOf,
  type SituationChange,
  type SituationLayers,
} from "./situations.ts";

const added = (
  key: string,
  more: Partial<SituationChange> = {},
): SituationChange => ({
  key,
  place: { parentKey: null, audience: "citizen", address: key },
  names: { de: key },
  ...more,
});
const keysOf = (layers: SituationLayers) =>
  situationsOf(builtInSituations, layers).map(({ key }) => key);

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
  const layers: SituationLayers = [
    [
      added("seebad", { position: 900 }),
      added("hafen", { position: 800 }),
      { key: "family", names: { de: "Kinder" } },
      { key: "mobility", isHidden: true },
    ],
  ];
  const keys = keysOf(layers);
  const citizens = keys.slice(0, keys.indexOf("business-start"));
  assert.deepEqual(citizens.slice(-2), ["hafen", "seebad"]);
  const tree = situationsOf(builtInSituations, layers);
  assert.equal(tree.find(({ key }) => key === "family")?.names.de, "Kinder");
  assert.ok(!keys.some((key) => key.startsWith("mobility")));
});

test("what is changed above reaches whoever says nothing about it, and what is said nearer counts", () => {
  const county: readonly SituationChange[] = [
    { key: "work", isHidden: true },
    { key: "family", names: { de: "Familie im Kreis" } },
    added("wald", { position: 1 }),
  ];
  const town: readonly SituationChange[] = [
    { key: "work", isHidden: false },
    { key: "wald", names: { de: "Stadtwald" } },
  ];
  const tree = situationsOf(builtInSituations, [county, town]);
  assert.ok(tree.some(({ key }) => key === "work"));
  assert.equal(tree[0]?.names.de, "Stadtwald");
  assert.equal(
    tree.find(({ key }) => key === "family")?.names.de,
    "Familie im Kreis",
  );
  assert.ok(!keysOf([county]).includes("work"));
});

test("what was added above and is gone there is gone below, and what stood in it comes to the top", () => {
  const town = [
    { key: "wald", names: { de: "Stadtwald" } },
    added("pilze", {
      place: { parentKey: "wald", audience: "citizen", address: "pilze" },
    }),
  ];
  const tree = situationsOf(builtInSituations, [[], town]);
  assert.ok(!tree.some(({ key }) => key === "wald"));
  assert.equal(tree.find(({ key }) => key === "pilze")?.parentKey, null);
});

test("one changes places with its neighbour, and nothing happens at the ends", () => {
  const tree = treeOf(builtInSituations, []);
  assert.deepEqual(movedPositions(tree, "moving", "up"), [
    { key: "moving", position: 10 },
    { key: "papers", position: 20 },
  ]);
  const after = keysOf([movedPositions(tree, "moving", "up")]);
  assert.deepEqual(after.slice(0, 2), ["moving", "moving.registration"]);
  assert.deepEqual(movedPositions(tree, "papers", "up"), []);
  assert.deepEqual(movedPositions(tree, "building", "down").length, 2);
  assert.deepEqual(movedPositions(tree, "business-end", "down"), []);
});

test("only what differs from above is kept, and follows above again when it no longer does", () => {
  const above = treeOf(builtInSituations, []).find(
    ({ key }) => key === "family",
  );
  const renamed = ownChange(
    undefined,
    { key: "family", names: { de: "Kinder" } },
    above,
  );
  assert.deepEqual(renamed?.names, { de: "Kinder" });
  assert.equal(renamed.position, undefined);
  const hidden = ownChange(renamed, { key: "family", isHidden: true }, above);
  assert.deepEqual([hidden?.names, hidden?.isHidden], [{ de: "Kinder" }, true]);
  const back = ownChange(
    { key: "family", isHidden: true },
    { key: "family", isHidden: false },
    above,
  );
  assert.equal(back, undefined);
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
  const below = (key: string, parentKey: string) => ({
    ...added(key),
    audience: "citizen" as const,
    address: key,
    names: { de: key },
    parentKey,
  });
  const ring = [below("a", "b"), below("b", "a")];
  assert.equal(pathTo("a", ring).length, 2);
  const layer = ring.map((it) =>
    added(it.key, { place: { ...it, audience: "citizen" } }),
  );
  assert.ok(!keysOf([layer]).includes("a"));
});
