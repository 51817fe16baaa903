import type { AssuranceLevel } from "../../catalogue/index.ts";

/** @see urn:de:fim:codeliste:vertrauensniveau; its codes 10 to 40 are those of eIDAS from none to high, with one for high and EU-wide */
const levels: ReadonlyMap<string, AssuranceLevel> = new Map([
  ["10", "none"],
  ["15", "low"],
  ["20", "low"],
  ["30", "substantial"],
  ["40", "high"],
]);

export function levelOf(code: string | undefined): AssuranceLevel | undefined {
  return code === undefined ? undefined : levels.get(code);
}

export const levelCodes: Readonly<Record<AssuranceLevel, string>> = {
  none: "10",
  low: "20",
  substantial: "30",
  high: "40",
};
