import type {
  FieldBase,
  FormDefinition,
  FormField,
  FormPage,
} from "../domain/form-definition.ts";
import { fieldTypes } from "../field-types/field-types.ts";

type TypeKey = keyof typeof fieldTypes;
type Common = Partial<Omit<FieldBase, "kind" | "key" | "label">>;

const required = { min: 1, max: 1 } as const;
const optional = { cardinality: { min: 0, max: 1 } } as const;

/** A field of a type as it begins, with a label. */
function field(type: TypeKey, label: string, extras: Common = {}): FormField {
  return {
    kind: "field",
    key: type,
    label,
    cardinality: required,
    ...fieldTypes[type].plain,
    ...extras,
  };
}

const base = (key: string, label: string) =>
  ({ kind: "field", key, label, cardinality: required }) as const;

const pages: readonly FormPage[] = [
  {
    key: "person",
    title: "Person und Anschrift",
    elements: [
      field("person-name", "Name", { autocomplete: "name" }),
      field("date", "Geburtsdatum", { autocomplete: "bday" }),
      field("email", "E-Mail", { autocomplete: "email" }),
      field("phone", "Telefon", { autocomplete: "tel", ...optional }),
      field("street", "Straße", { autocomplete: "address-line1" }),
      field("house-number", "Hausnummer"),
      field("postcode", "Postleitzahl", { autocomplete: "postal-code" }),
      field("town", "Ort", { autocomplete: "address-level2" }),
      field("country", "Staat", { autocomplete: "country" }),
    ],
  },
  {
    key: "nummern",
    title: "Nummern und Beträge",
    elements: [
      field("iban", "IBAN"),
      field("bic", "BIC", optional),
      field("tax-id", "Steuer-Identifikationsnummer"),
      field("licence-plate", "Kennzeichen"),
      field("number", "Menge"),
      { ...base("flaeche", "Wohnfläche"), dataType: "number", unit: "m²" },
      field("integer", "Anzahl der Personen"),
      field("currency", "Miete im Monat"),
    ],
  },
  {
    key: "auswahl",
    title: "Auswahl und Texte",
    elements: [
      {
        ...base("label", "Hinweis"),
        dataType: "label",
        content: "Halten Sie die Papiere des Fahrzeugs bereit.",
      },
      field("boolean", "Ist das Fahrzeug neu?"),
      {
        ...base("farbe", "Farbe"),
        dataType: "select",
        options: [
          { code: "r", label: "Rot" },
          { code: "b", label: "Blau", help: "Auch Türkis gehört dazu." },
        ],
      },
      {
        ...base("merkmale", "Merkmale"),
        cardinality: { min: 0, max: null },
        dataType: "select",
        options: [
          { code: "1", label: "Anhänger" },
          { code: "2", label: "Elektrisch", help: "Auch mit Hybridantrieb." },
        ],
      },
      {
        ...base("stadtteil", "Stadtteil"),
        dataType: "select",
        options: [
          "Altstadt",
          "Feldstadt",
          "Großer Dreesch",
          "Krebsförden",
          "Lankow",
          "Paulsstadt",
          "Schelfstadt",
          "Weststadt",
          "Friedrichsthal",
          "Gartenstadt",
          "Görries",
          "Lewenberg",
          "Mueß",
          "Neumühle",
          "Ostorf",
          "Wüstmark",
        ].map((label, index) => ({ code: String(index), label })),
      },
      field("text", "Betreff"),
      {
        ...base("begruendung", "Begründung"),
        dataType: "text",
        multiline: true,
        maxLength: 200,
      },
      {
        ...base("consent", "Einwilligung"),
        dataType: "consent",
        content:
          "Ich bin einverstanden, dass die Stadt mir zu diesem Antrag E-Mails schickt.",
      },
    ],
  },
  {
    key: "zeitundort",
    title: "Zeit, Ort und Unterlagen",
    elements: [
      field("time", "Beginn"),
      field("datetime", "Termin"),
      field("location", "Ort des Schadens"),
      { ...base("gebiet", "Gebiet"), dataType: "location", shape: "area" },
      field("file", "Unterlagen", optional),
    ],
  },
];

/** Types that stand on no page above, so that a new one is looked at too. */
function pageOfOthers(): readonly FormPage[] {
  const shown = new Set<string>(
    pages.flatMap(({ elements }) =>
      elements.flatMap((element) =>
        element.kind === "field"
          ? [
              element.dataType === "text"
                ? (element.format ?? "text")
                : element.dataType,
            ]
          : [],
      ),
    ),
  );
  const elements = (Object.keys(fieldTypes) as TypeKey[])
    .filter((type) => !shown.has(type))
    .map((type) => field(type, type));
  return elements.length === 0
    ? []
    : [{ key: "andere", title: "Andere", elements }];
}

/** A form with a field of every type, to be looked at and tried. */
export const allFieldTypes: FormDefinition = {
  formatVersion: 1,
  key: "AlleFeldarten",
  version: "1.0",
  title: "Musterformular: alle Feldarten",
  provenance: { standard: "own", status: "draft" },
  pages: [...pages, ...pageOfOthers()],
  untranslatedRules: [],
};
