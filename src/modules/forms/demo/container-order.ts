import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  computedMoney,
  date,
  form,
  note,
  optional,
  page,
  text,
  yesNo,
} from "./build-form.ts";
import { containerOrderTexts } from "./container-order-texts.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Order of a container for waste at a municipal company. */
export const containerOrder: FormDefinition = form(
  "container",
  "Container bestellen",
  {
    description:
      "Bestellen Sie einen Container für Bauschutt, Grünschnitt oder Sperrmüll.",
    translations: containerOrderTexts,
    legalBasis: "Abfallsatzung",
    pages: [
      page("besteller", "Wer bestellt?", [applicant, ownAddress]),
      page("container", "Was brauchen Sie?", [
        choice("abfallart", "Was werfen Sie hinein?", [
          { code: "bauschutt", label: "Bauschutt" },
          { code: "gruen", label: "Grünschnitt" },
          { code: "sperrmuell", label: "Sperrmüll" },
        ]),
        choice("groesse", "Wie groß soll er sein?", [
          { code: "3", label: "3 Kubikmeter" },
          { code: "7", label: "7 Kubikmeter" },
        ]),
        date("termin", "Wann soll er kommen?", {
          help: "Wir kommen von Montag bis Freitag.",
        }),
        yesNo("strasse", "Soll er auf der Straße oder dem Gehweg stehen?"),
        text("stellplatz", "Wo genau soll er auf der Straße stehen?", {
          multiline: true,
          maxLength: 300,
          visibleWhen: "strasse",
        }),
        note(
          "sondernutzung",
          "Für die Straße brauchen Sie auch eine Erlaubnis der Stadt.",
        ),
        computedMoney("preis", "Preis", {
          computed: "answered(groesse) && groesse == '7' ? 260 : 140",
          help: "Für Lieferung, zehn Tage und Abholung.",
        }),
        text("bemerkung", "Gibt es etwas zu beachten?", {
          ...optional,
          multiline: true,
          maxLength: 500,
          help: "Zum Beispiel: eine schmale Einfahrt.",
        }),
      ]),
    ],
  },
);
