import type { Db } from "../../../platform/database/database.ts";
import {
  saveAuthority,
  type AuthorityToSave,
} from "../store/authority-store.ts";
import { saveOffice } from "../store/office-store.ts";
import type { Office } from "../domain/office.ts";
import { citizenOfficeHours } from "./demo-hours.ts";
import { demoTenants } from "./demo-tenants.ts";

/** A municipal company of Schwerin (ADR 30), as invented as its telephone number. */
export const demoCompany: AuthorityToSave = {
  id: "3d7f7f6e-7b0c-5d51-8a57-6f1f6f0f9b21",
  parentId: demoTenants.schwerin,
  kind: "company",
  ars: "130040000000",
  ags: null,
  slug: "abfall",
  host: "abfall",
  name: "Abfallwirtschaft Schwerin",
  shortName: "Abfallwirtschaft",
  accentColour: "#b0420a",
  // a bin with a leaf
  crestSvg:
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" aria-hidden="true" focusable="false">` +
    `<path d="M3 3h42v50H3Z" fill="#b0420a"/><path d="M12 18h24v4H12Z" fill="#ffffff"/><path d="M20 13h8v5h-8Z" fill="#ffffff"/>` +
    `<path d="m14 24 2 22h16l2-22Z" fill="#ffffff"/><path d="M24 41c-6-2-7-8-3-13 5 2 7 8 3 13Z" fill="#2f7d32"/></svg>`,
  contact: {
    office: "Kundenzentrum",
    street: "Ludwigsluster Chaussee 72",
    postcode: "19061",
    town: "Schwerin",
    phone: "0385 555-800",
    email: "post@abfall.example",
    website: "https://www.abfall-schwerin.example",
    openingTimes: [...citizenOfficeHours],
  },
};

const customerCentre: Office = {
  slug: "kundenzentrum",
  name: "Kundenzentrum",
  authority: null,
  tasks: "Hier bestellen Sie Tonnen und Container und bekommen Auskunft.",
  street: "Ludwigsluster Chaussee 72",
  postcode: "19061",
  town: "Schwerin",
  phone: "0385 555-801",
  email: "kundenzentrum@abfall.example",
  openingTimes: citizenOfficeHours,
  specialDays: [],
  note: null,
  partOf: null,
  accessibility: "Der Eingang ist ohne Stufen.",
  transport: null,
  location: { latitude: 53.6016, longitude: 11.4166 },
};

/** Writes the demo's municipal company and its office. A transaction without a tenant is enough; twice changes nothing. */
export async function seedCompanyTenant(db: Db): Promise<void> {
  await saveAuthority(db, demoCompany);
  await saveOffice(db, demoCompany.id, { ...customerCentre, position: 0 });
}
