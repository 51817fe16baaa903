import type { ProfileAttribute } from "../../../accounts/index.ts";

/** BundID's attributes are told apart by these names alone. @see BundID interface description 10.2, section 10 */
export const bundidNames = {
  bpk2: "urn:oid:1.3.6.1.4.1.25484.494450.3",
  postkorbHandle: "urn:oid:2.5.4.18",
  level: "urn:oid:1.2.40.0.10.2.1.1.261.94",
  provedBy: "urn:oid:1.3.6.1.4.1.25484.494450.2",
  address: "urn:oid:2.5.4.16",
} as const;

/** What of it may be kept. The address is one value there and two here. @see OZG § 8 Abs. 1 */
export const bundidProfile: Readonly<
  Partial<Record<ProfileAttribute, string>>
> = {
  familyName: "urn:oid:2.5.4.4",
  givenNames: "urn:oid:2.5.4.42",
  birthName: "urn:oid:1.2.40.0.10.2.1.1.225566",
  academicTitle: "urn:oid:0.9.2342.19200300.100.1.40",
  dateOfBirth: "urn:oid:1.2.40.0.10.2.1.1.55",
  placeOfBirth: "urn:oid:1.3.6.1.5.5.7.9.2",
  nationality: "urn:oid:1.2.40.0.10.2.1.1.225577",
  street: bundidNames.address,
  postcode: "urn:oid:2.5.4.17",
  town: "urn:oid:2.5.4.7",
  country: "urn:oid:1.2.40.0.10.2.1.1.225599",
  email: "urn:oid:0.9.2342.19200300.100.1.3",
  phone: "urn:oid:2.5.4.20",
};
