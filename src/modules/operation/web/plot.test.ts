import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plot } from "./plot.ts";

const minute = 60_000;
const steps = [0, 30 * minute, 60 * minute];

describe("a plot of the operator's page", () => {
  const shown = (values: readonly (number | undefined)[]) =>
    String(
      plot(
        { span: "tag", steps },
        {
          id: "plot",
          title: "Aufträge",
          series: [{ label: "Warten", values }],
        },
        "de",
      ),
    );

  test("says what will be seen where nothing was measured", () => {
    const markup = shown([undefined, undefined, undefined]);
    assert.match(markup, /Hier sehen Sie den Verlauf/);
    assert.doesNotMatch(markup, /<svg/);
  });

  test("says from when on there is a line where there is one value", () => {
    const markup = shown([undefined, undefined, 3]);
    assert.match(markup, /<svg/);
    assert.match(markup, /beginnt die Linie, ab 1\. Januar 1970, 02:30/);
  });

  test("says nothing of it where there is a line", () => {
    assert.doesNotMatch(shown([undefined, 3, 4]), /Linie/);
  });
});
