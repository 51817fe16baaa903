import assert from "node:assert/strict";
import { test } from "node:test";
import { readMobileNumber } from "./phone-number.ts";

void test("takes numbers of mobile networks as people write them, and no others", () => {
  for (const typed of [
    "0151 23456789",
    "+49 151 23456789",
    "0049 (151) 234/567-89",
  ])
    assert.equal(readMobileNumber(typed), "+4915123456789", typed);
  for (const typed of [
    "0385 545 0",
    "0900 1234567",
    "+43 664 1234567",
    "",
    "110",
  ])
    assert.equal(readMobileNumber(typed), undefined, typed);
});
