import { z } from "zod";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { findForeignCharacter } from "../../../platform/values/latin-characters.ts";
import { locationInput } from "../../../ui/location-input.ts";
import type { LocationField } from "../domain/form-definition.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType, type Control } from "./field-type.ts";
import { locationErrors, locationTexts } from "./i18n/location.ts";
import { faultOf, readLocation, writeLocation } from "./location-value.ts";
import { canonicalText, checkLength } from "./text-field.ts";

/** A place in words, as coordinates, or set on the map. */
export const location = defineFieldType<
  LocationField,
  keyof typeof locationErrors.de
>({
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("location"),
    shape: z.enum(["point", "area"]),
  }),
  plain: { dataType: "location", shape: "point" },
  errors: locationErrors,
  read: ({ shape }, typed) => {
    const whole = canonicalText(typed());
    const { words, coordinates } =
      whole === ""
        ? { words: typed("-words"), coordinates: typed("-coordinates") }
        : readLocation(whole);
    return writeLocation(shape, {
      words: canonicalText(words),
      coordinates: canonicalText(coordinates),
    });
  },
  check: ({ shape }, value) => {
    const fault = faultOf(shape, value);
    if (fault !== undefined) return { code: codes[fault] };
    return checkWords(readLocation(value).words);
  },
  missing: ({ shape }) => ({
    code: shape === "area" ? "required-location-area" : "required-location",
  }),
  show: (_field, value, locale) => {
    const { words, coordinates } = readLocation(value);
    const corners = coordinates.split("\n").filter((line) => line !== "");
    const shown =
      corners.length > 1
        ? locationTexts(locale)("shown.area", {
            count: corners.length,
            corners: corners.join("; "),
          })
        : coordinates;
    return [words, shown].filter((part) => part !== "").join(" – ");
  },
  render: renderLocation,
  scripts: ["map-input"],
  samples: ({ shape }) => ({
    valid: [
      "Auf der Wiese hinter dem Rathaus",
      featureOf({ shape, coordinates: corners[shape] }),
    ],
    invalid: [
      featureOf({ shape, coordinates: "am Markt" }),
      featureOf({ shape, coordinates: "95.1, 11.4" }),
      '{"type":"Feature","geometry":null,"properties":{"description":"王"}}',
    ],
  }),
});

const codes = {
  location: "location",
  coordinates: "location-coordinates",
  corners: "location-corners",
} as const;

const maxWords = 500;

function checkWords(words: string) {
  const foreign = findForeignCharacter(words.replaceAll("\n", " "), "text");
  if (foreign !== undefined)
    return {
      code: "character-unknown",
      params: { character: foreign },
    } as const;
  return checkLength({ maxLength: maxWords }, words);
}

function renderLocation({ shape }: LocationField, { props, value }: Control) {
  const t = locationTexts(props.locale);
  const kind = shape === "area" ? ".area" : "";
  return locationInput({
    ...props,
    hint: props.hint ?? t(`hint${kind}`),
    shape,
    ...readLocation(value),
    texts: {
      words: t("words"),
      coordinates: t(`coordinates${kind}`),
      coordinatesHint: t(`coordinates.hint${kind}`),
    },
    mapTexts: mapTexts(props.locale, kind),
  });
}

const mapActions = [
  "up",
  "down",
  "left",
  "right",
  "in",
  "out",
  "name",
  "no-pictures",
  "at",
] as const;
const mapActionsByShape = ["help", "set", "remove", "none", "state"] as const;

/** What the map script says, by its own names. */
function mapTexts(locale: Locale, kind: "" | ".area"): Record<string, string> {
  const t = locationTexts(locale);
  const texts: [string, string][] = [
    ...mapActions.map((name): [string, string] => [name, t(`map.${name}`)]),
    ...mapActionsByShape.map((name): [string, string] => [
      name,
      t(`map.${name}${kind}`),
    ]),
  ];
  return Object.fromEntries(texts);
}

const corners = {
  point: "53.6288, 11.4148",
  area: "53.6288, 11.4148\n53.6290, 11.4148\n53.6290, 11.4152",
};

function featureOf(given: {
  readonly shape: LocationField["shape"];
  readonly coordinates: string;
}): string {
  return writeLocation(given.shape, {
    words: "Markt",
    coordinates: given.coordinates,
  });
}
