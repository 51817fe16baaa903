import assert from "node:assert/strict";
import { test } from "node:test";
import { hoursOfText } from "./hours-of-text.ts";

const read: readonly (readonly [string, string, string?])[] = [
  ["Mo-Fr: 08:00-12:00", "Mo-Fr: 08:00-12:00"],
  [
    "Montag bis Freitag von 8 - 12 Uhr und 13.30 – 16 Uhr",
    "Mo-Fr: 08:00-12:00, 13:30-16:00",
  ],
  ["Mo., Di.: 8–12", "Mo, Di: 08:00-12:00"],
  [
    "Dienstag 9.00-12.00 Uhr, Donnerstag 14.00-18.00 Uhr",
    "Di: 09:00-12:00\nDo: 14:00-18:00",
  ],
  [
    "<p>Montag<br>8 bis 12 Uhr<br/>14 bis 16 Uhr</p><p>Mittwoch geschlossen</p>",
    "Mo: 08:00-12:00\nMo: 14:00-16:00",
  ],
  ["Sonnabend 9-11 Uhr", "Sa: 09:00-11:00"],
  ["Mo 8-12<br>Klingeln &amp; warten", "Mo: 08:00-12:00", "Klingeln & warten"],
  [
    "Mo 8-12 Uhr\nund nach Vereinbarung",
    "Mo: 08:00-12:00",
    "und nach Vereinbarung",
  ],
  ["Jeden zweiten Dienstag 9-11 Uhr", "", "Jeden zweiten Di 9-11 Uhr"],
  ["Fr-Mo 8-12", "", "Fr-Mo 8-12"],
  ["Mo 12-8 Uhr", "", "Mo 12-8 Uhr"],
  ["Mo 8-25 Uhr", "", "Mo 8-25 Uhr"],
  ["8-12 Uhr", "", "8-12 Uhr"],
  ["", ""],
];

for (const [text, lines, rest = ""] of read)
  void test(`hours in a directory: ${text.replaceAll("\n", " / ")}`, () => {
    assert.deepEqual(hoursOfText(text), { lines, rest });
  });
