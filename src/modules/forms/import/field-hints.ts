import type {
  FormField,
  PrefillSource,
  TextField,
} from "../domain/form-definition.ts";
import { canHold, labelSource } from "../domain/own-data/account-source.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";

/**
 * What FIM does not say but its labels do: the kind of text, and what a browser may fill in (WCAG 1.3.5).
 * Only for labels that leave no doubt; an overlay can correct it.
 */
export type FieldHints = Pick<TextField, "format" | "example" | "autocomplete">;

const hints: readonly (readonly [RegExp, FieldHints])[] = [
  [
    /^e-?mail(?:-?adresse)?$/i,
    { format: "email", autocomplete: "email", example: "name@beispiel.de" },
  ],
  [
    /^(?:telefon(?:nummer)?|handynummer|mobil(?:nummer|telefon(?:nummer)?)?)$/i,
    { format: "phone", autocomplete: "tel" },
  ],
  [/^(?:tele)?fax(?:nummer)?$/i, { format: "phone" }],
  [
    /^(?:familienname|nachname)$/i,
    { format: "person-name", autocomplete: "family-name" },
  ],
  [/^vornamen?$/i, { format: "person-name", autocomplete: "given-name" }],
  [/^(?:geburtsname|rufname)$/i, { format: "person-name" }],
  [
    /^(?:postleitzahl|plz)$/i,
    { format: "postcode", autocomplete: "postal-code", example: "19053" },
  ],
  [
    /^(?:ort|wohnort|stadt)$/i,
    { format: "town", autocomplete: "address-level2" },
  ],
  [/^stra(?:ß|ss)e(?:nname)?$/i, { format: "street" }],
  [/^hausnummer$/i, { format: "house-number" }],
  [
    /^(?:organisationsname|firma|name der organisation)$/i,
    { autocomplete: "organization" },
  ],
  [/^geburtsdatum$/i, { autocomplete: "bday" }],
  [/^iban\b/i, { format: "iban", example: "DE89 3704 0044 0532 0130 00" }],
  [/^bic\b/i, { format: "bic", example: "NOLADE21LWL" }],
  [
    /^(?:steuer-?(?:id|identifikationsnummer)|steuerliche identifikationsnummer)$/i,
    { format: "tax-id", example: "86 095 742 719" },
  ],
  [
    /^(?:amtliches |kfz-?|kraftfahrzeug-?)kennzeichen$/i,
    { format: "licence-plate", example: "SN-AB 123" },
  ],
  // In longer labels it may as well be a foreign one, or that of a trailer or boat.
  [/kfz-?kennzeichen|amtliches kennzeichen/i, { example: "SN-AB 123" }],
];

export function hintsFor(label: string): FieldHints {
  return hints.find(([pattern]) => pattern.test(label))?.[1] ?? {};
}

/**
 * The hints for a text that do not contradict what its schema asks for: a format stays only when some value of it fits length and
 * pattern, so a hint never makes a form impossible to fill in.
 */
export function fittingHints(field: TextField): FieldHints {
  const { format, ...others } = hintsFor(field.label);
  if (format === undefined) return others;
  const candidate = { ...field, format };
  // Postcodes of other countries are longer, and nothing but the limits tells that these are not meant.
  const isForeign = format === "postcode" && (field.maxLength ?? 99) > 5;
  return fitsSome(candidate) && !(isForeign && field.pattern === undefined)
    ? { format, ...others }
    : others;
}

function fitsSome(field: TextField): boolean {
  const type = fieldTypeOf(field);
  return type.samples(field).valid.some(
    (sample) =>
      !type.check(
        field,
        type.read(field, (suffix) => (suffix === undefined ? sample : "")),
      ),
  );
}

/** Labels of things that are written with digits but are no numbers: nobody adds them up, and zeros in front count. */
export function soundsLikeIdentifier(label: string): boolean {
  return /nummer|\bnr\b|identifi|kennzeichen|kennung|kennzahl|schlüssel|postleitzahl|\bplz\b|\biban\b|telefon|aktenzeichen/i.test(
    label,
  );
}

export function soundsLikeSignature(label: string): boolean {
  return /unterschrift|signatur/i.test(label);
}

export function soundsLikeGivenName(label: string): boolean {
  return /^vornamen?$/i.test(label);
}

/** What of the account belongs into a field that the schema wants filled in; undefined where the label leaves it open. */
export function prefillFor(field: FormField): PrefillSource | undefined {
  const source = labelSource(field.label);
  return source && canHold(field, source) ? source : undefined;
}
