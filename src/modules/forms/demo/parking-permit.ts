import type { FormDefinition } from "../domain/form-definition.ts";
import {
  choice,
  computedMoney,
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
import { parkingPermitTexts } from "./parking-permit-texts.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** Resident parking permit in plain words; shorter than FIM's S05000058. */
export const parkingPermit: FormDefinition = form(
  "bewohnerparkausweis",
  "Bewohnerparkausweis beantragen",
  {
    description:
      "Mit dem Ausweis parken Sie in Ihrem Wohngebiet auf den Plätzen für Bewohner.",
    legalBasis: "§ 45 Abs. 1b Nr. 2a StVO",
    minutes: 10,
    documents: ["Nummer des bisherigen Ausweises, wenn Sie einen haben"],
    precheck: {
      questions: [
        yesNo(
          "wohnsitz",
          "Wohnen Sie in dem Gebiet, in dem Sie parken möchten?",
        ),
        {
          ...yesNo(
            "gemeldet",
            "Sind Sie dort mit Ihrer Hauptwohnung gemeldet?",
          ),
          visibleWhen: "wohnsitz == true",
        },
      ],
      outcomes: [
        {
          when: "wohnsitz == false",
          kind: "need-first",
          text: "Den Ausweis bekommt nur, wer in dem Gebiet wohnt. Als Besucher parken Sie mit einem Parkschein.",
        },
        {
          when: "gemeldet == false",
          kind: "need-first",
          text: "Melden Sie zuerst Ihre Hauptwohnung im Bürgerbüro an. Danach können Sie den Ausweis beantragen.",
        },
        {
          when: "wohnsitz == true && gemeldet == true",
          kind: "can-apply",
          text: "Sie können den Ausweis beantragen.",
        },
      ],
    },
    translations: parkingPermitTexts,
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
          help: "Die Nummer steht oben rechts auf dem Ausweis.",
          visibleWhen: "anlass in ['verlaengerung', 'kennzeichen']",
          requiredWhen: "anlass == 'verlaengerung'",
        }),
        choice("dauer", "Wie lange soll der Ausweis gelten?", [
          { code: "12", label: "12 Monate" },
          { code: "24", label: "24 Monate" },
        ]),
        date("beginn", "Ab wann soll er gelten?", {
          help: "Frühestens morgen. Zum Beispiel 1 9 2026.",
        }),
        date("ende", "Gültig bis", {
          ...optional,
          computed: "add_days(add_months(beginn, dauer == '24' ? 24 : 12), -1)",
        }),
        computedMoney("gebuehr", "Gebühr", {
          computed: "dauer == '24' ? 60 : 30.70",
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
          help: "Weil das Fahrzeug einer anderen Person gehört.",
          visibleWhen: "fahrzeug.exists(f, f.eigenes == false)",
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
    checks: [
      {
        id: "volljaehrig",
        rule: "age(geburtsdatum) >= 18",
        message:
          "Den Ausweis kann nur beantragen, wer volljährig ist. Prüfen Sie das Geburtsdatum.",
        elementPath: "antragsteller.geburtsdatum",
      },
      {
        id: "fruehestens-morgen",
        rule: "beginn > today()",
        message:
          "Der Ausweis kann frühestens ab morgen gelten. Geben Sie einen späteren Tag ein.",
        elementPath: "beginn",
      },
    ],
  },
);
