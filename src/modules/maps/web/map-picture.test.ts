import assert from "node:assert/strict";
import { test } from "node:test";
import type { MapTiles } from "../../../platform/map-tiles/map-tiles.ts";
import { createMapPicture } from "./map-picture.ts";

const schwerin = { latitude: 53.63, longitude: 11.41 };

function tilesAt(zoom: number, asked: string[] = []): MapTiles {
  return {
    attribution: () => Promise.resolve("© GeoBasis-DE/MV"),
    read: (tile) => {
      asked.push(
        `${String(tile.zoom)}/${String(tile.column)}/${String(tile.row)}`,
      );
      return Promise.resolve(
        tile.zoom === zoom ? Buffer.from("picture") : undefined,
      );
    },
  };
}

test("the place is in the middle of pictures of this portal, and their source is named", async () => {
  const asked: string[] = [];
  const picture = await createMapPicture(tilesAt(14, asked))(schwerin, {
    label: "So liegt das <Amt>",
    locale: "de",
  });
  const text = String(picture);
  const centre = asked.at(-1) ?? assert.fail();
  // The formulas of the wiki: column (lon + 180) / 360, row by the Mercator projection.
  assert.equal(centre, "14/8711/5289");
  assert.match(text, new RegExp(`href="/karten/${centre}.png"`));
  assert.match(text, /aria-label="So liegt das &lt;Amt&gt;"/);
  assert.match(text, /<figcaption>© GeoBasis-DE\/MV/);
  const columns = [...text.matchAll(/x="(-?\d+)"/g)].map(([, x]) => Number(x));
  assert.ok(Math.min(...columns) <= 0, "no gap at the left");
  assert.ok(Math.max(...columns) + 256 >= 512, "no gap at the right");
});

test("without pictures of the place there is none", async () => {
  const given = { label: "", locale: "de" } as const;
  assert.equal(await createMapPicture(undefined)(schwerin, given), undefined);
  assert.equal(await createMapPicture(tilesAt(3))(schwerin, given), undefined);
});
