import type { DemoCitizen } from "../../modules/accounts/demo/demo-people.ts";
import type { Answers } from "../../modules/forms/index.ts";
import type { DemoApplication } from "../../modules/submissions/demo/send-demo-application.ts";

/** Somebody who does not exist, as a form asks for them. */
export type Person = {
  readonly name: readonly [given: string, family: string];
  readonly born: string;
  readonly street: readonly [street: string, houseNumber: string];
  readonly town: readonly [postcode: string, town: string];
  readonly email?: string;
  readonly phone?: string;
};

/** The same of somebody with an account. */
export function personOf(citizen: DemoCitizen): Person {
  return {
    name: [citizen.givenNames, citizen.familyName],
    born: citizen.dateOfBirth,
    street: [citizen.street, citizen.houseNumber],
    town: [citizen.postcode, citizen.town],
    email: citizen.email,
    phone: citizen.phone,
  };
}

/** Guests are told by e-mail where they gave an address that is theirs. */
const usualEmail = ({ name: [given, family] }: Person): string =>
  `${given}.${family}@post.example`
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replaceAll(" ", "-");

function applicant(person: Person): Answers {
  const { name, born, street, town, phone } = person;
  return {
    antragsteller: [
      {
        vorname: [name[0]],
        familienname: [name[1]],
        geburtsdatum: [born],
        email: [person.email ?? usualEmail(person)],
        ...(phone === undefined ? {} : { telefon: [phone] }),
      },
    ],
    anschrift: [
      {
        strasse: [street[0]],
        hausnummer: [street[1]],
        postleitzahl: [town[0]],
        ort: [town[1]],
      },
    ],
  };
}

type Made = Omit<DemoApplication, "email">;

export type Vehicle = {
  readonly plate: string;
  /** First day of the permit. */
  readonly from: string;
  readonly former?: string;
  readonly isLong?: boolean;
};

export function parkingPermit(person: Person, vehicle: Vehicle): Made {
  const { plate, from, former, isLong = false } = vehicle;
  return {
    leistungSlug: "bewohnerparkausweis",
    answers: {
      ...applicant(person),
      anlass: [former === undefined ? "neu" : "verlaengerung"],
      ...(former === undefined ? {} : { bisherigeNummer: [former] }),
      dauer: [isLong ? "24" : "12"],
      beginn: [from],
      fahrzeug: [{ kennzeichen: [plate], eigenes: ["true"] }],
      melderegister: ["ja"],
      richtigkeit: ["ja"],
    },
    files: { fahrzeugschein: "Fahrzeugschein.pdf" },
  };
}

export type Dog = {
  readonly name: string;
  readonly breed: string;
  readonly sex: "huendin" | "ruede";
  readonly since: string;
  readonly chip?: string;
  readonly isDangerous?: boolean;
};

export function dogTax(person: Person, ...dogs: readonly Dog[]): Made {
  return {
    leistungSlug: "hundesteuer",
    answers: {
      ...applicant(person),
      hund: dogs.map((dog) => ({
        rufname: [dog.name],
        rasse: [dog.breed],
        geschlecht: [dog.sex],
        seit: [dog.since],
        ...(dog.chip === undefined ? {} : { chip: [dog.chip] }),
        ...(dog.isDangerous === true
          ? { gefaehrlich: ["true"], wesenstest: [dog.since] }
          : {}),
      })),
    },
  };
}

export function birthCertificate(
  person: Person,
  wish: {
    readonly birthplace: string;
    readonly kind?: "national" | "international" | "register";
    readonly count?: number;
  },
): Made {
  const { name, born, street, town } = person;
  return {
    leistungSlug: "geburtsurkunde",
    answers: {
      ...applicant(person),
      kind: [
        {
          vorname: [name[0]],
          familienname: [name[1]],
          geburtsdatum: [born],
          geburtsort: [wish.birthplace],
        },
      ],
      verhaeltnis: ["selbst"],
      art: [wish.kind ?? "national"],
      anzahl: [String(wish.count ?? 1)],
      zustellung: [
        {
          _choice: ["post"],
          post: [
            {
              empfaenger: [name.join(" ")],
              anschrift: [`${street.join(" ")}\n${town.join(" ")}`],
            },
          ],
        },
      ],
    },
    files: { ausweis: "Personalausweis.pdf" },
  };
}

export type PublicEvent = {
  readonly title: string;
  readonly kind: "strassenfest" | "markt" | "konzert" | "umzug" | "sport";
  readonly about: string;
  readonly organiser?: string;
  readonly visitors: number;
  readonly day: string;
  readonly hours: readonly [from: string, until: string];
  readonly place: string;
  readonly serves?: string;
  readonly route?: string;
};

export function publicEvent(person: Person, event: PublicEvent): Made {
  return {
    leistungSlug: "veranstaltung",
    answers: {
      ...(event.organiser === undefined
        ? {}
        : { organisation: [event.organiser] }),
      ...applicant(person),
      titel: [event.title],
      art: [event.kind],
      beschreibung: [event.about],
      besucher: [String(event.visitors)],
      musik: [event.kind === "sport" ? "false" : "true"],
      alkohol: [String(event.serves !== undefined)],
      ...(event.serves === undefined ? {} : { ausschank: [event.serves] }),
      ...(event.route === undefined ? {} : { strecke: [event.route] }),
      tag: [
        {
          datum: [event.day],
          beginn: [event.hours[0]],
          ende: [event.hours[1]],
        },
      ],
      flaechen: [event.place],
      richtigkeit: ["ja"],
    },
    files: {
      lageplan: "Lageplan.pdf",
      ...(event.visitors >= 5000
        ? { sicherheitskonzept: "Sicherheitskonzept.pdf" }
        : {}),
    },
  };
}

export function huntingLicence(
  person: Person,
  licence: { readonly birthplace: string; readonly from: string },
): Made {
  const { antragsteller: [about] = [], ...rest } = applicant(person);
  return {
    leistungSlug: "jagdschein",
    answers: {
      ...rest,
      antragsteller: [
        {
          ...(typeof about === "object" && "vorname" in about ? about : {}),
          geburtsort: [licence.birthplace],
        },
      ],
      anlass: ["verlaengerung"],
      bisherigeNummer: ["LUP 2041"],
      art: ["dreijahre"],
      beginn: [licence.from],
      versicherung: [
        { gesellschaft: ["Musterversicherung"], nummer: ["JH 40 771 205"] },
      ],
      zuverlaessigkeit: ["ja"],
      richtigkeit: ["ja"],
    },
    files: { versicherungsnachweis: "Versicherungsnachweis.pdf" },
  };
}
