import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Notice } from "../../domain/notices/notice.ts";
import { createNoticeBoard } from "./notice-board.ts";

const now = new Date("2027-03-01T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const notice = (changes: Partial<Notice> = {}): Notice => ({
  id: "00000000-0000-7000-8000-000000000001",
  kind: "warning",
  de: { title: "Störung", body: "Die Anmeldung geht gerade nicht." },
  en: undefined,
  place: "everywhere",
  isInCommunes: false,
  visibleFrom: now,
  visibleUntil: null,
  ...changes,
});

/** A board on rows that change, counting how often they were read. */
function boardOn(first: readonly Notice[]) {
  const state = {
    rows: first,
    reads: 0,
    isDown: false,
    faults: 0,
    pause: () => {},
  };
  const board = createNoticeBoard({
    load: async () => {
      state.reads += 1;
      if (state.isDown) throw new Error("down");
      const { rows } = state;
      await Promise.resolve();
      state.pause();
      return rows;
    },
    maxAgeMs: () => 60_000,
    onFault: () => {
      state.faults += 1;
    },
  });
  const visibleOf = async (tenantId: string, at: Date) => {
    const [visible = []] = await board.visibleOf([tenantId], at);
    return visible;
  };
  return { state, board, visibleOf };
}

void describe("notices in memory", () => {
  void test("are read once, and again after a change was told of their tenant", async () => {
    const { state, board, visibleOf } = boardOn([notice()]);
    assert.equal((await visibleOf("a", now)).length, 1);
    await visibleOf("a", now);
    assert.equal(state.reads, 1);
    state.rows = [];
    board.forget("b");
    assert.equal((await visibleOf("a", now)).length, 1);
    board.forget("a");
    assert.deepEqual(await visibleOf("a", now), []);
  });

  void test("begin and end at their moments without being read again", async () => {
    const { state, visibleOf } = boardOn([
      notice({ visibleFrom: later(0.2), visibleUntil: later(0.5) }),
    ]);
    for (const [minutes, count] of [
      [0, 0],
      [0.2, 1],
      [0.4, 1],
      [0.5, 0],
    ] as const)
      assert.equal(
        (await visibleOf("a", later(minutes))).length,
        count,
        String(minutes),
      );
    assert.equal(state.reads, 1);
  });

  void test("that were read while a change was told are not kept", async () => {
    const { state, board, visibleOf } = boardOn([notice()]);
    state.pause = () => {
      state.rows = [];
      board.forget("a");
      state.pause = () => {};
    };
    await visibleOf("a", now);
    assert.deepEqual(await visibleOf("a", now), []);
  });

  void test("stay where the database does not answer", async () => {
    const { state, board, visibleOf } = boardOn([notice()]);
    await visibleOf("a", now);
    state.isDown = true;
    board.forget();
    const asked = await Promise.all([1, 2, 3].map(() => visibleOf("a", now)));
    assert.deepEqual(
      asked.map(({ length }) => length),
      [1, 1, 1],
    );
    assert.equal(state.faults, 1, "who asks at once waits once");
    assert.deepEqual(await visibleOf("b", now), []);
    state.isDown = false;
    state.rows = [];
    assert.deepEqual(await visibleOf("a", later(1)), []);
  });
});
