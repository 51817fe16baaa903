import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { directoryMapTiles, parseTileAddress } from "./map-tiles.ts";

describe("pictures of maps in a folder", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "orh-tiles-"));
    await mkdir(join(folder, "3", "4"), { recursive: true });
    await writeFile(join(folder, "3", "4", "2.png"), "picture");
  });
  after(() => rm(folder, { recursive: true }));

  test("are read by zoom, column and row", async () => {
    const tiles = directoryMapTiles(folder);
    const picture = await tiles.read({ zoom: 3, column: 4, row: 2 });
    assert.equal(picture?.toString(), "picture");
    assert.equal(await tiles.read({ zoom: 3, column: 4, row: 3 }), undefined);
  });

  test("name their source where the folder says it", async () => {
    const tiles = directoryMapTiles(folder);
    assert.equal(await tiles.attribution(), "");
    await writeFile(join(folder, "attribution.txt"), "© GeoBasis-DE/MV\n");
    assert.equal(await tiles.attribution(), "© GeoBasis-DE/MV");
  });
});

for (const [zoom, column, row, isTile] of [
  ["3", "7", "7", true],
  ["0", "0", "0", true],
  ["3", "8", "0", false],
  ["21", "0", "0", false],
  ["-1", "0", "0", false],
  ["3", "..", "0", false],
  ["3", "1e1", "0", false],
  ["", "", "", false],
] as const)
  test(`${zoom}/${column}/${row} is ${isTile ? "a" : "no"} picture's address`, () => {
    assert.equal(parseTileAddress(zoom, column, row) !== undefined, isTile);
  });
