import type { Answers } from "../domain/answers.ts";
import type { FormExample } from "../domain/form-example.ts";

/** Examples of the demo forms, by key of the form. Together they show each rule both ways. */
export const demoExamples: Readonly<Record<string, readonly FormExample[]>> = {
  hundesteuer: [
    {
      title: "Zwei Hunde, einer davon gefährlich",
      answers: {
        hund: [
          {
            rufname: ["Bello"],
            wurf: ["2024-05-01"],
            seit: ["2024-08-01"],
          },
          { rufname: ["Rex"], gefaehrlich: ["true"] },
        ],
      },
      precheck: { hier: ["true"], alt: ["true"] },
      expect: {
        outcome: "can-apply",
        hidden: ["hund.0.wesenstest.0"],
        visible: ["hund.1.wesenstest.0"],
        computed: {
          "hund.0.steuer.0": "90.00",
          "hund.1.steuer.0": "600.00",
          "summe.0": "690.00",
        },
        valid: false,
      },
    },
    {
      title: "Hund in einer anderen Gemeinde",
      precheck: { hier: ["false"] },
      answers: {},
      expect: { outcome: "other-authority", valid: false },
    },
    {
      title: "Welpe",
      precheck: { hier: ["true"], alt: ["false"] },
      answers: {},
      expect: { outcome: "need-first", valid: false },
    },
  ],
  container: [
    {
      title: "Großer Container auf der Straße",
      answers: { groesse: ["7"], strasse: ["true"] },
      expect: { visible: ["stellplatz.0"], computed: { "preis.0": "260.00" } },
    },
    {
      title: "Kleiner Container auf dem Hof",
      answers: { groesse: ["3"], strasse: ["false"] },
      expect: { hidden: ["stellplatz.0"], computed: { "preis.0": "140.00" } },
    },
  ],
  bewohnerparkausweis: [
    {
      title: "Verlängerung um zwei Jahre mit dem Auto einer anderen Person",
      today: "2026-08-01",
      answers: {
        ...applicantBorn("1980-01-31"),
        anlass: ["verlaengerung"],
        dauer: ["24"],
        beginn: ["2026-09-01"],
        fahrzeug: [{ kennzeichen: ["SN-AB 123"], eigenes: ["false"] }],
      },
      precheck: { wohnsitz: ["true"], gemeldet: ["true"] },
      expect: {
        outcome: "can-apply",
        visible: ["bisherigeNummer.0", "ueberlassung.0"],
        computed: { "ende.0": "2028-08-31", "gebuehr.0": "60.00" },
        errors: [
          "bisherigeNummer.0 required",
          "fahrzeugschein.0 required-file",
          "ueberlassung.0 required-file",
          "melderegister.0 required-confirmation",
          "richtigkeit.0 required-confirmation",
        ],
      },
    },
    {
      title: "Neuer Ausweis ab heute, noch nicht volljährig",
      today: "2026-08-01",
      answers: {
        ...applicantBorn("2008-08-02"),
        anlass: ["neu"],
        dauer: ["12"],
        beginn: ["2026-08-01"],
        fahrzeug: [{ kennzeichen: ["SN-AB 123"], eigenes: ["true"] }],
      },
      precheck: { wohnsitz: ["true"], gemeldet: ["false"] },
      expect: {
        outcome: "need-first",
        hidden: ["bisherigeNummer.0", "ueberlassung.0"],
        computed: { "ende.0": "2027-07-31", "gebuehr.0": "30.70" },
        errors: [
          "antragsteller.0.geburtsdatum.0 check:volljaehrig",
          "beginn.0 check:fruehestens-morgen",
          "fahrzeugschein.0 required-file",
          "melderegister.0 required-confirmation",
          "richtigkeit.0 required-confirmation",
        ],
      },
    },
    {
      title: "Neues Kennzeichen",
      answers: { anlass: ["kennzeichen"] },
      precheck: { wohnsitz: ["false"] },
      expect: { outcome: "need-first", visible: ["bisherigeNummer.0"] },
    },
  ],
  veranstaltung: [
    {
      title: "Großer Umzug mit Ausschank",
      answers: {
        art: ["umzug"],
        alkohol: ["true"],
        besucher: ["5000"],
        tag: [{ datum: ["2027-06-01"], beginn: ["14:00"], ende: ["13:00"] }],
      },
      expect: { visible: ["ausschank.0", "strecke.0"], valid: false },
    },
    {
      title: "Kleines Konzert",
      answers: {
        art: ["konzert"],
        alkohol: ["false"],
        besucher: ["200"],
        tag: [{ datum: ["2027-06-01"], beginn: ["14:00"], ende: ["22:00"] }],
      },
      expect: { hidden: ["ausschank.0", "strecke.0"] },
    },
  ],
  geburtsurkunde: [
    {
      title: "Zwei eigene Urkunden mit der Post",
      today: "2026-08-01",
      answers: {
        ...applicantBorn("1980-01-31"),
        kind: [{ geburtsdatum: ["1980-01-31"] }],
        verhaeltnis: ["selbst"],
        anzahl: ["2"],
        zustellung: [{ _choice: ["post"] }],
      },
      expect: {
        hidden: ["interesse.0", "zustellung.0.abholung.0"],
        visible: ["zustellung.0.post.0.empfaenger.0"],
        computed: { "gebuehr.0": "18.00" },
        valid: false,
      },
    },
    {
      title: "Zu jung, und ein anderer Tag als im ersten Schritt",
      today: "2026-08-01",
      answers: {
        ...applicantBorn("2011-01-31"),
        kind: [{ geburtsdatum: ["2011-02-01"] }],
        verhaeltnis: ["selbst"],
      },
      expect: { valid: false },
    },
    {
      title: "Ein anderes Verhältnis",
      answers: { verhaeltnis: ["andere"] },
      expect: { visible: ["interesse.0"] },
    },
  ],
  jagdschein: [
    {
      title: "Verlängerung für drei Jahre",
      today: "2026-08-01",
      answers: {
        ...applicantBorn("1980-01-31"),
        anlass: ["verlaengerung"],
        art: ["dreijahre"],
        beginn: ["2027-04-01"],
      },
      expect: {
        visible: ["bisherigeNummer.0"],
        hidden: ["zeugnis.0"],
        computed: { "gebuehr.0": "90.00" },
        valid: false,
      },
    },
    {
      title: "Mit siebzehn ein Jahr, ab einem vergangenen Tag",
      today: "2026-08-01",
      answers: {
        ...applicantBorn("2009-01-31"),
        anlass: ["neu"],
        art: ["jahr"],
        beginn: ["2026-04-01"],
      },
      expect: {
        visible: ["zeugnis.0"],
        hidden: ["bisherigeNummer.0"],
        computed: { "gebuehr.0": "40.00" },
        valid: false,
      },
    },
    {
      title: "Jugendjagdschein",
      today: "2026-08-01",
      answers: { ...applicantBorn("2009-01-31"), art: ["jugend"] },
      expect: { computed: { "gebuehr.0": "20.00" }, valid: false },
    },
  ],
};

/** The first step, filled in rightly. */
function applicantBorn(geburtsdatum: string): Answers {
  return {
    antragsteller: [
      {
        vorname: ["Jörg"],
        familienname: ["Müßig"],
        geburtsdatum: [geburtsdatum],
        email: ["joerg@example.org"],
      },
    ],
    anschrift: [
      {
        strasse: ["Schloßstraße"],
        hausnummer: ["12"],
        postleitzahl: ["19053"],
        ort: ["Schwerin"],
      },
    ],
  };
}
