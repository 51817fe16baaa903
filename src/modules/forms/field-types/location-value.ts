import { z } from "zod";
import type { LocationField } from "../domain/form-definition.ts";
import {
  parseCoordinates,
  showCoordinates,
  type Coordinates,
} from "./coordinates.ts";

/** The two inputs of a location as typed. */
export type LocationParts = {
  readonly words: string;
  /** One place; of an area one corner in each line. */
  readonly coordinates: string;
};

type Shape = LocationField["shape"];

/**
 * A GeoJSON Feature, its coordinates longitude first. Coordinates that cannot be read are kept beside a null geometry, to be shown again.
 * @see RFC 7946
 */
export function writeLocation(
  shape: Shape,
  { words, coordinates }: LocationParts,
): string {
  if (words === "" && coordinates === "") return "";
  const corners = parseCorners(shape, coordinates);
  return JSON.stringify({
    type: "Feature",
    geometry: corners === undefined ? null : geometryOf(shape, corners),
    properties: {
      description: words,
      ...(corners === undefined && coordinates !== ""
        ? { typed: coordinates }
        : {}),
    },
  });
}

/** The inputs of a stored location; of what is none, the text as words. */
export function readLocation(value: string): LocationParts {
  const feature = parseFeature(value);
  if (!feature) return { words: value, coordinates: "" };
  const { geometry, properties } = feature;
  return {
    words: properties.description,
    coordinates:
      properties.typed ?? cornersOf(geometry).map(showCoordinates).join("\n"),
  };
}

export type LocationFault = "location" | "coordinates" | "corners";

/** What cannot be used of a stored location; undefined when nothing is wrong. */
export function faultOf(
  shape: Shape,
  value: string,
): LocationFault | undefined {
  const feature = parseFeature(value);
  if (!feature) return "location";
  const { typed } = feature.properties;
  if (typed !== undefined)
    return shape === "area" && hasTooFewCorners(typed)
      ? "corners"
      : "coordinates";
  const parts = readLocation(value);
  return writeLocation(shape, parts) === value ? undefined : "location";
}

const maxCorners = 100;
const minCorners = 3;

function parseCorners(
  shape: Shape,
  coordinates: string,
): Coordinates[] | undefined {
  if (coordinates === "") return undefined;
  const lines = linesOf(coordinates).slice(0, maxCorners + 1);
  const corners = lines
    .map(parseCoordinates)
    .filter((corner) => corner !== undefined);
  const isComplete = corners.length === lines.length;
  const isRight =
    shape === "point"
      ? corners.length === 1
      : corners.length >= minCorners && corners.length <= maxCorners;
  return isComplete && isRight ? corners : undefined;
}

function hasTooFewCorners(typed: string): boolean {
  const lines = linesOf(typed);
  return (
    lines.length < minCorners &&
    lines.every((line) => parseCoordinates(line) !== undefined)
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

type Position = [longitude: number, latitude: number];

function geometryOf(shape: Shape, corners: readonly Coordinates[]) {
  const positions = corners.map(({ latitude, longitude }): Position => [
    longitude,
    latitude,
  ]);
  return shape === "point"
    ? { type: "Point", coordinates: positions[0] }
    : {
        type: "Polygon",
        // A ring ends where it began.
        coordinates: [[...positions, ...positions.slice(0, 1)]],
      };
}

const position = z.tuple([z.number(), z.number()]);
const geometry = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Point"), coordinates: position }),
  z.strictObject({
    type: z.literal("Polygon"),
    coordinates: z.tuple([z.array(position)]),
  }),
]);
const feature = z.strictObject({
  type: z.literal("Feature"),
  geometry: geometry.nullable(),
  properties: z.strictObject({
    description: z.string(),
    typed: z.exactOptional(z.string()),
  }),
});

type Feature = z.infer<typeof feature>;

function parseFeature(value: string): Feature | undefined {
  try {
    return feature.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

function cornersOf(geometry: Feature["geometry"]): Coordinates[] {
  const positions =
    geometry?.type === "Point"
      ? [geometry.coordinates]
      : (geometry?.coordinates[0].slice(0, -1) ?? []);
  return positions.map(([longitude, latitude]) => ({ latitude, longitude }));
}
