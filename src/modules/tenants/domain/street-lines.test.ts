import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readStreetColumns, readStreetLine } from "./street-lines.ts";

describe("a list of streets", () => {
  const read = (head: string, line: string) => {
    const columns = readStreetColumns(head);
    assert.ok(columns, head);
    const result = readStreetLine(line, columns);
    return result.ok ? result.value : result.refusal.kind;
  };
  const packhof = {
    name: "Am Packhof",
    town: "Schwerin",
    ars: undefined,
    postcodes: ["19053"],
  };

  test("may name its columns in any order, with any of three separators, as tables write them", () => {
    for (const [head, line] of [
      ["plz;ort;strasse", "19053;Schwerin;Am Packhof"],
      ["\uFEFFStraße,Ort,PLZ", "Am  Packhof , Schwerin,19053"],
      [
        "Postleitzahl\tGemeinde\tStraßenname\tmehr",
        "19053\tSchwerin\tAm Packhof\t1",
      ],
      ['"strasse";"ort";"plz"', '"Am Packhof";"Schwerin" ; "19053"'],
    ] as const)
      assert.deepEqual(read(head, line), packhof);
  });

  test("names no columns, or too few", () => {
    for (const head of [
      "",
      "strasse",
      "strasse;ort",
      "ort;plz",
      "19053;Schwerin",
    ])
      assert.equal(readStreetColumns(head), undefined, head);
  });

  test("keeps separators and quotes that stand in quotes", () => {
    assert.deepEqual(read("plz;ort;strasse", '19053;Schwerin;"Weg ""A""; B"'), {
      ...packhof,
      name: 'Weg "A"; B',
    });
  });

  test("tells what is wrong with a line", () => {
    const head = "ars;plz;ort;strasse";
    for (const [line, problem] of [
      ["130040000000;19053;Schwerin", "street"],
      ["130040000000;19053;Schwerin;12", "street"],
      [`130040000000;19053;Schwerin;${"A".repeat(101)}`, "street"],
      ["130040000000;19053;;Am Markt", "town"],
      ["13004;19053;Schwerin;Am Markt", "ars"],
      ["130040000000;1905;Schwerin;Am Markt", "postcode"],
      [";;Schwerin;Am Markt", "no-commune"],
      ['130040000000;19053;Schwerin;"Am Markt', "quotes"],
      ["130040000000;19053;Schwerin;Schlo\uFFFDstra\uFFFDe", "not-utf-8"],
    ] as const)
      assert.equal(read(head, line), problem, line);
  });
});
