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
  /** When the identity was proven. */
  readonly signedInAt: Date;
  readonly actingFor?:
    | {
        readonly kind: "organisation" | "person";
        readonly name: string;
        readonly may: "prepare" | "sign";
      }
    | undefined;
};

/** What a submission keeps of its sender, and what its hash covers. @see TR-03172-3 A3.18.01 */
export type Authentication = {
  readonly level: ProvenLevel;
  readonly provider: string;
  readonly signedInAt: Date;
  readonly name: string;
  readonly actingFor?:
    | { readonly kind: "organisation" | "person"; readonly name: string }
    | undefined;
};

/** How the sender was known at the moment of sending. */
export function authenticationOf(sender: Sender): Authentication {
  const { actingFor } = sender;
  return {
    level: sender.assuranceLevel,
    provider: sender.provider,
    signedInAt: sender.signedInAt,
    name: sender.displayName,
    ...(actingFor
      ? { actingFor: { kind: actingFor.kind, name: actingFor.name } }
      : {}),
  };
}
