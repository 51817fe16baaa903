export type { DirectoryOffice } from "./domain/directory-office.ts";
export type { LineMember } from "./domain/line.ts";
export type { Office } from "./domain/office.ts";
export { describeOpeningTimes } from "./domain/opening-times.ts";
export { addressOfPortal } from "./domain/portal-address.ts";
export type { AuthorityKind, Portal, PortalContact } from "./domain/portal.ts";
export type { StreetProblem } from "./domain/street.ts";
export { listLineAbove, listLineBelow } from "./store/line-store.ts";
export { listPortalsOfPlace } from "./store/place-store.ts";
export { findOffice } from "./store/office-store.ts";
export {
  addTenant,
  type AddTenantRefusal,
  type NewTenant,
} from "./use-cases/add-tenant.ts";
export {
  createPortalDirectory,
  type PortalDirectory,
} from "./use-cases/portal-directory.ts";
export { findAuthorityByHost } from "./store/authority-store.ts";
export { changePortal } from "./use-cases/change-portal.ts";
export { listOffices } from "./use-cases/list-offices.ts";
export { findPlaceOfAddress } from "./use-cases/find-place-of-address.ts";
export { importPlaces } from "./use-cases/import-places.ts";
export type { PlaceProblem } from "./domain/place-lines.ts";
export type { RegisterProblem } from "./domain/commune.ts";
export {
  importRegister,
  type RegisterImport,
  type RegisterImportRefusal,
} from "./use-cases/import-register.ts";
export { importStreets } from "./use-cases/import-streets.ts";
export {
  listLocatedPlaces,
  type LocatedPlace,
} from "./use-cases/list-located-places.ts";
export { officeDetails, openingBadge } from "./web/office-details.ts";
