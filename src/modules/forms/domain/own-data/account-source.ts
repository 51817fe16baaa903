import type {
  AccountSource,
  FormField,
  FormGroup,
  PrefillSource,
} from "../form-definition.ts";
import { ownLabelOf } from "../localise-form.ts";

/**
 * Base fields of FIM's kit by their id, as version 2.0 writes it (`F60000227`; 3.0.0 writes `F60000000227`).
 * @see https://fimportal.de: released schemas S07000000248 and S00000000364 (Nummernkreis 60), S00000009 (Nummernkreis 00)
 */
const byFieldId: Readonly<Record<string, AccountSource>> = {
  F60000227: "account.family-name",
  F60000228: "account.given-names",
  F60000229: "account.academic-title",
  F60000230: "account.birth-name",
  F60000234: "account.place-of-birth",
  F60000236: "account.nationality",
  F60000240: "account.phone",
  F60000242: "account.email",
  F60000243: "account.street",
  F60000244: "account.house-number",
  F60000246: "account.postcode",
  F60000247: "account.town",
  F60000319: "account.organisation-name",
  F00000013: "account.family-name",
  F00000154: "account.given-names",
  F00000014: "account.birth-name",
  F00000067: "account.place-of-birth",
  F00000039: "account.nationality",
  F00000069: "account.phone",
  F00000071: "account.email",
  F00000053: "account.street",
  F00000016: "account.house-number",
  F00000054: "account.postcode",
  F00000035: "account.town",
  F00000034: "account.organisation-name",
};

/** Day, month and year are any day's; only in these groups ("Geburtsdatum (teilbekannt)") they are those of a birth. */
const byFieldIdInBirthday: Readonly<Record<string, AccountSource>> = {
  F60000231: "account.day-of-birth",
  F60000232: "account.month-of-birth",
  F60000233: "account.year-of-birth",
  F00000440: "account.day-of-birth",
  F00000441: "account.month-of-birth",
  F00000204: "account.year-of-birth",
};
const birthdayGroups: readonly string[] = ["G60000083", "G00000234"];

/** What a browser may fill in says the same. @see HTML, autofill field names */
const byAutocomplete: Readonly<Record<string, AccountSource>> = {
  "family-name": "account.family-name",
  "given-name": "account.given-names",
  bday: "account.date-of-birth",
  "address-line1": "account.street",
  "postal-code": "account.postcode",
  "address-level2": "account.town",
  country: "account.country",
  email: "account.email",
  tel: "account.phone",
  organization: "account.organisation-name",
};

const byLabel: readonly (readonly [RegExp, AccountSource])[] = [
  [/^(?:familienname|nachname)$/i, "account.family-name"],
  [/^geburtsname$/i, "account.birth-name"],
  [/^vornamen?$/i, "account.given-names"],
  [/^doktorgrade?$/i, "account.academic-title"],
  [/^geburtsdatum$/i, "account.date-of-birth"],
  [/^geburtsort$/i, "account.place-of-birth"],
  [/^staatsangehörigkeit$/i, "account.nationality"],
  [/^(?:straße|strasse)$/i, "account.street"],
  [/^hausnummer$/i, "account.house-number"],
  [/^(?:postleitzahl|plz)$/i, "account.postcode"],
  [/^(?:ort|wohnort)$/i, "account.town"],
  [/^e-?mail(?:-?adresse)?$/i, "account.email"],
  [/^telefon(?:nummer)?$/i, "account.phone"],
  [/^organisationsname$/i, "account.organisation-name"],
];

/** What of the account belongs into a field. `isSaid`: the form says so itself, and need not look like it. */
export type FieldSource = {
  readonly source: AccountSource;
  readonly isSaid: boolean;
};

/** What the form says wins; then the id of a base field, what browsers may fill in, and a label that leaves no doubt. */
export function accountSourceOf(
  field: FormField,
  parent: FormGroup | undefined,
): FieldSource | undefined {
  const said = field.prefill?.source;
  if (said !== undefined)
    return isAccountSource(said) ? { source: said, isSaid: true } : undefined;
  const source =
    idSource(field, parent) ??
    byAutocomplete[field.autocomplete ?? ""] ??
    labelSource(ownLabelOf(field));
  return source && canHold(field, source)
    ? { source, isSaid: false }
    : undefined;
}

/** By the label alone. */
export function labelSource(label: string): AccountSource | undefined {
  return byLabel.find(([pattern]) => pattern.test(label.trim()))?.[1];
}

/** True for a type of field that such a value can stand in. */
export function canHold(
  { dataType }: Pick<FormField, "dataType">,
  source: AccountSource,
): boolean {
  switch (source) {
    case "account.date-of-birth":
      return dataType === "date";
    case "account.day-of-birth":
    case "account.month-of-birth":
    case "account.year-of-birth":
      return ["integer", "number", "text"].includes(dataType);
    case "account.nationality":
    case "account.country":
      return ["text", "select", "country"].includes(dataType);
    default:
      return dataType === "text";
  }
}

function isAccountSource(source: PrefillSource): source is AccountSource {
  return source !== "today" && source !== "none";
}

function idSource(
  { source }: FormField,
  parent: FormGroup | undefined,
): AccountSource | undefined {
  const id = baseId(source?.id);
  const isInBirthday = birthdayGroups.includes(baseId(parent?.source?.id));
  return byFieldId[id] ?? (isInBirthday ? byFieldIdInBirthday[id] : undefined);
}

/** Ids of 3.0.0 have three more zeros between Nummernkreis and number. */
function baseId(id: string | undefined): string {
  return (id ?? "").replace(/^([FG]\d{2})000(\d{6})$/, "$1$2");
}
