import assert from "node:assert/strict";
import { test } from "node:test";
import { arePeopleApart } from "./proven-person.ts";

void test("two proven people are apart by their date of birth or given names, however these are written", () => {
  const erika = { dateOfBirth: "1964-08-12", givenNames: "Erika Käthe" };
  for (const same of [
    {},
    erika,
    { dateOfBirth: "1964-08-12" },
    { givenNames: "ERIKA" },
    { dateOfBirth: "1964-08-12", givenNames: "KAETHE" },
    { givenNames: "Anne-Käthe" },
  ])
    for (const [one, other] of [
      [erika, same],
      [same, erika],
    ] as const)
      assert.equal(arePeopleApart(one, other), false, same.givenNames);
  for (const another of [
    { dateOfBirth: "1964-08-13", givenNames: "Erika" },
    { dateOfBirth: "1964-08-12", givenNames: "Max" },
    { givenNames: "Rika" },
  ])
    for (const [one, other] of [
      [erika, another],
      [another, erika],
    ] as const)
      assert.equal(arePeopleApart(one, other), true, another.givenNames);
});
