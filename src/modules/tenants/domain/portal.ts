/** What an authority is in the tree Land → Kreis → Amt → Gemeinde; `installation` is the bare host that lists the others. */
export type AuthorityKind =
  | "installation"
  | "land"
  | "kreis"
  | "amt"
  | "stadt"
  | "gemeinde"
  /** A municipal company, such as Stadtwerke: below the authority it belongs to. */
  | "company";

/** How to reach an authority; shown on every page of its portal. */
export type PortalContact = {
  readonly office: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
  readonly website?: string;
  /** Ready to print, German: `{ days: "Mo, Di", hours: "08:00–12:00" }`. */
  readonly openingHours: readonly {
    readonly days: string;
    readonly hours: string;
  }[];
};

/** One authority with a portal of its own: its name, look, place in the tree and contact. */
export type Portal = {
  readonly tenantId: string;
  readonly slug: string;
  /** Official name, such as "Landeshauptstadt Schwerin". */
  readonly name: string;
  /** As people say it, such as "Schwerin". */
  readonly shortName: string;
  readonly kind: AuthorityKind;
  /** Regionalschlüssel: 12 digits, 9 for an Amt; of a company that of the area it works in; empty for the installation. */
  readonly ars: string;
  readonly parentTenantId: string | null;
  /** Left label under PUBLIC_BASE_DOMAIN; empty for the installation. */
  readonly host: string;
  /** `#rrggbb`, at least 4.5:1 against white. */
  readonly accentColour: string;
  /** Drawn inside the project or checked on the way in: attributes only, viewBox `0 0 48 56`. */
  readonly crestSvg: string;
  readonly contact: PortalContact;
};
