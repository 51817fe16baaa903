/* eslint-disable max-lines-per-function, @typescript-eslint/max-params -- a table of data: who applied for what, and what became of it */
import { addDays } from "../../platform/calendar/calendar-day.ts";
import type { Answers } from "../../modules/forms/index.ts";
import { demoTenants } from "../../modules/tenants/demo/demo-tenants.ts";
import {
  birthCertificate,
  dogTax,
  parkingPermit,
  personOf,
  publicEvent,
} from "./applications.ts";
import {
  answers,
  asks,
  asksAuthority,
  asksForCorrection,
  asksTeam,
  assigns,
  closes,
  corrects,
  decides,
  does,
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
import { schweriner } from "./people.ts";
import type { Beat, Story } from "./play-story.ts";

const email = "";

/** What was applied for in Schwerin in the last months. */
export function storiesOfSchwerin(cast: Cast): readonly Story[] {
  return [
    ...parking(cast),
    ...dogs(cast),
    ...certificates(cast),
    ...events(cast),
  ];
}

const withPlate =
  (plate: string) =>
  (given: Answers): Answers => ({
    ...given,
    fahrzeug: [{ kennzeichen: [plate], eigenes: ["true"] }],
  });

/** Written, looked at by a second person, released. */
const permitGranted = (ago: number, who: "kevin" | "aylin"): Beat[] => [
  takes(ago + 2, who),
  writes(ago + 0.5, who, { outcome: "granted" }),
  releases(ago, "samira"),
];

function parking({ today, kofi, thea }: Cast): Story[] {
  const permit = (
    number: number,
    sent: number,
    plate: string,
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...parkingPermit(schweriner(number), {
        plate,
        from: addDays(today, 14 - Math.floor(sent)),
        ...(number % 3 === 0
          ? { former: `SN-P ${String(2100 + number)}` }
          : {}),
        isLong: number % 4 === 0,
      }),
      email,
    },
    sent,
    beats,
  });
  const ofAccount = (
    { person, sender }: Cast["kofi"],
    sent: number,
    plate: string,
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...parkingPermit(personOf(person), {
        plate,
        from: addDays(today, 14 - Math.floor(sent)),
      }),
      sender,
      email,
    },
    sent,
    beats,
  });
  return [
    permit(0, 0.04, "SN-AL 214"),
    permit(1, 0.2, "SN-MY 88"),
    permit(2, 0.9, "SN-SK 1907"),
    permit(3, 1.6, "SN-TW 45", labels(0.8, "samira", "Eilt")),
    permit(4, 2.4, "SN-OK 731", opens(1.3, "kevin")),
    permit(5, 4.3, "SN-FS 902", assigns(3.2, "samira", "kevin")),
    permit(
      6,
      6.2,
      "SN-IM 33",
      takes(5.4, "kevin"),
      notes(
        5.1,
        "kevin",
        "Meldeadresse stimmt mit dem Register überein. Fahrzeugschein liegt vor.",
      ),
    ),
    permit(
      7,
      8.7,
      "SN-AH 560",
      takes(7.5, "kevin"),
      asksForCorrection(6.3, "kevin", {
        fahrzeug: "Auf dem Fahrzeugschein steht ein anderes Kennzeichen.",
      }),
      labels(6.2, "kevin", "Unterlagen fehlen"),
    ),
    permit(
      8,
      11.5,
      "SN-KB 771",
      takes(10.4, "kevin"),
      asksForCorrection(9.4, "kevin", {
        fahrzeug: "Auf dem Fahrzeugschein lesen wir SN-KB 717. Welches stimmt?",
      }),
      reads(8.2),
      corrects(1.1, withPlate("SN-KB 717")),
    ),
    permit(
      9,
      24.2,
      "SN-LV 3",
      assigns(21.3, "samira", "jonas"),
      does(20.4, "jonas", { does: "begins" }),
      notes(
        6.1,
        "jonas",
        "Ich bin ab morgen im Urlaub. @Kevin Krause, bitte den Rest übernehmen: Es fehlt nur noch der Bescheid.",
        "kevin",
      ),
      labels(6, "jonas", "Eilt"),
    ),
    permit(
      10,
      17.4,
      "SN-MF 640",
      takes(15.5, "kevin"),
      notes(
        4.2,
        "kevin",
        "Zieht laut Register erst zum Monatsende um. Vor dem Bescheid noch einmal prüfen.",
      ),
    ),
    permit(
      11,
      9.6,
      "SN-PN 12",
      takes(8.1, "aylin"),
      writes(1.4, "aylin", { outcome: "granted" }),
    ),
    permit(
      12,
      7.7,
      "SN-CB 505",
      takes(6.6, "kevin"),
      writes(0.9, "kevin", { outcome: "granted" }, false),
    ),
    permit(13, 13.3, "SN-SJ 78", ...permitGranted(2.4, "kevin"), reads(1.2)),
    permit(14, 15.8, "SN-FE 19", ...permitGranted(4.4, "aylin")),
    permit(
      15,
      19.5,
      "SN-JP 404",
      takes(18.3, "kevin"),
      asks(
        17.2,
        "kevin",
        "Nach unserem Melderegister wohnen Sie mit Nebenwohnung im Wohngebiet. Wir möchten Ihren Antrag deshalb ablehnen. Möchten Sie sich dazu äußern? Schreiben Sie uns bitte innerhalb von zehn Tagen.",
      ),
      reads(16.1),
      writes(5.6, "kevin", { outcome: "refused" }),
      releases(5.2, "samira"),
      labels(0.7, "samira", "Widerspruch"),
    ),
    permit(
      16,
      38.2,
      "SN-LE 2020",
      ...permitGranted(33.2, "kevin"),
      reads(32.4),
      closes(1.9, "kevin"),
    ),
    permit(
      17,
      52.6,
      "SN-DW 61",
      ...permitGranted(46.4, "aylin"),
      reads(45.1),
      closes(14.2, "aylin"),
    ),
    permit(
      18,
      66.3,
      "SN-NT 8",
      ...permitGranted(60.2, "kevin"),
      reads(58.8),
      closes(25.5, "kevin"),
    ),
    permit(
      19,
      91.4,
      "SN-BT 350",
      ...permitGranted(84.3, "kevin"),
      reads(83.2),
      closes(49.5, "samira"),
    ),
    permit(20, 29.1, "SN-RH 900", withdraws(27.6), closes(26.4, "kevin")),
    {
      ...permit(21, 3.4, "SN-SA 15"),
      application: {
        ...parkingPermit(schweriner(21), {
          plate: "SN-SA 15",
          from: addDays(today, 11),
        }),
        email: "",
        intake: {
          channel: "counter",
          name: "Silke Arndt",
          staffName: "Aylin Demir",
          receivedOn: "",
        },
      },
      takenInBy: "aylin",
    },
    ofAccount(
      kofi,
      14.6,
      "SN-KB 1990",
      reads(14.3),
      takes(12.7, "kevin"),
      asksForCorrection(11.3, "kevin", {
        fahrzeug:
          "Bitte mit Bindestrich und so, wie es auf dem Fahrzeugschein steht.",
      }),
      reads(10.6),
      corrects(10.2, withPlate("SN-KO 1990")),
      asksTeam(9.4, "kevin", {
        team: "Ordnung und Veranstaltungen",
        text: "Am Packhof entsteht ab Frühjahr eine Baustelle. Spricht etwas gegen einen Ausweis für dieses Gebiet?",
      }),
      givesOpinion(
        6.5,
        "aylin",
        "Nein. Die Stellplätze am Packhof bleiben während der Bauzeit frei.",
      ),
      writes(3.6, "kevin", { outcome: "granted" }),
      releases(3.1, "samira"),
      reads(2.3, "Auto"),
    ),
    ofAccount(
      thea,
      5.3,
      "PCH-TM 21",
      takes(4.4, "aylin"),
      tells(
        3.2,
        "aylin",
        "Ihr Antrag ist vollständig. Sie bekommen den Bescheid in den nächsten Tagen.",
      ),
    ),
  ];
}

function dogs({ today, kofi }: Cast): Story[] {
  const dog = (
    number: number,
    sent: number,
    [name, breed, sex]: readonly [string, string, "huendin" | "ruede"],
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...dogTax(schweriner(number), {
        name,
        breed,
        sex,
        since: addDays(today, -Math.floor(sent) - 12),
        ...(number % 2 === 0
          ? { chip: `2760981001${String(20_000 + number * 37)}` }
          : {}),
      }),
      email,
    },
    sent,
    beats,
  });
  const taxed = (ago: number, who: "kevin" | "jonas"): Beat[] => [
    takes(ago + 3, who),
    writes(ago + 0.4, who, {
      outcome: "granted",
      letter: "Hundesteuerbescheid",
    }),
    releases(ago, who),
  ];
  return [
    dog(22, 0.1, ["Nala", "Labrador-Mischling", "huendin"]),
    dog(23, 0.6, ["Balu", "Berner Sennenhund", "ruede"]),
    dog(24, 3.1, ["Frieda", "Rauhaardackel", "huendin"]),
    dog(25, 5.5, ["Oskar", "Beagle", "ruede"], opens(4.2, "kevin")),
    dog(26, 9.2, ["Lotte", "Pudel", "huendin"], takes(7.8, "kevin")),
    dog(
      27,
      31.4,
      ["Rocky", "Deutscher Schäferhund", "ruede"],
      takes(29.2, "kevin"),
      notes(
        12.4,
        "kevin",
        "Halterin hat angerufen: Der Hund ist seit Oktober bei ihrer Tochter in Wismar. Bestätigung abwarten.",
      ),
    ),
    dog(
      28,
      14.3,
      ["Emma", "Australian Shepherd", "huendin"],
      takes(13.1, "kevin"),
      asks(
        12.2,
        "kevin",
        "Seit wann genau ist Emma bei Ihnen? Bitte schicken Sie uns den Kaufvertrag oder die Abgabe-Vereinbarung des Tierheims.",
      ),
      labels(12.1, "kevin", "Unterlagen fehlen"),
    ),
    dog(
      29,
      16.8,
      ["Sam", "Border Collie", "ruede"],
      takes(15.4, "kevin"),
      asks(
        14.2,
        "kevin",
        "Sie halten laut unseren Unterlagen schon einen Hund. Melden Sie Sam zusätzlich an oder statt des ersten?",
      ),
      answers(
        0.8,
        "Guten Tag, Sam kommt dazu. Unser erster Hund lebt auch noch bei uns. Viele Grüße",
      ),
    ),
    dog(
      30,
      44.3,
      ["Maja", "Mischling", "huendin"],
      ...taxed(36.2, "kevin"),
      reads(35.1),
      closes(3.3, "kevin"),
    ),
    dog(
      31,
      57.2,
      ["Bruno", "Boxer", "ruede"],
      ...taxed(50.4, "jonas"),
      reads(49.6),
      closes(18.2, "jonas"),
    ),
    dog(
      32,
      71.6,
      ["Kira", "Golden Retriever", "huendin"],
      ...taxed(62.3, "kevin"),
      closes(30.4, "kevin"),
    ),
    dog(
      33,
      103.4,
      ["Anton", "Mops", "ruede"],
      ...taxed(95.1, "jonas"),
      reads(94),
      closes(61.7, "jonas"),
    ),
    dog(
      34,
      26.3,
      ["Luna", "Husky", "huendin"],
      ...taxed(20.6, "kevin"),
      reads(19.4),
    ),
    dog(
      35,
      22.5,
      ["Hasso", "Mischling", "ruede"],
      does(20.7, "samira", {
        does: "hands over",
        toTenantId: demoTenants.grabow,
        reason:
          "Sie wohnen seit diesem Monat in Grabow. Die Hundesteuer erhebt deshalb die Stadt Grabow.",
        note: "Abmeldung bei uns ist zum Monatsende vermerkt.",
      }),
    ),
    {
      application: {
        ...dogTax(
          personOf(kofi.person),
          {
            name: "Biscuit",
            breed: "Jack Russell Terrier",
            sex: "ruede",
            since: addDays(today, -80),
            chip: "276098100123456",
          },
          {
            name: "Pepper",
            breed: "Jack Russell Terrier",
            sex: "huendin",
            since: addDays(today, -80),
          },
        ),
        sender: kofi.sender,
        email,
      },
      sent: 68.2,
      beats: [
        ...taxed(61.3, "kevin"),
        reads(60.2, "Hunde"),
        closes(28.1, "kevin"),
      ],
    },
  ];
}

function certificates({ today, thea, wilhelm }: Cast): Story[] {
  const certificate = (
    number: number,
    sent: number,
    wish: Parameters<typeof birthCertificate>[1],
    ...beats: Beat[]
  ): Story => ({
    application: {
      ...birthCertificate(schweriner(number), wish),
      email,
      // It takes a proven identity, or a signature: these people wrote a letter or came to the counter.
      intake: {
        channel: number % 2 === 0 ? "counter" : "letter",
        name: schweriner(number).name.join(" "),
        staffName: "Petra Schulz",
        receivedOn:
          number % 2 === 0 ? "" : addDays(today, -Math.floor(sent) - 4),
      },
    },
    takenInBy: "petra",
    sent,
    beats,
  });
  const birthplace = "Schwerin";
  return [
    certificate(36, 0.3, { birthplace, count: 2 }),
    {
      application: {
        ...birthCertificate(personOf(thea.person), {
          birthplace,
          kind: "international",
        }),
        sender: proven(thea),
        email,
      },
      sent: 1.2,
      beats: [],
    },
    certificate(38, 4.6, { birthplace }, takes(3.4, "petra")),
    certificate(
      39,
      12.2,
      { birthplace, kind: "register" },
      takes(10.3, "petra"),
      asks(
        9.5,
        "petra",
        "Wir finden in unserem Register keinen Eintrag unter diesem Namen. Wie hießen Sie bei der Geburt?",
      ),
    ),
    certificate(
      40,
      17.3,
      { birthplace },
      takes(15.2, "petra"),
      decides(
        13.4,
        "petra",
        "granted",
        "Ihre Urkunde ist mit der Post unterwegs.",
      ),
      closes(13.2, "petra"),
    ),
    certificate(
      41,
      33.5,
      { birthplace, count: 3 },
      takes(32.1, "petra"),
      decides(
        30.4,
        "petra",
        "granted",
        "Ihre Urkunden sind mit der Post unterwegs.",
      ),
      closes(30.1, "petra"),
    ),
    {
      application: {
        ...birthCertificate(personOf(wilhelm.person), {
          birthplace: "Grabow",
        }),
        sender: proven(wilhelm),
        email,
      },
      sent: 40.4,
      beats: [
        takes(39.1, "petra"),
        decides(
          38.3,
          "petra",
          "no-decision",
          "Sie sind in Grabow geboren. Die Urkunde bekommen Sie beim Standesamt in Grabow. Eine Gebühr fällt nicht an.",
        ),
        reads(37.2),
        closes(36.5, "petra"),
      ],
    },
  ];
}

function events({ today }: Cast): Story[] {
  return [
    {
      application: {
        ...publicEvent(schweriner(42), {
          title: "Lichterfest am Pfaffenteich",
          kind: "strassenfest",
          about:
            "Straßenfest mit kleiner Bühne, zwölf Ständen und einem Umzug der Kinder mit Laternen rund um den Teich.",
          organiser: "Bürgerverein Schelfstadt",
          visitors: 1800,
          day: addDays(today, 24),
          hours: ["15:00", "21:00"],
          place: "Südufer Pfaffenteich",
          serves: "Gasthaus Zur Linde",
        }),
        email,
      },
      sent: 26.4,
      beats: [
        takes(24.6, "kevin"),
        labels(24.5, "kevin", "Ortstermin"),
        asksTeam(20.3, "kevin", {
          team: "Verkehr und Parken",
          text: "Kann die Arsenalstraße von 14 bis 22 Uhr gesperrt werden? Welche Umleitung schlagen Sie vor?",
        }),
        givesOpinion(
          13.5,
          "aylin",
          "Ja, mit Umleitung über die August-Bebel-Straße. Anwohner müssen bis 13 Uhr ausfahren können.",
        ),
        asksAuthority(8.3, "kevin", {
          tenantId: demoTenants.lup,
          text: "Die Zubringerbusse kommen aus dem Landkreis. Gibt es aus Ihrer Sicht Bedenken wegen der Haltestellen?",
          days: 12,
        }),
        notes(
          1.3,
          "samira",
          "Bitte bis Ende der Woche entscheiden, der Verein muss die Stände zusagen. @Kevin Krause",
          "kevin",
        ),
      ],
    },
    {
      application: {
        ...publicEvent(schweriner(43), {
          title: "Adventsmarkt in der Schelfstadt",
          kind: "markt",
          about: "20 Stände mit Handwerk und Gebäck in den Höfen.",
          organiser: "Händlergemeinschaft Schelfe",
          visitors: 900,
          day: addDays(today, 10),
          hours: ["11:00", "19:00"],
          place: "Schelfmarkt",
          serves: "Händlergemeinschaft Schelfe",
        }),
        email,
      },
      sent: 48.3,
      beats: [
        takes(46.2, "aylin"),
        writes(9.4, "aylin", {
          outcome: "partly",
          letter: "Veranstaltung: Erlaubnis mit Auflagen",
        }),
        releases(8.6, "samira"),
        reads(7.4),
      ],
    },
    {
      application: {
        ...publicEvent(schweriner(44), {
          title: "Nachtkonzert im Schlossgarten",
          kind: "konzert",
          about: "Freiluftkonzert mit Verstärkern von 22 Uhr bis 2 Uhr.",
          visitors: 3500,
          day: addDays(today, 40),
          hours: ["20:00", "23:30"],
          place: "Schlossgarten, Festwiese",
        }),
        email,
      },
      sent: 35.2,
      beats: [
        takes(33.4, "kevin"),
        asks(
          31.2,
          "kevin",
          "Ab 22 Uhr gilt Nachtruhe. Wir können das Konzert so nicht erlauben. Möchten Sie es früher beginnen lassen?",
        ),
        answers(
          28.4,
          "Nein, das Konzert lebt von der Nacht. Wir bleiben bei der Zeit.",
        ),
        writes(17.3, "kevin", {
          outcome: "refused",
          letter: "Ablehnung, allgemein",
        }),
        releases(16.4, "samira"),
        reads(15.2),
      ],
    },
    {
      application: {
        ...publicEvent(schweriner(45), {
          title: "Neujahrslauf um den Ziegelsee",
          kind: "sport",
          about: "Volkslauf über fünf und zehn Kilometer, Start im Hafen.",
          organiser: "Lauftreff Ziegelsee",
          visitors: 400,
          day: addDays(today, 36),
          hours: ["10:00", "14:00"],
          place: "Ziegelsee, Uferweg",
        }),
        email,
      },
      sent: 19.2,
      beats: [
        takes(17.2, "kevin"),
        does(11.3, "kevin", {
          does: "stops the clock",
          text: "Wir warten auf Ihre Versicherungsbestätigung. Solange ruht die Frist.",
        }),
      ],
    },
    {
      application: {
        ...publicEvent(schweriner(46), {
          title: "Umzug der Karnevalisten",
          kind: "umzug",
          about: "Festzug mit acht Wagen und drei Fußgruppen.",
          organiser: "Karnevalsclub Werdervorstadt",
          visitors: 2500,
          day: addDays(today, 75),
          hours: ["13:00", "17:00"],
          place: "Werderstraße",
          route: "Werderstraße, Großer Moor, Marktplatz",
        }),
        email,
      },
      sent: 2.2,
      beats: [],
    },
  ];
}
