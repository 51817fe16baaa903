/* eslint-disable max-lines-per-function, @typescript-eslint/max-params -- a table of data: who applied for what, and what became of it */
import { addDays } from "../../platform/calendar/calendar-day.ts";
import {
  birthCertificate,
  dogTax,
  huntingLicence,
  parkingPermit,
  personOf,
  publicEvent,
} from "./applications.ts";
import {
  answers,
  asks,
  asksForCorrection,
  asksTeam,
  closes,
  corrects,
  decides,
  givesOpinion,
  labels,
  notes,
  opens,
  reads,
  releases,
  takes,
  tells,
  withdraws,
  writes,
} from "./beats.ts";
import { proven, type Cast } from "./cast.ts";
import { livingIn, schweriner } from "./people.ts";
import type { Beat, Story } from "./play-story.ts";

const email = "";

const grabower = (number: number) =>
  livingIn(
    schweriner(number),
    [number % 2 === 0 ? "Kirchenstraße" : "Marktstraße", String(number)],
    ["19300", "Grabow"],
  );

/** What was applied for at the Landkreis. */
export function storiesOfCounty({
  today,
  jana,
  kofi,
  club,
}: Cast): readonly Story[] {
  const licence = (
    account: Cast["jana"],
    sent: number,
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...huntingLicence(personOf(account.person), {
        birthplace: account.person.placeOfBirth,
        from: addDays(today, 20),
      }),
      sender: proven(account),
      email,
    },
    sent,
    beats,
  });
  const event = (
    number: number,
    sent: number,
    [title, town]: readonly [string, string],
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...publicEvent(schweriner(number), {
        title,
        kind: number % 2 === 0 ? "markt" : "strassenfest",
        about:
          "Fest für die ganze Familie mit Ständen und Musik am Nachmittag.",
        visitors: 200 + number * 20,
        day: addDays(today, 30 + number),
        hours: ["11:00", "20:00"],
        place: `Festplatz ${town}`,
      }),
      email,
    },
    sent,
    beats,
  });
  return [
    event(2, 0.3, ["Winterzauber auf dem Gut", "Banzkow"]),
    event(5, 3.6, ["Dorfweihnacht", "Sukow"], opens(2.4, "kevin")),
    event(8, 9.4, ["Hoffest der Landfrauen", "Plate"], takes(8.3, "kevin")),
    event(
      11,
      15.3,
      ["Mühlenmarkt", "Crivitz"],
      takes(13.2, "aylin"),
      asksForCorrection(11.4, "aylin", {
        besucher: "Für den Platz sind höchstens 300 Menschen zugelassen.",
      }),
      corrects(6.3, (given) => ({ ...given, besucher: ["280"] })),
      labels(5.2, "aylin", "Ortstermin"),
    ),
    event(14, 47.2, ["Osterfeuer der Feuerwehr", "Dömitz"], withdraws(44.2)),
    event(
      17,
      61.3,
      ["Erntefest", "Zarrentin"],
      takes(58.4, "kevin"),
      writes(41.2, "kevin", {
        outcome: "partly",
        letter: "Veranstaltung: Erlaubnis mit Auflagen",
      }),
      releases(40.4, "samira"),
      reads(39.3),
      closes(6.4, "kevin"),
    ),
    licence(kofi, 6.2, takes(4.8, "aylin")),
    licence(
      jana,
      28.3,
      takes(26.4, "kevin"),
      notes(
        22.1,
        "kevin",
        "Auskunft aus dem Bundeszentralregister ist angefordert.",
      ),
      writes(2.3, "kevin", {
        outcome: "granted",
        letter: "Bewilligung, allgemein",
      }),
      releases(2.1, "samira"),
      reads(1.2, "Jagd"),
    ),
    {
      application: {
        ...publicEvent(personOf(club.person), {
          title: "Ruderfest auf der Elde",
          kind: "sport",
          about:
            "Regatta mit 24 Booten auf der Elde-Wasserstraße, dazu ein Familientag am Bootshaus.",
          organiser: "Ruderverein Muster",
          visitors: 650,
          day: addDays(today, 160),
          hours: ["09:00", "18:00"],
          place: "Eldeufer, Bootshaus",
          serves: "Ruderverein Muster",
        }),
        sender: club.sender,
        email,
      },
      sent: 18.4,
      beats: [
        takes(16.3, "kevin"),
        asksTeam(14.2, "kevin", {
          team: "Verkehr und Parken",
          text: "Reichen die Stellplätze am Eldeufer für 650 Gäste?",
          days: 5,
        }),
        tells(
          12.1,
          "kevin",
          "Wir stimmen Ihr Fest gerade mit dem Wasserstraßenamt ab und melden uns in zwei Wochen.",
        ),
        reads(11.2),
      ],
    },
  ];
}

/** What was applied for in Grabow. */
export function storiesOfGrabow({
  today,
  jana,
  wilhelm,
  club,
}: Cast): readonly Story[] {
  const dog = (
    number: number,
    sent: number,
    name: string,
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...dogTax(grabower(number), {
        name,
        breed: "Mischling",
        sex: "huendin",
        since: addDays(today, -Math.floor(sent) - 20),
      }),
      email,
    },
    sent,
    beats,
  });
  return [
    dog(3, 0.5, "Paula"),
    dog(6, 4.2, "Greta", takes(3.1, "kevin")),
    dog(
      9,
      12.6,
      "Ella",
      takes(11.4, "kevin"),
      asks(10.2, "kevin", "Wie alt ist Ella ungefähr?"),
      answers(9.3, "Der Tierarzt schätzt sie auf vier Jahre."),
    ),
    dog(
      12,
      55.2,
      "Wilma",
      takes(53.3, "kevin"),
      writes(50.2, "kevin", {
        outcome: "granted",
        letter: "Hundesteuerbescheid",
      }),
      releases(50, "kevin"),
      closes(15.3, "kevin"),
    ),
    {
      application: {
        ...parkingPermit(personOf(jana.person), {
          plate: "LUP-JB 423",
          from: addDays(today, 5),
        }),
        sender: jana.sender,
        email,
      },
      sent: 12.3,
      beats: [
        reads(12.1),
        takes(10.6, "kevin"),
        asksForCorrection(9.2, "kevin", {
          hausnummer: "Im Melderegister steht Kirchenstraße 8 a.",
        }),
        reads(8.4),
        corrects(8.2, (given) => ({
          ...given,
          anschrift: [
            {
              strasse: ["Kirchenstraße"],
              hausnummer: ["8 a"],
              postleitzahl: ["19300"],
              ort: ["Grabow"],
            },
          ],
        })),
        asksTeam(7.1, "kevin", {
          team: "Ordnung und Veranstaltungen",
          text: "Die Kirchenstraße wird im Advent zeitweise gesperrt. Reicht ein Ausweis für das Gebiet Altstadt?",
        }),
        givesOpinion(5.2, "aylin", "Ja, die Plätze am Wall gehören dazu."),
        writes(3.4, "kevin", { outcome: "granted" }),
        releases(3.2, "samira"),
        reads(2.2, "Auto"),
      ],
    },
    {
      application: {
        ...dogTax(personOf(jana.person), {
          name: "Schnute",
          breed: "Wasserhund",
          sex: "huendin",
          since: addDays(today, -24),
        }),
        sender: jana.sender,
        email,
      },
      sent: 2.6,
      beats: [
        takes(1.6, "kevin"),
        asks(
          1.3,
          "kevin",
          "Hat Schnute einen Chip? Dann schreiben Sie uns bitte die Nummer.",
        ),
      ],
    },
    {
      application: {
        ...birthCertificate(personOf(wilhelm.person), { birthplace: "Grabow" }),
        sender: proven(wilhelm),
        email,
      },
      sent: 36.1,
      beats: [
        takes(34.2, "petra"),
        decides(
          33.3,
          "petra",
          "granted",
          "Ihre Urkunde ist mit der Post unterwegs.",
        ),
        reads(32.5),
        closes(32.2, "petra"),
      ],
    },
    {
      application: {
        ...publicEvent(personOf(club.person), {
          title: "Anrudern mit Hafenfest",
          kind: "strassenfest",
          about: "Saisonbeginn des Vereins mit Bootstaufe und Grill am Hafen.",
          organiser: "Ruderverein Muster",
          visitors: 250,
          day: addDays(today, 140),
          hours: ["11:00", "19:00"],
          place: "Hafen Grabow",
          serves: "Ruderverein Muster",
        }),
        sender: club.sender,
        email,
      },
      sent: 7.4,
      beats: [
        takes(5.6, "aylin"),
        asksForCorrection(
          4.4,
          "aylin",
          { lageplan: "Bitte zeichnen Sie den Rettungsweg zum Hafen ein." },
          "Ihr Fest können wir gern erlauben. Eine Unterlage brauchen wir noch.",
        ),
        labels(4.3, "aylin", "Unterlagen fehlen"),
      ],
    },
  ];
}
