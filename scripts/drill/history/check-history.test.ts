import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkList, listPromises, type ListHistory } from "./check-list.ts";
import {
  checkRegister,
  registerPromises,
  type RegisterHistory,
} from "./check-register.ts";

const at = (begin: number, end: number) => ({ begin, end });

describe("the history of a register", () => {
  const writes = [
    { ...at(0, 10), value: 1 },
    { ...at(20, 30), value: 2 },
    { ...at(40, Infinity), value: 3 },
  ];
  const broken = (reads: RegisterHistory["reads"]) =>
    checkRegister({ name: "register", writes, reads }).map(
      ({ promise }) => promise,
    );

  test("is right when a read sees the old or the new value while it is written", () => {
    const right = [
      { ...at(5, 8), value: 0 },
      { ...at(11, 19), value: 1 },
      { ...at(21, 25), value: 2 },
      { ...at(31, 39), value: 2 },
      { ...at(50, 60), value: 2 },
      { ...at(70, 80), value: 3 },
    ];
    assert.deepEqual(broken(right), []);
  });

  for (const [promise, reads] of [
    [registerPromises[0], [{ ...at(31, 39), value: 1 }]],
    [registerPromises[1], [{ ...at(31, 39), value: 3 }]],
    [
      registerPromises[2],
      [
        { ...at(45, 50), value: 3 },
        { ...at(60, 70), value: 2 },
      ],
    ],
  ] as const)
    test(`is wrong: ${promise}`, () => {
      assert.deepEqual(broken(reads), [promise]);
    });
});

describe("the history of a list", () => {
  const right: ListHistory = {
    name: "list",
    appends: [
      { ...at(0, 10), entry: "a" },
      { ...at(5, 25), entry: "b" },
      { ...at(20, 30), entry: "c" },
      { ...at(40, Infinity), entry: "d" },
    ],
    reads: [
      { ...at(11, 15), entries: ["a"] },
      { ...at(26, 29), entries: ["a", "b"] },
      { ...at(31, 35), entries: ["a", "b", "c"] },
    ],
    final: ["a", "b", "c"],
  };
  const broken = (change: Partial<ListHistory>) => [
    ...new Set(checkList({ ...right, ...change }).map((it) => it.promise)),
  ];

  test("is right, whether what was never acknowledged is there or not", () => {
    assert.deepEqual(broken({}), []);
    assert.deepEqual(broken({ final: ["a", "b", "c", "d"] }), []);
  });

  const [once, inOrder, oneOrder, stale, vanished, invented] = listPromises;
  for (const [promise, change] of [
    [once, { final: ["a", "b"], reads: [] }],
    [once, { final: ["a", "b", "c", "c"] }],
    [inOrder, { final: ["b", "c", "a"], reads: [] }],
    [oneOrder, { reads: [{ ...at(31, 35), entries: ["b", "a", "c"] }] }],
    [stale, { reads: [{ ...at(31, 35), entries: ["a", "b"] }] }],
    [
      vanished,
      {
        reads: [
          { ...at(41, 45), entries: ["a", "b", "c", "d"] },
          { ...at(46, 50), entries: ["a", "b", "c"] },
        ],
        final: ["a", "b", "c", "d"],
      },
    ],
    [invented, { final: ["a", "b", "c", "x"] }],
  ] as const)
    test(`is wrong: ${promise}`, () => {
      assert.deepEqual(broken(change), [promise]);
    });
});
