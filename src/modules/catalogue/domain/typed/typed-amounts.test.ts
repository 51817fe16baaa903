import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  amountOf,
  periodOf,
  typedAmount,
  typedPeriod,
} from "./typed-amounts.ts";

void describe("amounts and periods as they are typed", () => {
  void test("an amount is read in German notation, as a span, open above, or as nothing to pay", () => {
    const fixed = (cents: number) => ({ kind: "fixed", cents });
    const range = (fromCents: number, toCents?: number) => ({
      kind: "range",
      fromCents,
      ...(toCents !== undefined && { toCents }),
    });
    for (const [typed, amount] of [
      ["12,50", fixed(1250)],
      ["12,5 €", fixed(1250)],
      ["12.50", fixed(1250)],
      ["12", fixed(1200)],
      ["1.250 Euro", fixed(125_000)],
      ["1.250,99", fixed(125_099)],
      ["10 bis 50", range(1000, 5000)],
      ["10,00 € – 50,00 €", range(1000, 5000)],
      ["ab 10 EUR", range(1000)],
      ["Kostenlos", { kind: "free" }],
      ["gebührenfrei", { kind: "free" }],
      ["0,00", { kind: "free" }],
    ] as const)
      assert.deepEqual(amountOf(typed), amount, typed);
  });

  void test("what is no amount, or a span that ends before it begins, is none", () => {
    for (const typed of [
      ...["zwölf", "12,505", "1.2", "12,50,00", "-5", "50 bis 10"],
      ...["10 bis", "ab 10 bis 20", "99999999999", "12 Dollar", ""],
    ])
      assert.equal(amountOf(typed), undefined, typed);
  });

  void test("a period is read with its unit, in the singular, as a span, and in English", () => {
    for (const [typed, period] of [
      ["3 Wochen", { max: 3, unit: "week" }],
      ["1 Woche", { max: 1, unit: "week" }],
      ["ein Monat", { max: 1, unit: "month" }],
      ["2 bis 4 Werktage", { min: 2, max: 4, unit: "workingDay" }],
      ["2-4 Arbeitstagen", { min: 2, max: 4, unit: "workingDay" }],
      ["10Tage", { max: 10, unit: "day" }],
      ["5 working days", { max: 5, unit: "workingDay" }],
      ["2 Jahre", { max: 2, unit: "year" }],
    ] as const)
      assert.deepEqual(periodOf(typed), period, typed);
    for (const typed of ["bald", "3", "4 bis 2 Wochen", "3 Wochenenden", ""])
      assert.equal(periodOf(typed), undefined, typed);
  });

  void test("what is shown for typing is read as the same", () => {
    for (const amount of [
      { kind: "free" },
      { kind: "fixed", cents: 5 },
      { kind: "fixed", cents: 123_456_789 },
      { kind: "range", fromCents: 0 },
      { kind: "range", fromCents: 100, toCents: 100_000 },
    ] as const)
      assert.deepEqual(amountOf(typedAmount(amount)), amount);
    for (const unit of [
      ...(["hour", "day", "workingDay"] as const),
      ...(["week", "month", "year"] as const),
    ])
      for (const period of [
        { max: 1, unit },
        { max: 14, unit },
        { min: 2, max: 3, unit },
      ])
        assert.deepEqual(periodOf(typedPeriod(period)), period);
  });
});
