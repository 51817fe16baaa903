import type { FormDefinition, FormGroup } from "../domain/form-definition.ts";
import {
  choice,
  computedMoney,
  consent,
  date,
  file,
  form,
  group,
  optional,
  page,
  text,
} from "./build-form.ts";
import { huntingLicenceTexts } from "./hunting-licence-texts.ts";
import { applicant, ownAddress } from "./shared-groups.ts";

/** As everywhere, and the place of birth after the date. */
const huntingApplicant: FormGroup = {
  ...applicant,
  elements: applicant.elements.toSpliced(
    3,
    0,
    text("geburtsort", "Geburtsort", {
      help: "Wir brauchen ihn für die Abfrage der Register.",
      prefill: { source: "account.place-of-birth" },
    }),
  ),
};

/** Hunting licence: decided by the county, asked for in the portals of its communes too. */
export const huntingLicence: FormDefinition = form(
  "jagdschein",
  "Jagdschein beantragen",
  {
    description:
      "Mit dem Jagdschein dürfen Sie in Deutschland jagen. Der Landkreis stellt ihn aus.",
    legalBasis: "§§ 15 bis 18a BJagdG",
    minutes: 10,
    documents: ["Nummer des bisherigen Jagdscheins, wenn Sie einen haben"],
    translations: huntingLicenceTexts,
    pages: [
      page("person", "Wer stellt den Antrag?", [huntingApplicant, ownAddress]),
      page("schein", "Welchen Jagdschein brauchen Sie?", [
        choice("anlass", "Was möchten Sie?", [
          { code: "neu", label: "Meinen ersten Jagdschein beantragen" },
          { code: "verlaengerung", label: "Meinen Jagdschein verlängern" },
        ]),
        text("bisherigeNummer", "Nummer des bisherigen Jagdscheins", {
          maxLength: 20,
          help: "Die Nummer steht auf der ersten Seite.",
          visibleWhen: "anlass == 'verlaengerung'",
        }),
        choice("art", "Wie lange soll er gelten?", [
          { code: "jahr", label: "Ein Jagdjahr" },
          { code: "dreijahre", label: "Drei Jagdjahre" },
          { code: "tage", label: "14 Tage (Tagesjagdschein)" },
          { code: "jugend", label: "Ein Jagdjahr, ab 16 (Jugendjagdschein)" },
        ]),
        date("beginn", "Ab wann soll er gelten?", {
          help: "Ein Jagdjahr geht vom 1. April bis zum 31. März. Zum Beispiel 1 4 2027.",
        }),
        computedMoney("gebuehr", "Gebühr", {
          computed:
            "art == 'dreijahre' ? 90 : art == 'jahr' ? 40 : art in ['tage', 'jugend'] ? 20 : 0",
          help: "Die Jagdabgabe kommt dazu.",
        }),
      ]),
      page("nachweise", "Ihre Nachweise", [
        file("zeugnis", "Zeugnis der Jägerprüfung", {
          help: "Ein Foto reicht. Alles muss lesbar sein.",
          visibleWhen: "anlass == 'neu'",
        }),
        group("versicherung", "Jagdhaftpflichtversicherung", [
          text("gesellschaft", "Name der Versicherung"),
          text("nummer", "Nummer des Vertrags", { maxLength: 40 }),
        ]),
        file("versicherungsnachweis", "Nachweis der Versicherung", {
          help: "Die Bestätigung, die Ihre Versicherung für die Behörde ausstellt.",
        }),
        file("passbild", "Passbild", {
          ...optional,
          mediaTypes: ["image/jpeg", "image/png"],
          help: "Sie können es auch zur Abholung mitbringen.",
        }),
      ]),
      page("bestaetigung", "Noch zwei Bestätigungen", [
        consent(
          "zuverlaessigkeit",
          "Prüfung der Zuverlässigkeit",
          "Wir fragen dafür das Bundeszentralregister, die Polizei und den Verfassungsschutz (§ 17 BJagdG, § 5 Abs. 5 WaffG).",
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
        id: "alter",
        rule: "art == 'jugend' ? age(antragsteller.geburtsdatum) >= 16 && age(antragsteller.geburtsdatum) < 18 : age(antragsteller.geburtsdatum) >= 18",
        message:
          "Mit 16 und 17 gibt es den Jugendjagdschein, ab 18 die anderen (§ 16 BJagdG). Ihr Geburtsdatum passt nicht dazu.",
        elementPath: "art",
      },
      {
        id: "nicht-vergangen",
        rule: "beginn >= today()",
        message: "Dieser Tag ist vorbei. Geben Sie einen späteren ein.",
        elementPath: "beginn",
      },
    ],
  },
);
