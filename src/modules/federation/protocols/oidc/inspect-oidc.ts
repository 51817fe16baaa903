import type { RelyingParty } from "../../../../platform/openid-connect/relying-party.ts";
import type { Moment } from "../../../../platform/openid-connect/settings.ts";
import type { ProviderOffer } from "../../../../platform/openid-connect/inspect-provider.ts";
import {
  keyLengthChecks,
  type InspectionCheck,
  type MappedAttribute,
  type ProtocolMoment,
  type ProviderInspection,
} from "../../domain/sign-in-protocol.ts";
import type { OidcConfiguration, OidcSettings } from "./oidc-settings.ts";

/** A provider with its settings read and its relying party, which keeps metadata and keys. */
export type OpenedProvider = {
  readonly settings: OidcSettings;
  readonly party: RelyingParty;
};

/** What the provider offers, whether it lets us in, and which values would be taken over. */
export async function inspectOidc(
  { settings, party }: OpenedProvider,
  moment: ProtocolMoment & Moment,
): Promise<ProviderInspection> {
  const { configuration } = settings;
  const { findings, offer } = await party.inspect(moment);
  return {
    checks: [
      ...findings,
      ...keyLengthChecks(offer?.shortKeys ?? []),
      ...levelChecks(configuration, offer),
    ],
    attributes: Object.entries(configuration.attributes).map(
      ([attribute, claim]) => mapped(attribute, claim, offer),
    ),
    facts: [
      { name: "redirect-uri", value: moment.returnAddress },
      { name: "signed-out-uri", value: moment.signedOutAddress },
      {
        name: "back-channel-logout-uri",
        value: moment.signedOutAddress.replace("/rueckkehr/", "/nachricht/"),
      },
      ...(offer ? factsOf(offer) : []),
    ],
  };
}

/** A level that the provider does not have would lock people out. */
function levelChecks(
  { levels }: OidcConfiguration,
  offer: ProviderOffer | undefined,
): readonly InspectionCheck[] {
  if (!offer || offer.acrValues.length === 0) return [];
  const unknown = Object.keys(levels).filter(
    (acr) => !offer.acrValues.includes(acr),
  );
  const finding =
    unknown.length > 0 ? `not-offered: ${unknown.join(" ")}` : undefined;
  return [{ check: "levels", finding }];
}

function mapped(
  attribute: string,
  claim: string,
  offer: ProviderOffer | undefined,
): MappedAttribute {
  const outer = claim.split(".", 1)[0] ?? claim;
  const isListed =
    offer?.claims.includes(claim) === true ||
    offer?.claims.includes(outer) === true;
  return {
    attribute,
    source: claim,
    isOffered: offer && offer.claims.length > 0 ? isListed : undefined,
  };
}

function factsOf(
  offer: ProviderOffer,
): readonly { readonly name: string; readonly value: string }[] {
  const words = (list: readonly string[]) => list.join(", ") || "–";
  const yes = (is: boolean) => (is ? "✓" : "–");
  return [
    { name: "issuer", value: offer.issuer },
    { name: "acr-values", value: words(offer.acrValues) },
    { name: "scopes", value: words(offer.scopes) },
    { name: "pushed-requests", value: yes(offer.takesPushedRequests) },
    { name: "user-info", value: yes(offer.hasUserInfo) },
    { name: "sign-out", value: yes(offer.signsOut) },
    { name: "sign-out-notices", value: yes(offer.tellsOfSignOut) },
  ];
}
