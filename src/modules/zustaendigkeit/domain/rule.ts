/** Stands for all Leistungen of the authority. */
export const everyLeistung = "*";

/** When a rule counts. All that is set must hold; nothing set: always. */
export type RuleConditions = {
  /** Regionalschlüssel, or how they begin: a Kreis has 5 digits, an Amt 9, a commune 12. One of them. */
  readonly places?: readonly string[] | undefined;
  /** Names of streets as lists have them. One of them. */
  readonly streets?: readonly string[] | undefined;
  /** First letter of the applicant's family name; both belong to it. */
  readonly letters?: { readonly from: string; readonly to: string } | undefined;
  /** A rule over the answers, in the language of forms (CEL). */
  readonly answer?: string | undefined;
};

/** Where it leads: to another authority, or to somebody within the own. */
export type RuleTarget = {
  readonly toTenantId?: string | undefined;
  readonly officeSlug?: string | undefined;
  readonly teamId?: string | undefined;
  readonly destinationId?: string | undefined;
};

/** One sentence of an authority about who receives an application. */
export type ZustaendigkeitRule = {
  readonly id: string;
  /** Slug of a Leistung of its portal, or `*`. */
  readonly leistungSlug: string;
  /** The first that fits counts; those of the Leistung itself come before those of all. */
  readonly position: number;
  readonly name: string;
  readonly conditions: RuleConditions;
  readonly target: RuleTarget;
  /** First and last day: `2027-03-01`. */
  readonly validFrom: string;
  readonly validUntil: string | undefined;
};
