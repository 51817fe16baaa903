/** Who offers a Leistung where that is not the authority: a company of the town or county, the Land, the federation. */
export type ProviderKind = "company" | "land" | "federation";

export type ProviderName = {
  /** Last part of its address. */
  readonly slug: string;
  readonly name: string;
};

export type Provider = ProviderName & {
  readonly kind: ProviderKind;
  /** One sentence on what it does. */
  readonly tasks: string;
  readonly website: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};
