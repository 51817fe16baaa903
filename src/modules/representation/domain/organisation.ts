import {
  findForeignCharacter,
  withCommonCharacters,
} from "../../../platform/values/latin-characters.ts";

/** What may be stored of an organisation. @see OZG § 8 Abs. 2 Nr. 1, UBRegG § 3: name, legal form, register, address */
export const organisationFields = [
  "name",
  "legalForm",
  "registerCourt",
  "registerNumber",
  "street",
  "houseNumber",
  "postcode",
  "town",
] as const;

export type OrganisationField = (typeof organisationFields)[number];

/** As texts; empty where there is nothing, such as a register entry. */
export type OrganisationDetails = Readonly<Record<OrganisationField, string>>;

export type OrganisationProblem = {
  readonly field: OrganisationField;
  readonly code: "missing" | "too-long" | "foreign-character" | "postcode";
};

const longest = 200;

/** Court and number go together; both are empty where the organisation stands in no register. */
const neededFields: readonly OrganisationField[] = [
  "name",
  "legalForm",
  "street",
  "houseNumber",
  "postcode",
  "town",
];

/** Details without what keyboards put in by themselves; fields that are not in the catalogue are dropped. */
export function tidyDetails(
  typed: Readonly<Partial<Record<OrganisationField, string>>>,
): OrganisationDetails {
  const tidy = (field: OrganisationField) =>
    withCommonCharacters(typed[field] ?? "")
      .replaceAll(/\s+/g, " ")
      .trim();
  return {
    name: tidy("name"),
    legalForm: tidy("legalForm"),
    registerCourt: tidy("registerCourt"),
    registerNumber: tidy("registerNumber"),
    street: tidy("street"),
    houseNumber: tidy("houseNumber"),
    postcode: tidy("postcode"),
    town: tidy("town"),
  };
}

/** What is wrong with details that a person typed. */
export function checkDetails(
  details: OrganisationDetails,
): readonly OrganisationProblem[] {
  return organisationFields.flatMap((field) => {
    const code = problemOf(field, details);
    return code ? [{ field, code }] : [];
  });
}

function problemOf(
  field: OrganisationField,
  details: OrganisationDetails,
): OrganisationProblem["code"] | undefined {
  const text = details[field];
  if (text === "") return isNeeded(field, details) ? "missing" : undefined;
  if (text.length > longest) return "too-long";
  if (findForeignCharacter(text, "text") !== undefined)
    return "foreign-character";
  return field === "postcode" && !/^\d{5}$/.test(text) ? "postcode" : undefined;
}

function isNeeded(
  field: OrganisationField,
  { registerCourt, registerNumber }: OrganisationDetails,
): boolean {
  const isInRegister = registerCourt !== "" || registerNumber !== "";
  const isOfRegister = field === "registerCourt" || field === "registerNumber";
  return isOfRegister ? isInRegister : neededFields.includes(field);
}
