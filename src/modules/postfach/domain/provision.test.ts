import assert from "node:assert/strict";
import { test } from "node:test";
import {
  legalDays,
  namesLegalRemedy,
  type ProvidedBescheid,
} from "./provision.ts";

/** Thursday. */
const bescheid: ProvidedBescheid = {
  land: "MV",
  law: "general",
  hasLegalRemedyText: true,
  consent: "deemed",
  providedAt: new Date("2027-02-04T22:59:00Z"),
  firstRetrievedAt: undefined,
  paper: undefined,
};

void test("days of a Bescheid, as the law counts them", () => {
  const cases: readonly [
    what: string,
    change: Partial<ProvidedBescheid>,
    days: ReturnType<typeof legalDays>,
  ][] = [
    // 8 March 2027 is a Monday and Women's Day in Mecklenburg-Vorpommern
    [
      "fourth day",
      {},
      { knownOn: "2027-02-08", widerspruchUntil: "2027-03-09" },
    ],
    [
      "a minute later it is the next day in Germany",
      { providedAt: new Date("2027-02-04T23:00:00Z") },
      { knownOn: "2027-02-09", widerspruchUntil: "2027-03-09" },
    ],
    [
      "retrieved sooner",
      { firstRetrievedAt: new Date("2027-02-05T10:00:00Z") },
      { knownOn: "2027-02-08", widerspruchUntil: "2027-03-09" },
    ],
    [
      "without legal remedy text",
      { hasLegalRemedyText: false },
      { knownOn: "2027-02-08", widerspruchUntil: "2028-02-08" },
    ],
    [
      "posted again, never retrieved",
      {
        paper: {
          reason: "not-retrieved",
          postedAt: new Date("2027-02-22T10:00:00Z"),
        },
      },
      { knownOn: "2027-02-26", widerspruchUntil: "2027-03-30" },
    ],
    [
      "a guest's copy",
      { consent: "guest", paper: { reason: "guest", postedAt: undefined } },
      undefined,
    ],
    [
      "paper was wished and sent",
      {
        consent: "excluded",
        paper: {
          reason: "excluded",
          postedAt: new Date("2027-02-05T10:00:00Z"),
        },
      },
      { knownOn: "2027-02-09", widerspruchUntil: "2027-03-09" },
    ],
  ];
  for (const [what, change, days] of cases)
    assert.deepEqual(legalDays({ ...bescheid, ...change }), days, what);
});

void test("a text names the legal remedy or has none", () => {
  assert.ok(
    namesLegalRemedy("Gegen diesen Bescheid kann Widerspruch erhoben werden."),
  );
  assert.ok(!namesLegalRemedy("Ihr Antrag ist bewilligt."));
});
