import { field3, group3, sampleSchema3, values3 } from "./sample-schema-3.ts";

const reference = (uri: string) =>
  `<x:codelisteReferenz><x:canonicalIdentification>${uri}</x:canonicalIdentification></x:codelisteReferenz>`;

const address = (id: string, count = "1:1") =>
  group3(
    { id, label: "Anschrift", count },
    field3({
      id: "F31",
      label: "Straße",
      precision: 'minLength="1" maxLength="55"',
    }),
    field3({
      id: "F32",
      label: "Hausnummer",
      count: "0:1",
      precision: 'maxLength="11"',
    }),
    field3({
      id: "F33",
      label: "Postleitzahl",
      precision:
        'minLength="5" maxLength="5" pattern="([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}"',
    }),
    field3({ id: "F34", label: "Ort", precision: 'maxLength="50"' }),
  );

/** What stands in released schemas, and what the standard allows beside it. */
export const releasedSchema = sampleSchema3(
  [
    field3({
      id: "F1",
      kind: "label",
      label: "Hinweis:",
      content: "Erst\n\ndann",
    }),
    field3({
      id: "F2",
      kind: "select",
      rest: values3(["001", "privat"], ["002", "geschäftlich"]),
    }),
    group3(
      { id: "G1", label: "Person" },
      field3({
        id: "F11",
        label: "Vornamen",
        type: "text_latin",
        precision: 'minLength="1" maxLength="80"',
      }),
      field3({
        id: "F12",
        label: "E-Mail-Adresse",
        precision:
          'minLength="6" maxLength="254" pattern="[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}$"',
      }),
      group3(
        { id: "G11", label: "Geburtsdatum" },
        field3({
          id: "F13",
          label: "Tag",
          count: "0:1",
          type: "num_int",
          precision: 'minValue="1" maxValue="31"',
        }),
        field3({
          id: "F14",
          label: "Jahr",
          type: "num_int",
          precision: 'minValue="1850" maxValue="2080"',
        }),
      ),
      field3({
        id: "F15",
        kind: "select",
        count: "1:*",
        rest: reference("urn:de:staat"),
      }),
      address("G12"),
      address("G13", "0:1"),
      group3(
        { id: "G14", label: "Ausland", count: "0:1" },
        field3({
          id: "F16",
          label: "Anschriftzeile",
          count: "2:5",
          precision: 'maxLength="35"',
        }),
      ),
      field3({
        id: "F17",
        label: "Kundennummer",
        type: "num_int",
        precision: 'minLength="3" maxLength="10"',
      }),
      field3({
        id: "F18",
        type: "num",
        precision: 'minValue="-0.5" maxValue="99,75"',
      }),
      field3({ id: "F19", type: "num_currency", precision: 'minValue="0,01"' }),
    ),
    group3(
      { id: "G2", label: "Auswahl", isChoice: true, count: "0:1" },
      field3({ id: "F21", label: "Dateien", type: "file", count: "0:*" }),
      group3(
        { id: "G21", label: "Verein" },
        field3({ id: "F22", type: "bool" }),
      ),
    ),
    group3(
      { id: "G3", label: "Einziger Weg", isChoice: true },
      field3({
        id: "F23",
        type: "date",
        precision: 'minValue="1900-01-01" maxValue="heute"',
      }),
    ),
    group3(
      { id: "G4", label: "Nur Text" },
      field3({ id: "F41", kind: "label", label: "Bitte lesen Sie das." }),
    ),
    group3(
      { id: "G5", label: "Vieles" },
      field3({ id: "F51", kind: "hidden" }),
      field3({ id: "F52", kind: "hidden", content: "S1" }),
      field3({ id: "F53", kind: "locked", content: "fest" }),
      field3({ id: "F54", type: "time" }),
      field3({ id: "F55", type: "datetime" }),
      field3({ id: "F56", type: "obj", count: "0:1" }),
      field3({ id: "F57", precision: 'pattern="(?=.*\\d)\\w+"' }),
      field3({ id: "F58", precision: 'pattern="^\\d{3}-\\p{Lu}{2}$"' }),
      field3({ id: "F59", precision: 'minLength="9" maxLength="3"' }),
      field3({
        id: "F60",
        type: "num",
        precision: 'minValue="9" maxValue="3"',
      }),
      field3({ id: "F61", count: "0:0" }),
      field3({ id: "F62", count: "0:*" }),
      field3({ id: "F62", count: "0:1", label: "Noch einmal" }),
      field3({ id: "F63", precision: 'maxLength="4000"' }),
    ),
  ].join(""),
);
