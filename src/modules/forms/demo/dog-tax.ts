import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  date,
  form,
  group,
  optional,
  page,
  text,
} from "./build-form.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Registration of dogs for the dog tax. */
export const dogTax: FormDefinition = form("hundesteuer", "Hund anmelden", {
  description: "Melden Sie Ihren Hund für die Hundesteuer an.",
  legalBasis: "Hundesteuersatzung",
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
          text("chip", "Chipnummer", {
            ...optional,
            pattern: "[0-9]{15}",
            maxLength: 15,
            example: "276098100123456",
          }),
        ]),
        cardinality: { min: 1, max: 5 },
      },
    ]),
  ],
});
