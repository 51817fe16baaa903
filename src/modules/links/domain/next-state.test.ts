import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, ownPath, type KnownLink } from "./link.ts";
import { nextState, waitOf, type Probe } from "./next-state.ts";

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour));
const daysUntil = (next: Date, from: Date) =>
  (next.getTime() - from.getTime()) / 86_400_000;
const unchecked: Pick<KnownLink, "state" | "since"> = {
  state: "unchecked",
  since: null,
};
const failure: Probe = { kind: "failed", detail: "500" };

void test("an address that answers is left alone for a week", () => {
  const next = nextState(unchecked, { kind: "fine" }, at(1));
  assert.equal(next.state, "fine");
  assert.equal(daysUntil(next.nextAt, at(1)), 7);
});

void test("one failure is looked at again the next day, and only a second one on another day is broken", () => {
  const once = nextState(unchecked, failure, at(1));
  assert.equal(once.state, "failing");
  assert.equal(daysUntil(once.nextAt, at(1)), 1);
  const sameDay = nextState(once, failure, at(1, 20));
  assert.equal(sameDay.state, "failing");
  const nextDay = nextState(sameDay, failure, at(2));
  assert.equal(nextDay.state, "broken");
  assert.deepEqual(nextDay.since, at(1));
  assert.equal(daysUntil(nextDay.nextAt, at(2)), 7);
  const later = nextState(nextDay, failure, at(9));
  assert.deepEqual([later.state, later.since], ["broken", at(1)]);
  assert.equal(nextState(later, { kind: "fine" }, at(16)).state, "fine");
});

void test("what its server says is not there is gone at once, and stays so while the server is away", () => {
  const gone = nextState(unchecked, { kind: "gone", detail: "404" }, at(1));
  assert.deepEqual([gone.state, gone.since], ["gone", at(1)]);
  const away = nextState(gone, failure, at(8));
  assert.deepEqual([away.state, away.since], ["gone", at(1)]);
});

void test("whoever asks for patience gets an hour at least and a week at most", () => {
  assert.equal(waitOf(5_000), 3_600_000);
  assert.equal(waitOf(7_200_000), 7_200_000);
  assert.equal(waitOf(1e12), 7 * 86_400_000);
});

void test("addresses are kept in one spelling; mail, telephone and nonsense are none", () => {
  const origin = "https://stadt.portal.example";
  assert.equal(
    addressOf("HTTPS://Www.Example.org/ä b#unten", origin),
    "https://www.example.org/%C3%A4%20b",
  );
  assert.equal(
    addressOf("/aemter/rathaus", origin),
    `${origin}/aemter/rathaus`,
  );
  for (const none of ["mailto:a@b.example", "tel:110", "javascript:alert(1)"])
    assert.equal(addressOf(none, origin), undefined);
  assert.equal(
    addressOf(`https://x.example/${"a".repeat(2_000)}`, origin),
    undefined,
  );
  assert.equal(ownPath(`${origin}/aemter/rathaus`, origin), "/aemter/rathaus");
  assert.equal(ownPath("https://kreis.portal.example/", origin), undefined);
});
