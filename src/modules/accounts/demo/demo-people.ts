/** Somebody who does not exist, as the demo knows them. */
export type DemoPerson = {
  /** Short name of the person within the demo. */
  readonly key: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly placeOfBirth: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly town: string;
};

/** Somebody of the demo who has a local account. */
export type DemoCitizen = DemoPerson & {
  readonly email: string;
  readonly phone: string;
  readonly about: string;
};

/** All of them are invented. They sign in with their address and the password of the demo. */
export const demoCitizens: readonly DemoCitizen[] = [
  {
    key: "jana",
    givenNames: "Jana",
    familyName: "Beispiel",
    dateOfBirth: "1985-04-23",
    placeOfBirth: "Lübz",
    street: "Kirchenstraße",
    houseNumber: "8",
    postcode: "19300",
    town: "Grabow",
    email: "jana@konto.example",
    phone: "038756 555-201",
    about: "Inhaberin von „Ruderverein Muster“, handelt für Wilhelm Muster",
  },
  {
    key: "kofi",
    givenNames: "Kofi",
    familyName: "Beispiel",
    dateOfBirth: "1990-11-02",
    placeOfBirth: "Rostock",
    street: "Am Packhof",
    houseNumber: "14",
    postcode: "19053",
    town: "Schwerin",
    email: "kofi@konto.example",
    phone: "0385 555-202",
    about: "darf für „Ruderverein Muster“ senden",
  },
  {
    key: "thea",
    givenNames: "Thea",
    familyName: "Muster",
    dateOfBirth: "2003-07-15",
    placeOfBirth: "Parchim",
    street: "Lange Straße",
    houseNumber: "21",
    postcode: "19370",
    town: "Parchim",
    email: "thea@konto.example",
    phone: "03871 555-203",
    about: "darf für „Ruderverein Muster“ vorbereiten",
  },
  {
    key: "wilhelm",
    givenNames: "Wilhelm",
    familyName: "Muster",
    dateOfBirth: "1948-02-29",
    placeOfBirth: "Grabow",
    street: "Am Wall",
    houseNumber: "3 a",
    postcode: "19300",
    town: "Grabow",
    email: "wilhelm@konto.example",
    phone: "038756 555-204",
    about: "hat Jana Beispiel eine Vollmacht gegeben",
  },
];
