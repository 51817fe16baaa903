import type { ProvenLevel } from "../../accounts/index.ts";

/** A signed-in person who fills in or sends, and for whom. */
export type Sender = {
  readonly accountId: string;
  /** Whose application it is: the person's own, or that of whom they act for. */
  readonly ownerId: string;
  readonly displayName: string;
  readonly assuranceLevel: ProvenLevel;
  /** `local` or the key of an identity provider. */
  readonly provider: string;
  /** What the identity provider is called. */
  readonly providerName?: ProviderName | undefined;
  /** When the identity was proven. */
  readonly signedInAt: Date;
  readonly actingFor?:
    | {
        readonly kind: "organisation" | "person";
        readonly name: string;
        readonly may: "prepare" | "sign";
        /** Known once it was asked for. */
        readonly right?: RightToAct | undefined;
      }
    | undefined;
};

/** Why somebody may act for another: a member of an organisation, by power given, or by law. */
export const rightsToAct = [
  "membership",
  "power",
  "parent",
  "guardian",
  "legal-representative",
] as const;

/** By what right somebody acts for another, as it is at this moment. @see § 14 VwVfG, §§ 164, 1629, 1823 BGB */
export type RightToAct = {
  readonly basis: (typeof rightsToAct)[number];
  /** Stated by the representative and proven by nobody: the office has to look. */
  readonly isSelfDeclared: boolean;
  /** Of a member. */
  readonly role?: "owner" | "signatory" | "preparer" | undefined;
  /** What the power is for; absent: for everything. */
  readonly scope?: string | undefined;
  /** Last day, such as `2027-03-01`. */
  readonly validUntil?: string | undefined;
  /** Of the represented person, as stated. */
  readonly birthday?: string | undefined;
  /** What the representative stated. */
  readonly statement?: string | undefined;
};

type ProviderName = { readonly de: string; readonly en: string };

/** What a submission keeps of its sender, and what its hash covers. @see TR-03172-3 A3.18.01 */
export type Authentication = {
  readonly level: ProvenLevel;
  readonly provider: string;
  /** As it was called then; absent in what was sent before it was kept. */
  readonly providerName?: ProviderName | undefined;
  readonly signedInAt: Date;
  readonly name: string;
  readonly actingFor?:
    | {
        readonly kind: "organisation" | "person";
        readonly name: string;
        /** Absent in what was sent before it was kept. */
        readonly right?: RightToAct | undefined;
      }
    | undefined;
};

/** How the sender was known at the moment of sending. */
export function authenticationOf(sender: Sender): Authentication {
  const { actingFor, providerName } = sender;
  return {
    level: sender.assuranceLevel,
    provider: sender.provider,
    ...(providerName ? { providerName } : {}),
    signedInAt: sender.signedInAt,
    name: sender.displayName,
    ...(actingFor
      ? {
          actingFor: {
            kind: actingFor.kind,
            name: actingFor.name,
            ...(actingFor.right ? { right: actingFor.right } : {}),
          },
        }
      : {}),
  };
}
