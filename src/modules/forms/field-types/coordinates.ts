import { withCommonCharacters } from "../../../platform/values/latin-characters.ts";

/** Degrees in WGS 84. */
export type Coordinates = {
  readonly latitude: number;
  readonly longitude: number;
};

/**
 * `53.6288, 11.4148`, `53,6288 11,4148`, `N 53.6288 E 11.4148`, `53°37'43.7"N 11°24'53.3"E`; undefined for what is no place on earth.
 * The other way round is read too where it can only be meant so: no place in Germany has its north and east swapped.
 */
export function parseCoordinates(text: string): Coordinates | undefined {
  const typed = withCommonCharacters(text)
    .replaceAll(/[′’´]/g, "'")
    .replaceAll(/[″”“]|''/g, '"')
    .trim();
  const match = plain.exec(typed) ?? german.exec(typed);
  const [first, second] = match
    ? inGermanOrder(numberOf(match[1]), numberOf(match[2]))
    : sexagesimal(typed);
  if (first === undefined || second === undefined) return undefined;
  return Math.abs(first) <= 90 && Math.abs(second) <= 180
    ? { latitude: rounded(first), longitude: rounded(second) }
    : undefined;
}

/** North before east. */
function inGermanOrder(first: number, second: number): number[] {
  return isIn(first, germanEast) && isIn(second, germanNorth)
    ? [second, first]
    : [first, second];
}

/** `53.6288, 11.4148`: as map services write it in every language. */
export function showCoordinates({ latitude, longitude }: Coordinates): string {
  return `${String(latitude)}, ${String(longitude)}`;
}

const plain =
  /^(?:N\s*)?(-?\d{1,3}(?:\.\d+)?)\s*°?(?:\s*N)?\s*[,;\s]\s*(?:E\s*|O\s*)?(-?\d{1,3}(?:\.\d+)?)\s*°?(?:\s*[EO])?$/i;
const german =
  /^(?:N\s*)?(-?\d{1,3}(?:,\d+)?)\s*°?(?:\s*N)?(?:\s*[;/]\s*|,\s+|\s+)(?:E\s*|O\s*)?(-?\d{1,3}(?:,\d+)?)\s*°?(?:\s*[EO])?$/i;
const degrees = String.raw`(\d{1,3})°\s*(\d{1,2})'\s*(?:(\d{1,2}(?:[.,]\d+)?)")?`;
const minutes = new RegExp(
  String.raw`^(?:N\s*)?${degrees}\s*N?[,;\s]*(?:[EO]\s*)?${degrees}\s*[EO]?$`,
  "i",
);

// Where Germany lies, with some room.
const germanNorth = [47, 56] as const;
const germanEast = [5, 16] as const;

function isIn(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

function numberOf(text = ""): number {
  return Number(text.replace(",", "."));
}

function sexagesimal(text: string): number[] {
  const match = minutes.exec(text);
  if (!match) return [];
  const part = (index: number) => numberOf(match[index]);
  return [1, 4].map(
    (index) => part(index) + part(index + 1) / 60 + part(index + 2) / 3600,
  );
}

/** Six digits are ten centimetres. */
function rounded(degree: number): number {
  return Number(degree.toFixed(6));
}
