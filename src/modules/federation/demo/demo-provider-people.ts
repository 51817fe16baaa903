import {
  demoCitizens,
  type DemoPerson,
} from "../../accounts/demo/demo-people.ts";

/** Whom the demo's providers know: those with a local account, which can be linked, and one without. */
export const providerPeople: readonly DemoPerson[] = [
  {
    key: "erika",
    givenNames: "Erika",
    familyName: "Mustermann",
    dateOfBirth: "1964-08-12",
    placeOfBirth: "Berlin",
    street: "Am Markt",
    houseNumber: "5",
    postcode: "19300",
    town: "Grabow",
  },
  ...demoCitizens,
];

/** For whom all of them act at the demo's Organisationskonto. */
export const providerOrganisation = {
  subject: "du-muster",
  name: "Muster Bau GmbH",
  legalForm: "GmbH",
} as const;
