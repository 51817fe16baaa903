import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  date,
  file,
  form,
  group,
  integer,
  page,
  text,
} from "./build-form.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Order of a birth certificate. */
export const birthCertificate: FormDefinition = form(
  "geburtsurkunde",
  "Geburtsurkunde bestellen",
  {
    description: "Bestellen Sie eine Urkunde aus dem Geburtenregister.",
    legalBasis: "§§ 55, 59 und 62 PStG",
    pages: [
      page("person", "Wer bestellt?", [applicant, ownAddress]),
      page("urkunde", "Welche Urkunde brauchen Sie?", [
        group("kind", "Person, um deren Geburt es geht", [
          text("vorname", "Vorname bei der Geburt"),
          text("familienname", "Familienname bei der Geburt"),
          date("geburtsdatum", "Geburtsdatum"),
          text("geburtsort", "Geburtsort"),
        ]),
        choice(
          "verhaeltnis",
          "In welchem Verhältnis stehen Sie zu dieser Person?",
          [
            { code: "selbst", label: "Ich bin es selbst" },
            { code: "kind", label: "Es ist mein Kind" },
            {
              code: "elternteil",
              label: "Es ist meine Mutter oder mein Vater",
            },
            {
              code: "ehe",
              label:
                "Wir sind verheiratet oder leben in eingetragener Partnerschaft",
            },
            { code: "andere", label: "Ein anderes Verhältnis" },
          ],
        ),
        choice("art", "Art der Urkunde", [
          { code: "national", label: "Geburtsurkunde auf Deutsch" },
          { code: "international", label: "Mehrsprachige Geburtsurkunde" },
          { code: "register", label: "Ausdruck aus dem Geburtenregister" },
        ]),
        integer("anzahl", "Anzahl", { minValue: 1, maxValue: 10 }),
        file("ausweis", "Kopie Ihres Ausweises", {
          help: "Vorder- und Rückseite in einer Datei.",
        }),
      ]),
    ],
  },
);
