import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  computedMoney,
  date,
  file,
  form,
  group,
  integer,
  page,
  text,
} from "./build-form.ts";
import { birthCertificateTexts } from "./birth-certificate-texts.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Order of a birth certificate. */
export const birthCertificate: FormDefinition = form(
  "geburtsurkunde",
  "Geburtsurkunde bestellen",
  {
    description: "Bestellen Sie eine Urkunde aus dem Geburtenregister.",
    translations: birthCertificateTexts,
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
        text("interesse", "Wozu brauchen Sie die Urkunde?", {
          multiline: true,
          maxLength: 1000,
          help: "Beschreiben Sie Ihr rechtliches Interesse (§ 62 Abs. 1 PStG).",
          visibleWhen: "verhaeltnis == 'andere'",
        }),
        choice("art", "Art der Urkunde", [
          { code: "national", label: "Geburtsurkunde auf Deutsch" },
          { code: "international", label: "Mehrsprachige Geburtsurkunde" },
          { code: "register", label: "Ausdruck aus dem Geburtenregister" },
        ]),
        integer("anzahl", "Anzahl", { minValue: 1, maxValue: 10 }),
        computedMoney("gebuehr", "Gebühr", {
          computed: "12 + (anzahl - 1) * 6",
          help: "12 Euro für die erste, 6 Euro für jede weitere Urkunde.",
        }),
        file("ausweis", "Kopie Ihres Ausweises", {
          help: "Vorder- und Rückseite in einer Datei.",
        }),
        {
          ...group("zustellung", "Wie möchten Sie die Urkunde bekommen?", [
            choice("abholung", "Ich hole sie ab", [
              { code: "standesamt", label: "Im Standesamt" },
              { code: "buergerbuero", label: "Im Bürgerbüro" },
            ]),
            group("post", "Mit der Post", [
              text("empfaenger", "Name auf dem Umschlag"),
              text("anschrift", "Anschrift", { multiline: true }),
            ]),
          ]),
          choice: true,
        },
      ]),
    ],
    checks: [
      {
        id: "mindestalter",
        rule: "age(geburtsdatum) >= 16",
        message:
          "Eine Urkunde bestellen kann, wer mindestens 16 Jahre alt ist (§ 62 Abs. 1 PStG). Prüfen Sie das Geburtsdatum.",
        elementPath: "antragsteller.geburtsdatum",
      },
      {
        id: "selbst",
        rule: "verhaeltnis != 'selbst' || kind.geburtsdatum == antragsteller.geburtsdatum",
        message:
          "Sie bestellen Ihre eigene Urkunde. Ihr Geburtsdatum steht im ersten Schritt anders. Prüfen Sie beide Angaben.",
        elementPath: "verhaeltnis",
      },
    ],
  },
);
