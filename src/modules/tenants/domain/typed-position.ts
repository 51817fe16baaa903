import type { Position } from "./office.ts";

/** "53.6288, 11.4128" as maps show it. */
export function readPosition(text: string): Position | undefined {
  const [, latitude, longitude] =
    /^(-?\d{1,2}(?:\.\d{1,8})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,8})?)$/u.exec(
      text,
    ) ?? [];
  if (latitude === undefined || longitude === undefined) return undefined;
  const position = {
    latitude: Number(latitude),
    longitude: Number(longitude),
  };
  return Math.abs(position.latitude) <= 90 &&
    Math.abs(position.longitude) <= 180
    ? position
    : undefined;
}

/** The same again; nothing for none. */
export function writePosition(position: Position | null): string {
  return position
    ? `${String(position.latitude)}, ${String(position.longitude)}`
    : "";
}
