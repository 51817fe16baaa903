import { withCommonCharacters } from "../../../platform/values/latin-characters.ts";

// Runs in the browser too (`rules/live/`): no packages, nothing of the server.

/** What reading depends on. */
export type NumberReading = {
  readonly dataType: "number" | "integer" | "currency";
  readonly unit?: string;
};

/**
 * Reads a number as people in Germany write it: `1.234,5`, `1234,5`, `1 234 €`, `12,- €`, but also `1234.5`.
 * A single point with exactly three digits behind it groups thousands; a comma is always the decimal sign.
 * Gives back what was typed when it cannot be read.
 */
export function canonicalNumber(field: NumberReading, raw: string): string {
  if (raw.length > maxTyped) return raw;
  const plain = withoutGrouping(compactNumber(field, raw));
  if (plain === undefined) return raw.trim();
  return normalise(field, plain) ?? raw.trim();
}

/** Without spaces, currency, the field's unit, and the `,-` of prices. */
function compactNumber(
  { dataType, unit = "" }: NumberReading,
  raw: string,
): string {
  const typed = withCommonCharacters(raw).trim();
  const isInUnit =
    unit !== "" && typed.toLowerCase().endsWith(unit.toLowerCase());
  const compact = (isInUnit ? typed.slice(0, -unit.length) : typed).replaceAll(
    /\s|['’]|€|^EUR(?:O)?|EUR(?:O)?$/giu,
    "",
  );
  return dataType === "currency" ? compact.replace(/,-{1,2}$/, "") : compact;
}

function withoutGrouping(compact: string): string | undefined {
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(compact))
    return compact.replaceAll(".", "").replace(",", ".");
  // The other way round, as in English: only where both signs leave no doubt.
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(compact))
    return compact.replaceAll(",", "");
  if (/^[+-]?\d+(?:,\d+)?$/.test(compact)) return compact.replace(",", ".");
  if (/^[+-]?\d+\.\d+$/.test(compact)) return compact;
  return undefined;
}

function normalise(field: NumberReading, plain: string): string | undefined {
  // An identifier typed as a number (a frequent fault of FIM schemas) must keep its zeros in front.
  if (field.dataType === "number" && /^\d+$/.test(plain)) return plain;
  const [typedWhole = "", typedFraction = ""] = plain
    .replace(/^[+-]/, "")
    .split(".");
  const whole = typedWhole.replace(/^0+(?=\d)/, "");
  const fraction = writeFraction(field, typedFraction.replace(/0+$/, ""));
  if (fraction === undefined) return undefined;
  const isNegative = plain.startsWith("-") && /[1-9]/.test(plain);
  return `${isNegative ? "-" : ""}${whole}${fraction}`;
}

function writeFraction(
  { dataType }: NumberReading,
  fraction: string,
): string | undefined {
  switch (dataType) {
    case "number":
      return fraction === "" ? "" : `.${fraction}`;
    case "integer":
      return fraction === "" ? "" : undefined;
    case "currency":
      return fraction.length > 2 ? undefined : `.${fraction.padEnd(2, "0")}`;
  }
}

// Longer input is no number and not worth reading.
const maxTyped = 100;
