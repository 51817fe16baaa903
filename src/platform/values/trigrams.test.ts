import assert from "node:assert/strict";
import { test } from "node:test";
import { similarityOfTrigrams, trigramsOf } from "./trigrams.ts";

test("words are cut into groups of three with their edges", () => {
  assert.deepEqual(trigramsOf("Rom"), ["_ro", "rom", "om_"]);
  assert.deepEqual(trigramsOf("Ä"), ["_a_"]);
  assert.deepEqual(trigramsOf(""), []);
});

test("a typing error keeps most of the similarity", () => {
  const place = trigramsOf("Ludwigslust");
  assert.ok(similarityOfTrigrams(trigramsOf("Ludwiglust"), place) > 0.5);
  assert.ok(similarityOfTrigrams(trigramsOf("Grabow"), place) < 0.1);
  assert.equal(similarityOfTrigrams(place, place), 1);
  assert.equal(similarityOfTrigrams([], place), 0);
});
