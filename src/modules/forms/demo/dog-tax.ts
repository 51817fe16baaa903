import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  computedMoney,
  date,
  form,
  group,
  optional,
  page,
  text,
  yesNo,
} from "./build-form.ts";
import { dogTaxTexts } from "./dog-tax-texts.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Registration of dogs for the dog tax. */
export const dogTax: FormDefinition = form("hundesteuer", "Hund anmelden", {
  description: "Melden Sie Ihren Hund für die Hundesteuer an.",
  legalBasis: "Hundesteuersatzung",
  translations: dogTaxTexts,
  precheck: {
    questions: [
      yesNo("hier", "Wohnen Sie mit dem Hund in dieser Gemeinde?"),
      {
        ...yesNo("alt", "Ist der Hund älter als drei Monate?"),
        visibleWhen: "hier == true",
      },
    ],
    outcomes: [
      {
        when: "hier == false",
        kind: "other-authority",
        text: "Die Hundesteuer erhebt die Gemeinde, in der Sie mit dem Hund wohnen. Melden Sie ihn dort an.",
        link: {
          label: "Leistungen anderer Behörden finden",
          href: "/leistungen",
        },
      },
      {
        when: "alt == false",
        kind: "need-first",
        text: "Ein Hund wird erst angemeldet, wenn er drei Monate alt ist. Kommen Sie dann wieder.",
      },
      {
        when: "hier == true && alt == true",
        kind: "can-apply",
        text: "Melden Sie Ihren Hund hier an.",
      },
    ],
  },
  pages: [
    page("person", "Wer hält den Hund?", [applicant, ownAddress]),
    page("hunde", "Welche Hunde halten Sie?", [
      {
        ...group("hund", "Hund", [
          text("rufname", "Rufname", { maxLength: 50 }),
          text("rasse", "Rasse", {
            maxLength: 80,
            help: "Bei Mischlingen nennen Sie die Rassen, die Sie kennen.",
          }),
          choice("geschlecht", "Geschlecht", [
            { code: "huendin", label: "Hündin" },
            { code: "ruede", label: "Rüde" },
          ]),
          date("wurf", "Geburtstag des Hundes", {
            ...optional,
            help: "Ungefähr, wenn Sie ihn nicht genau kennen.",
          }),
          date("seit", "Bei Ihnen seit"),
          yesNo("gefaehrlich", "Ist der Hund als gefährlich eingestuft?", {
            ...optional,
            help: "Das steht im Bescheid des Ordnungsamts.",
          }),
          date("wesenstest", "Wann war der Wesenstest?", {
            visibleWhen: "gefaehrlich",
          }),
          text("chip", "Chipnummer", {
            ...optional,
            pattern: "[0-9]{15}",
            maxLength: 15,
            example: "276098100123456",
          }),
          computedMoney("steuer", "Steuer im Jahr", {
            computed: "answered(gefaehrlich) && gefaehrlich ? 600 : 90",
          }),
        ]),
        cardinality: { min: 1, max: 5 },
      },
      computedMoney("summe", "Hundesteuer im Jahr zusammen", {
        computed: "count(hund) > 0 ? sum(hund.map(h, h.steuer)) : 0",
        help: "90 Euro für jeden Hund, 600 Euro für jeden gefährlichen. Der Bescheid nennt den genauen Betrag.",
      }),
    ]),
  ],
});
