import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { AssuranceLevel, ProfileAttribute } from "../../accounts/index.ts";
import type { AccountSource, PlacedValue } from "../../forms/own-data.ts";

/** Who says something, how surely, and since when. */
export type Origin = {
  /** `self`, `counter`, or key of an identity provider. */
  readonly origin: string;
  /** What an identity provider is called. */
  readonly originName?:
    | { readonly de: string; readonly en: string }
    | undefined;
  readonly assuranceLevel: AssuranceLevel;
  readonly obtainedAt: Date;
};

/** Something the account knows of the party that applies. */
export type KnownValue = Origin & {
  readonly source: AccountSource;
  readonly text: string;
};

/** Something of it in a field of the form. */
export type OwnValue = PlacedValue & Origin;

/** One's own data in a draft, as the account knows it at this moment. */
export type OwnData = {
  readonly party: "person" | "organisation";
  readonly known: readonly KnownValue[];
  /** Of whoever acts for an organisation: put into a group about a person when they press its button, never by itself. */
  readonly ofActor: readonly KnownValue[];
  /** What is filled in, in the fields about the applicant. */
  readonly placed: readonly OwnValue[];
  /** The applicant agreed, and has not said no in this draft. */
  readonly isGranted: boolean;
};

/** What a draft remembers of it. */
export type OwnDataRecord = {
  /** The applicant fills in this draft without the account. */
  readonly isRefused?: boolean | undefined;
  /** What the applicant had in a field before the account replaced it, by path. */
  readonly before?: Readonly<Record<string, string>> | undefined;
  /** What the applicant had put in by a button, the last one at each place. */
  readonly byHand?: readonly FilledByHand[] | undefined;
};

/** Which field of a submission holds what the account knew, and who had said so. */
export type Provenance = Origin & {
  readonly path: string;
  readonly label: string;
};

/** The same with the value as it was put in. */
export type FilledByHand = Provenance & { readonly value: string };

/** A confirmed value that replaces another one: said to the applicant before they send. */
export type ReplacedValue = {
  readonly value: OwnValue;
  readonly before: string;
};

/** What of the account a source asks for. @see OZG § 8 Abs. 1 */
export const sourceOfAttribute = {
  familyName: "account.family-name",
  birthName: "account.birth-name",
  givenNames: "account.given-names",
  academicTitle: "account.academic-title",
  dateOfBirth: "account.date-of-birth",
  placeOfBirth: "account.place-of-birth",
  nationality: "account.nationality",
  street: "account.street",
  houseNumber: "account.house-number",
  postcode: "account.postcode",
  town: "account.town",
  country: "account.country",
  email: "account.email",
  phone: "account.phone",
} as const satisfies Readonly<Record<ProfileAttribute, AccountSource>>;

/** Confirmed by somebody else, surely enough that the applicant need not prove it again, and cannot say otherwise. */
export function isConfirmed({
  origin,
  assuranceLevel,
}: Pick<Origin, "origin" | "assuranceLevel">): boolean {
  return (
    origin !== "self" &&
    (assuranceLevel === "substantial" || assuranceLevel === "high")
  );
}

/** Values that stand in the form whatever a browser sends. None before the applicant agreed, and none after they took it back. */
export function lockedValues(own: OwnData | undefined): readonly OwnValue[] {
  return own?.isGranted === true ? own.placed.filter(isConfirmed) : [];
}

/** Stands for what a summary showed as confirmed; another one means that the account has changed since. */
export function fingerprintOf(locked: readonly OwnValue[]): string {
  if (locked.length === 0) return "";
  const shown = locked.map(({ path, value, origin, assuranceLevel }) => [
    path,
    value,
    origin,
    assuranceLevel,
  ]);
  return sha256(canonicalJson(shown)).toString("base64url").slice(0, 22);
}
