import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { saysFees, saysPeriod } from "./says-figures.ts";

void describe("words that say the figures already", () => {
  void test("name each amount, in either notation", () => {
    const fee = { kind: "fixed", cents: 123_450 } as const;
    assert.ok(saysFees("Es kostet 1.234,50 Euro.", [fee]));
    assert.ok(saysFees("The fee is €1,234.50.", [fee]));
    assert.ok(
      saysFees("37 Euro, 22,80 Euro bis 24 Jahre", [
        { kind: "fixed", cents: 3700 },
        { kind: "fixed", cents: 2280 },
      ]),
    );
    assert.ok(saysFees("Der Antrag ist gebührenfrei.", [{ kind: "free" }]));
  });

  void test("leave out none and have none of them wrong", () => {
    const fees = [
      { kind: "fixed", cents: 3700 },
      { kind: "range", fromCents: 500, toCents: 1000 },
    ] as const;
    assert.ok(!saysFees("37 Euro, mindestens 5 Euro", fees));
    assert.ok(!saysFees("Fragen Sie uns.", [fees[0]]));
    assert.ok(!saysFees("Fragen Sie uns.", [{ kind: "free" }]));
  });

  void test("name a period with its unit, in digits or words", () => {
    const weeks = { min: 2, max: 3, unit: "week" } as const;
    assert.ok(saysPeriod("Zwei bis drei Wochen.", weeks));
    assert.ok(!saysPeriod("Drei Wochen.", weeks));
    assert.ok(!saysPeriod("Zwei bis drei Tage.", weeks));
    const days = { max: 3, unit: "workingDay" } as const;
    assert.ok(saysPeriod("In der Regel drei Arbeitstage.", days));
    assert.ok(!saysPeriod("In der Regel drei Tage.", days));
    assert.ok(saysPeriod("Bis zu zwölf Monate.", { max: 12, unit: "month" }));
  });
});
