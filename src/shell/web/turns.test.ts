import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createTurns, Overloaded, type Urgency } from "./turns.ts";

const patience = { places: 3, waitMs: 10_000 };

function open(own: Partial<typeof patience> = {}) {
  const state = { room: 0 };
  const refused: Urgency[] = [];
  const begun: string[] = [];
  const turns = createTurns({
    room: () => state.room,
    everyMs: 5,
    patience: {
      sending: patience,
      begun: patience,
      new: { ...patience, ...own },
    },
    onRefused: (urgency) => refused.push(urgency),
  });
  const come = async (urgency: Urgency, name: string = urgency) => {
    await turns.wait(() => urgency);
    begun.push(name);
    state.room -= 1;
  };
  return { turns, state, refused, begun, come };
}

void describe("turns", () => {
  void test("are taken at once while there is room", async () => {
    const { state, come, begun, turns } = open();
    state.room = 1;
    await come("new");
    assert.deepEqual(begun, ["new"]);
    assert.equal(turns.waiting(), 0);
  });

  void test("go to whoever sends first, then to who has begun, and within each to who came first", async () => {
    const { state, come, begun } = open();
    const all = [
      come("new", "new 1"),
      come("begun", "begun 1"),
      come("sending", "sending 1"),
      come("new", "new 2"),
      come("sending", "sending 2"),
    ];
    await pause(20);
    assert.deepEqual(begun, [], "nobody begins without room");
    state.room = 3;
    await Promise.all([all[1], all[2], all[4]]);
    assert.deepEqual(begun, ["sending 1", "sending 2", "begun 1"]);
    state.room = 2;
    await Promise.all(all);
    assert.deepEqual(begun.slice(3), ["new 1", "new 2"]);
  });

  void test("are refused at once to who comes to a line that is full, and to nobody else", async () => {
    const { state, come, refused } = open();
    const line = ["a", "b", "c"].map((name) => come("new", name));
    await assert.rejects(come("new", "one too many"), Overloaded);
    const sending = come("sending");
    assert.deepEqual(refused, ["new"]);
    state.room = 4;
    await Promise.all([...line, sending]);
  });

  void test("are refused to who has waited for as long as may be", async () => {
    const { state, come, refused } = open({ waitMs: 15 });
    const sending = come("sending");
    await assert.rejects(come("new"), Overloaded);
    assert.deepEqual(refused, ["new"]);
    state.room = 1;
    await sending;
  });

  void test("end for all when the process does", async () => {
    const { turns, come } = open();
    const waiting = come("sending");
    turns.close();
    await assert.rejects(waiting, Overloaded);
    assert.equal(turns.waiting(), 0);
  });
});
