/**
 * The only data an account may hold of a natural person.
 * @see OZG § 8 Abs. 1: data after § 18 Abs. 3 PAuswG, academic degree, and ways to be reached (Abs. 5)
 */
export const profileAttributes = [
  "familyName",
  "birthName",
  "givenNames",
  "academicTitle",
  "dateOfBirth",
  "placeOfBirth",
  "nationality",
  "street",
  "houseNumber",
  "postcode",
  "town",
  "country",
  "email",
  "phone",
] as const;

export type ProfileAttribute = (typeof profileAttributes)[number];

/** True for a word that names an attribute. */
export function isProfileAttribute(word: string): word is ProfileAttribute {
  return profileAttributes.some((attribute) => attribute === word);
}
