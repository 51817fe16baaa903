import assert from "node:assert/strict";
import { test } from "node:test";
import { securityTxt } from "./security-txt.ts";

test("security.txt names whom to tell, where it belongs and an end within a year", () => {
  const now = new Date("2027-03-03T08:00:00.000Z");
  const text = securityTxt({
    contact: "mailto:security@portal.example",
    baseUrl: "https://schwerin.portal.example",
    now,
  });
  assert.equal(
    text,
    [
      "Contact: mailto:security@portal.example",
      "Expires: 2027-08-30T08:00:00.000Z",
      "Preferred-Languages: de, en",
      "Canonical: https://schwerin.portal.example/.well-known/security.txt",
      "",
    ].join("\n"),
  );
});
