import type {
  FormField,
  PrefillSource,
  TextField,
} from "../domain/form-definition.ts";

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
    /^(?:telefon(?:nummer)?|handynummer|mobil(?:nummer|telefon)?)$/i,
    { format: "phone", autocomplete: "tel" },
  ],
  [/^(?:familienname|nachname)$/i, { autocomplete: "family-name" }],
  [/^vornamen?$/i, { autocomplete: "given-name" }],
  [
    /^(?:postleitzahl|plz)$/i,
    { format: "postcode", autocomplete: "postal-code", example: "19053" },
  ],
  [/^(?:ort|wohnort|stadt)$/i, { autocomplete: "address-level2" }],
  [
    /^(?:organisationsname|firma|name der organisation)$/i,
    { autocomplete: "organization" },
  ],
  [/^geburtsdatum$/i, { autocomplete: "bday" }],
  [/kfz-?kennzeichen|amtliches kennzeichen/i, { example: "SN-AB 123" }],
];

export function hintsFor(label: string): FieldHints {
  return hints.find(([pattern]) => pattern.test(label))?.[1] ?? {};
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

const prefills: readonly (readonly [RegExp, PrefillSource])[] = [
  [/^(?:familienname|nachname)$/i, "account.family-name"],
  [/^vornamen?$/i, "account.given-names"],
  [/^geburtsdatum$/i, "account.date-of-birth"],
  [/^geburtsort$/i, "account.place-of-birth"],
  [/^(?:straße|strasse)$/i, "account.street"],
  [/^hausnummer$/i, "account.house-number"],
  [/^(?:postleitzahl|plz)$/i, "account.postcode"],
  [/^(?:ort|wohnort)$/i, "account.town"],
  [/^e-?mail(?:-?adresse)?$/i, "account.email"],
  [/^telefon(?:nummer)?$/i, "account.phone"],
  [/^organisationsname$/i, "account.organisation-name"],
];

/** What of the account belongs into a field that the schema wants filled in; undefined where the label leaves it open. */
export function prefillFor({
  label,
  dataType,
}: FormField): PrefillSource | undefined {
  const source = prefills.find(([pattern]) => pattern.test(label))?.[1];
  const isDay = source === "account.date-of-birth";
  return dataType === (isDay ? "date" : "text") ? source : undefined;
}
