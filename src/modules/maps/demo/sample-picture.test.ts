import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSamplePicture } from "./sample-picture.ts";

const schwerin = { latitude: 53.6302, longitude: 11.4075 };
const grabow = { latitude: 53.2779, longitude: 11.5602 };
const draw = async (position = schwerin, locale: "de" | "en" = "de") =>
  String(await drawSamplePicture(position, { label: "So liegt <A>", locale }));

test("the picture says in words that it is drawn, and what it shows", async () => {
  const text = await draw();
  assert.match(text, /aria-label="So liegt &lt;A&gt; \(gezeichnetes Beispiel/);
  assert.match(text, /<figcaption>Gezeichnetes Beispiel/);
  assert.match(await draw(schwerin, "en"), /<figcaption>An example drawn/);
});

test("it is the same each time for a place, another one elsewhere, and needs nobody else", async () => {
  assert.equal(await draw(), await draw());
  assert.notEqual(await draw(), await draw(grabow));
  const text = await draw();
  assert.doesNotMatch(text, /href|src=|url\(|style=|NaN|undefined/);
  assert.ok(text.length < 16_000, String(text.length));
});
