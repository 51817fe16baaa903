/**
 * Types of a Leistung after the FIM: who makes the rule and who carries it out; `a` the Land, `b` the commune.
 * @see FIM portal, API 0.24.0, LeistungsTypisierung; LeiKa handbook, Typisierung
 */
export const leistungTypes = [
  ...["1", "2", "2a", "2b", "3", "3a", "3b", "2/3", "2/3a", "2/3b"],
  ...["4", "4a", "4b", "5", "6", "7", "8", "9", "10", "11", "12"],
] as const;

/** How many items each area of Annex I has, in its order: A to I for citizens, J to Q for businesses. */
const itemsOfAnnex = [
  [5, 9, 5, 6, 4, 6, 5, 7, 1],
  [11, 5, 5, 9, 3, 3, 3, 1],
] as const;

/** Of a Leistung that belongs to no area. */
const noArea = "0000000";

/**
 * Areas of information: citizens (1) or businesses (2), two digits for the area, two for its item, two zeros. The list of the FIM portal has
 * exactly these codes (API 0.24.0, SDG).
 * @see Regulation (EU) 2018/1724, Annex I
 */
export const sdgAreas: readonly string[] = [
  noArea,
  ...itemsOfAnnex.flatMap((areas, audience) => [
    `${String(audience + 1)}000000`,
    ...areas.flatMap((items, area) =>
      Array.from(
        { length: items + 1 },
        (_, item) =>
          `${String(audience + 1)}${twoDigits(area + 1)}${twoDigits(item)}00`,
      ),
    ),
  ]),
];

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Of an item the code of its area, of an area that of citizens or businesses; undefined above that. */
export function areaAbove(code: string): string | undefined {
  if (/^\d0{6}$/.test(code)) return undefined;
  return code.endsWith("0000")
    ? `${code.slice(0, 1)}000000`
    : `${code.slice(0, 3)}0000`;
}
