import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  consent,
  date,
  file,
  form,
  group,
  integer,
  note,
  optional,
  page,
  text,
  yesNo,
} from "./build-form.ts";
import { eventRegistrationTexts } from "./event-registration-texts.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Scanned plans are large. */
const largestPlan = 100_000_000;

/** Registration of a public event. */
export const eventRegistration: FormDefinition = form(
  "veranstaltung",
  "Veranstaltung anmelden",
  {
    description:
      "Melden Sie ein öffentliches Fest, einen Markt oder einen Umzug an.",
    translations: eventRegistrationTexts,
    legalBasis: "§ 29 Abs. 2 StVO",
    pages: [
      page("veranstalter", "Wer veranstaltet?", [
        text("organisation", "Name des Vereins oder der Firma", {
          ...optional,
          autocomplete: "organization",
        }),
        applicant,
        ownAddress,
      ]),
      page("veranstaltung", "Was planen Sie?", [
        text("titel", "Name der Veranstaltung"),
        choice("art", "Art der Veranstaltung", [
          { code: "strassenfest", label: "Straßenfest" },
          { code: "markt", label: "Markt" },
          { code: "konzert", label: "Konzert" },
          { code: "umzug", label: "Umzug oder Festzug" },
          { code: "sport", label: "Sportveranstaltung" },
          { code: "feuerwerk", label: "Feuerwerk" },
          { code: "kirmes", label: "Kirmes oder Jahrmarkt" },
          { code: "sonstige", label: "Etwas anderes" },
        ]),
        text("beschreibung", "Was ist geplant?", {
          multiline: true,
          maxLength: 2000,
          help: "In ein paar Sätzen: Ablauf, Bühnen, Stände, Musik.",
        }),
        integer("besucher", "Wie viele Menschen erwarten Sie?", {
          minValue: 1,
          maxValue: 200000,
          help: "Eine Schätzung reicht.",
        }),
        yesNo("musik", "Gibt es Musik mit Verstärker?"),
        yesNo("alkohol", "Wird Alkohol ausgeschenkt?", {
          help: "Dafür brauchen Sie vielleicht eine weitere Erlaubnis.",
        }),
        text("ausschank", "Wer schenkt aus?", {
          help: "Name des Betriebs oder Vereins. Die Gestattung nach § 12 GastG beantragen Sie getrennt.",
          visibleWhen: "alkohol",
        }),
        text("strecke", "Welchen Weg nimmt der Umzug?", {
          multiline: true,
          maxLength: 1000,
          visibleWhen: "art == 'umzug'",
        }),
      ]),
      page("zeitUndOrt", "Wann und wo?", [
        note(
          "hinweis",
          "Geben Sie jeden Tag einzeln an, auch Aufbau und Abbau.",
        ),
        {
          ...group("tag", "Tag", [
            date("datum", "Datum"),
            text("beginn", "Beginn", {
              pattern: "([01][0-9]|2[0-3]):[0-5][0-9]",
              maxLength: 5,
              example: "14:00",
            }),
            text("ende", "Ende", {
              pattern: "([01][0-9]|2[0-3]):[0-5][0-9]",
              maxLength: 5,
              example: "22:00",
            }),
          ]),
          cardinality: { min: 1, max: 10 },
        },
        text("flaechen", "Straße oder Platz", {
          cardinality: { min: 1, max: 5 },
          help: "Für weitere Flächen nutzen Sie den Knopf darunter.",
        }),
      ]),
      page("unterlagen", "Unterlagen", [
        file("lageplan", "Lageplan", {
          help: "Eine Skizze mit Bühnen, Ständen und Rettungswegen.",
          maxBytes: largestPlan,
        }),
        file("sicherheitskonzept", "Sicherheitskonzept", {
          ...optional,
          help: "Ab 5.000 erwarteten Menschen nötig.",
          maxBytes: largestPlan,
          requiredWhen: "besucher >= 5000",
        }),
        file("weitere", "Weitere Unterlagen", {
          cardinality: { min: 0, max: 5 },
          maxBytes: largestPlan,
          mediaTypes: [
            "application/pdf",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/heic",
            "text/plain",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          ],
        }),
        {
          ...group("ansprechperson", "Ansprechperson vor Ort", [
            text("name", "Name"),
            text("mobil", "Mobilnummer", { format: "phone", maxLength: 30 }),
          ]),
          cardinality: { min: 0, max: 3 },
        },
        consent(
          "richtigkeit",
          "Richtigkeit der Angaben",
          "Alle Angaben sind nach bestem Wissen richtig.",
        ),
      ]),
    ],
    checks: [
      {
        id: "ende-nach-beginn",
        rule: "ende > beginn",
        message:
          "Das Ende muss nach dem Beginn liegen. Prüfen Sie beide Zeiten.",
        elementPath: "tag.ende",
      },
    ],
  },
);
