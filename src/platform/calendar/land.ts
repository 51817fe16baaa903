/** The sixteen Länder by their codes in ISO 3166-2:DE, in the order of the official key. */
export const everyLand = [
  "SH",
  "HH",
  "NI",
  "HB",
  "NW",
  "HE",
  "RP",
  "BW",
  "BY",
  "SL",
  "BE",
  "BB",
  "MV",
  "SN",
  "ST",
  "TH",
] as const;

export type Land = (typeof everyLand)[number];

/** The Land that an official key (ARS or AGS) begins with; undefined for none. `13…` is Mecklenburg-Vorpommern. */
export function landOfKey(key: string): Land | undefined {
  return everyLand[Number(key.slice(0, 2)) - 1];
}

/** The Land of an authority, by its key. Throws where the key names none: no authority is set up with such a key. */
export function landOfAuthority(key: string): Land {
  const land = landOfKey(key);
  if (land === undefined) throw new RangeError("calendar: a key names no Land");
  return land;
}
