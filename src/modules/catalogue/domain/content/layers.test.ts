import assert from "node:assert/strict";
import { test } from "node:test";
import {
  changedAbove,
  follow,
  overriddenBy,
  seenBefore,
  withSeen,
} from "./layers.ts";
import type { LeistungContent } from "./leistung-content.ts";

const above: LeistungContent = {
  title: { de: "Hundesteuer" },
  teaser: { de: "Melden Sie den Hund an." },
  documents: { de: "<p>Impfpass</p>", en: "<p>Vaccination card</p>" },
  feeText: { de: "<p>Das legt die Gemeinde fest.</p>" },
  assuranceLevel: "none",
  onlineMaturity: 0,
  situations: ["leisure"],
  keywords: [],
  officeSlug: "",
};
const fresh = { content: above, overridden: {} };
const ownFee = { ...above, feeText: { de: "<p>90 Euro</p>" } };
const overridden = overriddenBy(ownFee, above, fresh);

test("what a town replaces stays, the rest follows the authority above", () => {
  const next = { ...above, title: { de: "Hund anmelden" } };
  assert.deepEqual(follow(ownFee, { content: next, overridden }), {
    ...next,
    feeText: ownFee.feeText,
  });
  assert.deepEqual(Object.keys(overridden), ["feeText"]);
});

test("a town that says the same as above replaces nothing", () => {
  assert.deepEqual(
    overriddenBy(above, ownFee, { content: above, overridden }),
    {},
  );
});

test("a part that a town took out does not come back", () => {
  const { documents: _, ...without } = above;
  const taken = overriddenBy(without, above, fresh);
  assert.deepEqual(Object.keys(taken), ["documents"]);
  const followed = follow(without, {
    content: { ...above, documents: { de: "<p>Neu</p>" } },
    overridden: taken,
  });
  assert.equal("documents" in followed, false);
});

test("a change above is told for what was replaced, until somebody writes it anew", () => {
  assert.deepEqual(changedAbove({ content: above, overridden }), []);
  const next = {
    ...above,
    feeText: { de: "<p>Neu</p>" },
    documents: { de: "<p>Neu</p>" },
  };
  const state = { content: next, overridden };
  assert.deepEqual(changedAbove(state), ["feeText"]);
  const here = follow(ownFee, state);
  const untouched = overriddenBy(here, here, state);
  assert.deepEqual(changedAbove({ content: next, overridden: untouched }), [
    "feeText",
  ]);
  const rewritten = { ...here, feeText: { de: "<p>95 Euro</p>" } };
  const seen = overriddenBy(rewritten, here, state);
  assert.deepEqual(changedAbove({ content: next, overridden: seen }), []);
});

test("what was above when a town wrote its own is known as long as a content keeps it", () => {
  const next = { ...above, feeText: { de: "<p>Neu</p>" }, keywords: ["Hund"] };
  const now = { content: next, overridden };
  const seen = seenBefore(now, [above]);
  assert.deepEqual(seen, { feeText: above.feeText });
  const then = withSeen(next, seen);
  assert.deepEqual(then, { ...next, feeText: above.feeText });
  const later = { ...next, feeText: { de: "<p>Noch neuer</p>" } };
  assert.deepEqual(
    seenBefore({ content: later, overridden }, [next, then]),
    seen,
  );
  assert.deepEqual(seenBefore({ content: later, overridden }, [next]), {});
  assert.deepEqual(seenBefore({ content: above, overridden }, [next]), {});
});

test("a part that was not there above, and then is, was nothing before", () => {
  const { documents: _, ...without } = above;
  const own = { ...without, documents: { de: "<p>Foto</p>" } };
  const replaced = overriddenBy(own, without, {
    content: without,
    overridden: {},
  });
  const seen = seenBefore({ content: above, overridden: replaced }, [without]);
  assert.deepEqual(seen, { documents: null });
  assert.deepEqual(withSeen(above, seen), without);
  assert.equal(withSeen(above, {}), undefined);
});
