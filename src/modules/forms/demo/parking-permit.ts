import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  consent,
  date,
  file,
  form,
  group,
  note,
  optional,
  page,
  text,
  yesNo,
} from "./build-form.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Resident parking permit in plain words; shorter than FIM's S05000058. */
export const parkingPermit: FormDefinition = form(
  "bewohnerparkausweis",
  "Bewohnerparkausweis beantragen",
  {
    description:
      "Mit dem Ausweis parken Sie in Ihrem Wohngebiet auf den Plätzen für Bewohner.",
    legalBasis: "§ 45 Abs. 1b Nr. 2a StVO",
    pages: [
      page("person", "Wer stellt den Antrag?", [applicant, ownAddress]),
      page("ausweis", "Welchen Ausweis brauchen Sie?", [
        choice("anlass", "Was möchten Sie?", [
          { code: "neu", label: "Ich brauche einen neuen Ausweis" },
          {
            code: "verlaengerung",
            label: "Ich möchte meinen Ausweis verlängern",
          },
          { code: "kennzeichen", label: "Mein Kennzeichen hat sich geändert" },
        ]),
        text("bisherigeNummer", "Nummer des bisherigen Ausweises", {
          ...optional,
          maxLength: 20,
          help: "Nur wenn Sie schon einen Ausweis haben. Die Nummer steht oben rechts.",
        }),
        choice("dauer", "Wie lange soll der Ausweis gelten?", [
          { code: "12", label: "12 Monate" },
          { code: "24", label: "24 Monate" },
        ]),
        date("beginn", "Ab wann soll er gelten?", {
          help: "Frühestens morgen. Zum Beispiel 1 9 2026.",
        }),
      ]),
      page("fahrzeug", "Welches Fahrzeug fahren Sie?", [
        note(
          "hinweis",
          "Sie können bis zu drei Kennzeichen angeben. Der Ausweis gilt immer nur für ein Fahrzeug zur selben Zeit.",
        ),
        {
          ...group("fahrzeug", "Fahrzeug", [
            text("kennzeichen", "Kennzeichen", {
              pattern: "[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[1-9][0-9]{0,3}[EH]?",
              maxLength: 12,
              example: "SN-AB 123",
            }),
            yesNo("eigenes", "Ist das Fahrzeug auf Sie zugelassen?"),
          ]),
          cardinality: { min: 1, max: 3 },
        },
        file("fahrzeugschein", "Fahrzeugschein", {
          cardinality: { min: 1, max: 3 },
          help: "Ein Foto reicht. Alles muss lesbar sein.",
        }),
        file("ueberlassung", "Erlaubnis des Halters", {
          ...optional,
          help: "Nur wenn das Fahrzeug einer anderen Person gehört.",
        }),
      ]),
      page("einwilligung", "Noch zwei Bestätigungen", [
        consent(
          "melderegister",
          "Abgleich mit dem Melderegister",
          "Wir prüfen damit, ob Sie im Wohngebiet gemeldet sind.",
        ),
        consent(
          "richtigkeit",
          "Richtigkeit der Angaben",
          "Alle Angaben sind nach bestem Wissen richtig.",
        ),
      ]),
    ],
  },
);
