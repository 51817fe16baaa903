import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LocationField } from "../domain/form-definition.ts";
import { parseCoordinates, showCoordinates } from "./coordinates.ts";
import { location } from "./location.ts";

describe("coordinates as people write them", () => {
  for (const [typed, expected] of [
    ["53.6288, 11.4148", "53.6288, 11.4148"],
    ["53.6288 11.4148", "53.6288, 11.4148"],
    ["53,6288; 11,4148", "53.6288, 11.4148"],
    ["53,6288, 11,4148", "53.6288, 11.4148"],
    ["N 53.6288° E 11.4148°", "53.6288, 11.4148"],
    ["53.6288° N, 11.4148° O", "53.6288, 11.4148"],
    ["53°37'43.7\"N 11°24'53.3\"E", "53.628806, 11.414806"],
    ["53°37′43,7″ N, 11°24′53,3″ O", "53.628806, 11.414806"],
    // East first: no place in Germany lies there.
    ["11.4148, 53.6288", "53.6288, 11.4148"],
    ["53, 11", "53, 11"],
    ["95.1, 11.4", undefined],
    ["53.6288", undefined],
    ["am Markt", undefined],
  ] as const)
    test(`${typed} → ${expected ?? "not readable"}`, () => {
      const read = parseCoordinates(typed);
      assert.equal(read && showCoordinates(read), expected);
    });
});

const field = (shape: LocationField["shape"]): LocationField => ({
  kind: "field",
  key: "f",
  label: "Ort",
  cardinality: { min: 1, max: 1 },
  dataType: "location",
  shape,
});

const read = (
  shape: LocationField["shape"],
  words: string,
  coordinates: string,
) =>
  location.read(
    field(shape),
    (suffix = "") =>
      ({ "-words": words, "-coordinates": coordinates })[suffix] ?? "",
  );

describe("a location", () => {
  test("is a GeoJSON feature with longitude first", () => {
    assert.deepEqual(
      JSON.parse(read("point", " Am Markt ", "53.6288, 11.4148")),
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [11.4148, 53.6288] },
        properties: { description: "Am Markt" },
      },
    );
  });

  test("in words alone has no geometry and is enough", () => {
    const stored = read("area", "Die Wiese am Bach", "");
    assert.deepEqual(JSON.parse(stored), {
      type: "Feature",
      geometry: null,
      properties: { description: "Die Wiese am Bach" },
    });
    assert.equal(location.check(field("area"), stored), undefined);
  });

  test("with an area closes its ring and is shown by its corners", () => {
    const stored = read("area", "", "53.1, 11.1\n53.2, 11.1\n\n53.2, 11.2");
    assert.match(stored, /\[\[\[11\.1,53\.1\],.*,\[11\.1,53\.1\]\]\]/);
    assert.equal(location.check(field("area"), stored), undefined);
    assert.equal(
      location.show(field("area"), stored, "de"),
      "Fläche mit 3 Ecken: 53.1, 11.1; 53.2, 11.1; 53.2, 11.2",
    );
  });

  for (const [shape, coordinates, code] of [
    ["point", "am Markt", "location-coordinates"],
    ["point", "53.1, 11.1\n53.2, 11.2", "location-coordinates"],
    ["area", "53.1, 11.1\n53.2, 11.2", "location-corners"],
    ["area", "53.1, 11.1\n53.2, 11.2\nx", "location-coordinates"],
  ] as const)
    test(`keeps ${JSON.stringify(coordinates)} of a ${shape} as typed and says what to do`, () => {
      const stored = read(shape, "", coordinates);
      assert.equal(location.check(field(shape), stored)?.code, code);
      assert.equal(
        location
          .show(field(shape), stored, "de")
          .includes(coordinates.split("\n")[0] ?? ""),
        true,
      );
    });

  test("left empty is nothing, and no other JSON is a location", () => {
    assert.equal(read("point", " ", ""), "");
    assert.equal(location.check(field("point"), "[]")?.code, "location");
    assert.equal(
      location.check(field("point"), read("area", "", "1, 1\n1, 2\n2, 2"))
        ?.code,
      "location",
    );
  });
});
