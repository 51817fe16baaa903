import fc from "fast-check";

export type Version = "2.0" | "3.0.0";

/** Texts within String.Latin. */
const words = fc.constantFrom(
  "Familienname",
  "Vorname",
  "Anschrift",
  "E-Mail-Adresse",
  "IBAN",
  "Geburtsdatum",
  "Postleitzahl",
  "Unterschrift",
  "Steuer-ID",
  "Staatsangehörigkeit",
  "Kfz-Kennzeichen",
  "Art der Tätigkeit: „Haupt- oder Nebenerwerb“?",
  "<p>Lesen Sie <b>das</b> &amp; <a href='https://example.org'>mehr</a></p>",
  "a < b & c > 'd' \"e\" ]]",
  "Zeile 1\n\n- Punkt\n\tmit Tabulator",
  "Ein sehr langes Wort: Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung ".repeat(
    5,
  ),
  " ",
  "",
  ".",
  "M̂ Ǥ Œ €",
);
export const title = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("Name", "Ort", "Art", "Zahl") },
  { weight: 2, arbitrary: words },
);
export const text = fc.option(words, { nil: undefined });

const counts = fc.constantFrom(
  ...["1:1", "1:1", "1:1", "0:1", "0:1", "0:*", "1:*", "2:5", "0:0", "3:3"],
  "0:2",
  "01:001",
);

const limits = fc.record(
  {
    minLength: fc.constantFrom("0", "1", "3", "5"),
    maxLength: fc.constantFrom("1", "5", "80", "300", "4000"),
    minValue: fc.constantFrom("0", "-5", "1.5", "1,5", "2020-01-01", "heute"),
    maxValue: fc.constantFrom("10", "999999", "9,99", "2030-12-31", ""),
    pattern: fc.constantFrom(
      "[0-9]{5}",
      "^[A-Z]{1,3}-[A-Z]{1,2} [0-9]{1,4}$",
      "(?=x)y",
      "\\p{L}+",
      "[a-z&&[^b]]+",
      "",
      "([A-ZÄÖÜ][a-zäöüß]+-?)+",
    ),
  },
  { requiredKeys: [] },
);

const values = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom("1", "2", "03", "ja nein", "ä/ö", ""),
    name: fc.constantFrom("Ja", "Nein", "Ja, aber", "<i>andere</i>", ""),
    help: text,
  }),
  { minLength: 1, maxLength: 5, selector: ({ name }) => name },
);

const list = fc.constantFrom(
  ...["none", "values", "values", "given", "given", "missing", "unversioned"],
);

const own = fc.record({
  id: fc.nat({ max: 12 }),
  name: title,
  label: title,
  help: text,
  description: text,
  reference: text,
  rules: fc.constantFrom(0, 0, 0, 1, 2),
  count: counts,
  extras: fc.boolean(),
});

const field = fc.record({
  own,
  kind: fc.constantFrom(
    ...["input", "input", "input", "input", "select", "select", "label"],
    ...["hidden", "locked"],
  ),
  type: fc.constantFrom(
    ...["text", "text", "text_latin", "date", "time", "datetime", "bool"],
    ...["num", "num_int", "num_currency", "file", "obj"],
  ),
  limits,
  content: fc.option(
    fc.constantFrom(
      ...["", "fest", "42", "2026-01-31", "true", "1", "<p>Hinweis</p>"],
      "2026-01-31T10:00:00",
    ),
    { nil: undefined },
  ),
  values,
  list,
  keys: fc.boolean(),
  prefill: fc.constantFrom("keine", "optional", "verpflichtend"),
  maxSize: fc.option(fc.constantFrom("1", "10", "5000", "20000000"), {
    nil: undefined,
  }),
  mediaTypes: fc.array(
    fc.constantFrom("application/pdf", "image/png", "video/mp4", "x/y+z"),
    { maxLength: 3 },
  ),
});

export type ArbitraryField =
  typeof field extends fc.Arbitrary<infer Value> ? Value : never;
export type Own = ArbitraryField["own"];
export type ArbitraryNode =
  | { readonly field: ArbitraryField }
  | {
      readonly group: Own;
      readonly choice: boolean;
      readonly elements: readonly ArbitraryNode[];
    };

export const { node } = fc.letrec<{ node: ArbitraryNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", maxDepth: 5, withCrossShrink: true },
    { weight: 3, arbitrary: fc.record({ field }) },
    {
      weight: 2,
      arbitrary: fc.record({
        group: own,
        choice: fc.boolean(),
        elements: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
      }),
    },
  ),
}));

/** How a tool writes XML. */
export const writing = fc.record({
  prefix: fc.constantFrom("xdf", "xdf3", "ns0", ""),
  byteOrderMark: fc.boolean(),
  cdata: fc.boolean(),
  comments: fc.boolean(),
  lines: fc.constantFrom("\n", "\r\n", ""),
  declaration: fc.constantFrom(
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<?xml version='1.0' encoding='utf-8' standalone='yes'?>",
    "",
  ),
});
export type Writing =
  typeof writing extends fc.Arbitrary<infer Value> ? Value : never;
