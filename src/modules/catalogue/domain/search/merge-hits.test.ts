import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeHits, type Hit } from "./merge-hits.ts";

const hit = (slug: string, given: Partial<Hit> = {}): Hit => ({
  id: slug,
  slug,
  title: slug,
  teaser: "",
  initial: "A",
  lifeSituation: "papers",
  formKey: null,
  leikaKey: null,
  belongsToCommunes: false,
  covered: 1,
  score: 10,
  ...given,
});
const namesOf = (...levels: readonly (readonly Hit[])[]) =>
  mergeHits(levels).map(
    ({ level, hit: { slug } }) => `${String(level)} ${slug}`,
  );

void test("of two that answer alike the nearer authority comes first, a better answer from above before both", () => {
  assert.deepEqual(
    namesOf([hit("town")], [hit("county")], [hit("land", { score: 20 })]),
    ["2 land", "0 town", "1 county"],
  );
});

void test("a Leistung from above gives way to the town's own, and is not shown where towns decide", () => {
  const leikaKey = "99050012104000";
  assert.deepEqual(
    namesOf(
      [hit("own", { leikaKey })],
      [
        hit("same", { leikaKey, score: 40 }),
        hit("of the towns", { belongsToCommunes: true }),
        hit("without a key"),
        hit("own", { score: 5 }),
      ],
    ),
    ["0 own", "1 without a key"],
  );
  assert.deepEqual(
    namesOf([hit("of the towns", { belongsToCommunes: true })]),
    ["0 of the towns"],
  );
});

void test("what is hidden here is left out, and so is what gave way to it", () => {
  const levels = [[], [hit("county")], [hit("county"), hit("land")]];
  const found = mergeHits(levels, ({ level }) => level === 1);
  assert.deepEqual(
    found.map(({ level, hit: { slug } }) => `${String(level)} ${slug}`),
    ["2 land"],
  );
});

void test("what answers fewer of the words, or far worse, is left out", () => {
  assert.deepEqual(
    namesOf(
      [hit("one word", { score: 4 }), hit("two words", { covered: 2 })],
      [hit("weak", { covered: 2, score: 2 })],
    ),
    ["0 two words"],
  );
  assert.deepEqual(namesOf(), []);
});
