import type { Db } from "../../../platform/database/database.ts";
import { saveAuthority } from "../store/authority-store.ts";
import { saveOffice } from "../store/office-store.ts";
import { savePlace } from "../store/place-store.ts";
import { addStreets } from "../store/street-store.ts";
import { demoAuthorities } from "./authorities.ts";
import { demoCommunes } from "./communes.ts";
import { demoOffices } from "./offices.ts";
import { demoPlaces } from "./places.ts";
import { demoStreets } from "./streets.ts";

/** Writes the demo authorities, their offices and the places around them. A transaction without a tenant is enough; twice changes nothing. */
export async function seedTenantsDemo(db: Db): Promise<void> {
  for (const authority of [...demoAuthorities, ...demoCommunes]) {
    await saveAuthority(db, authority);
  }
  for (const { tenantId, offices } of demoOffices) {
    for (const [position, office] of offices.entries()) {
      await saveOffice(db, tenantId, { ...office, position });
    }
  }
  for (const place of demoPlaces) await savePlace(db, place);
  await addStreets(db, demoStreets);
}
