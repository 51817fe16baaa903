import { z } from "zod";
import { createRelyingParty } from "../../../../platform/openid-connect/relying-party.ts";
import type { OpenIdRefusal } from "../../../../platform/openid-connect/refusal.ts";
import type {
  OpenIdGround,
  SignInSecrets,
} from "../../../../platform/openid-connect/settings.ts";
import type { OpenIdIdentity } from "../../../../platform/openid-connect/sign-in.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { sha256 } from "../../../../platform/values/sha256.ts";
import { reaches, type AssuranceLevel } from "../../../accounts/index.ts";
import type { IdentityProvider } from "../../domain/identity-provider.ts";
import {
  codeOf,
  type CompletedSignIn,
  type ProtocolMoment,
  type ProtocolRefusal,
  type SignInAnswer,
  type SignInExamination,
  type SignInProtocol,
  type WayOut,
} from "../../domain/sign-in-protocol.ts";
import { inspectOidc, type OpenedProvider } from "./inspect-oidc.ts";
import { arrivedIn, assertedIdentity } from "./oidc-identity.ts";
import {
  addressesInOidc,
  authenticationOf,
  levelOf,
  parseOidcSettings,
  type OidcConfiguration,
} from "./oidc-settings.ts";

const secretsSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

type Open = (provider: IdentityProvider) => OpenedProvider;

/** Speaks OpenID Connect with any provider that has discovery: the state's Servicekonto, Keycloak, LemonLDAP::NG. */
export function createOidcProtocol(ground: OpenIdGround): SignInProtocol {
  const open = openedProviders(ground);
  return {
    name: "oidc",
    kinds: ["oidc"],
    answersBy: "GET",
    parseSettings: parseOidcSettings,
    ...signingIn(open),
    ...signingOut(open),
    probe: async (provider, moment) => {
      const found = await open(provider).party.probe(moment);
      return found.ok ? ok(undefined) : refuse(refusalOf(found.refusal));
    },
    inspect: (provider, moment) => inspectOidc(open(provider), moment),
    addressesIn: addressesInOidc,
  };
}

function signingIn(
  open: Open,
): Pick<SignInProtocol, "begin" | "requestNameOf" | "complete" | "examine"> {
  return {
    begin: async (provider, request, moment) => {
      const { settings, party } = open(provider);
      const begun = await party.begin(
        {
          redirectUri: moment.returnAddress,
          scopes: settings.configuration.scopes,
          acrValues: acrValuesFor(settings.configuration, request.neededLevel),
          reauthenticates: request.reauthenticates,
          uiLocales: request.locale,
        },
        moment,
      );
      if (!begun.ok) return refuse(refusalOf(begun.refusal));
      const { address, secrets } = begun.value;
      const way = wayTo(address, settings.configuration);
      if (!way.ok) return way;
      return ok({
        requestName: secrets.state,
        secrets: JSON.stringify(secrets),
        way: way.value,
      });
    },
    requestNameOf: (parameters) => parameters.get("state") ?? undefined,
    examine: async (provider, answer, moment) => {
      const opened = open(provider);
      // Which level was reached is one of the things that are told.
      const completed = await complete(
        opened,
        { ...answer, neededLevel: "none" },
        moment,
      );
      return examined(provider, opened.settings.configuration, completed);
    },
    complete: async (provider, answer, moment) => {
      const opened = open(provider);
      const { configuration } = opened.settings;
      const completed = await complete(opened, answer, moment);
      return completed.ok
        ? identified(provider, configuration, completed.value)
        : refuse(refusalOf(completed.refusal));
    },
  };
}

function complete(
  { settings, party }: OpenedProvider,
  answer: SignInAnswer,
  moment: ProtocolMoment,
) {
  return party.complete(
    {
      parameters: answer.parameters,
      redirectUri: moment.returnAddress,
      secrets: readSecrets(answer.secrets),
      acceptedAcrValues: acrValuesFor(
        settings.configuration,
        answer.neededLevel,
      ),
      ...(answer.reauthenticates && { authenticatedAfter: answer.beganAt }),
    },
    moment,
  );
}

function examined(
  provider: IdentityProvider,
  configuration: OidcConfiguration,
  answered: Result<OpenIdIdentity, OpenIdRefusal>,
): SignInExamination {
  const completed = answered.ok
    ? identified(provider, configuration, answered.value)
    : refuse(refusalOf(answered.refusal));
  const mapping = Object.entries(configuration.attributes).map(
    ([attribute, source]) => ({ attribute, source }),
  );
  return {
    completed,
    failed: completed.ok ? [] : [codeOf(completed.refusal)],
    arrived: answered.ok ? arrivedIn(answered.value.claims) : [],
    mapping,
    uncheckedIdentity: answered.ok
      ? assertedIdentity(answered.value, {
          provider: provider.key,
          level: levelOf(configuration, answered.value.acr) ?? "low",
          configuration,
          otherwiseNamed: provider.name.de,
        })
      : undefined,
  };
}

function signingOut(
  open: Open,
): Pick<SignInProtocol, "beginSignOut" | "readSignOutNotice"> {
  return {
    beginSignOut: async (provider, { hint, requestName }, moment) => {
      const { settings, party } = open(provider);
      const address = await party.signOutAddress(
        {
          returnUri: moment.signedOutAddress,
          idToken: hint,
          state: requestName,
        },
        moment,
      );
      if (!address.ok) return refuse(refusalOf(address.refusal));
      if (address.value === undefined) return ok(undefined);
      return wayTo(address.value, settings.configuration);
    },
    readSignOutNotice: async (provider, parameters, moment) => {
      const notice = await open(provider).party.readLogoutToken(
        parameters.get("logout_token") ?? "",
        moment,
      );
      if (!notice.ok) return refuse(refusalOf(notice.refusal));
      const { subject, sessionId, tokenId, expiresAt } = notice.value;
      return ok({
        subject,
        sessionId,
        noticeId: tokenId,
        usableUntil: expiresAt,
      });
    },
  };
}

/** One relying party for each provider, made anew when its settings changed. */
function openedProviders(ground: OpenIdGround): Open {
  const kept = new Map<string, OpenedProvider & { readonly version: number }>();
  return (provider) => {
    const version = provider.updatedAt.getTime();
    const known = kept.get(provider.key);
    if (known?.version === version) return known;
    const settings = parseOidcSettings(provider);
    const { issuer, clientId } = settings.configuration;
    const { decryptionKey } = settings.secrets;
    const party = createRelyingParty(
      {
        issuer,
        clientId,
        authentication: authenticationOf(settings),
        ...(decryptionKey && { decryptionKey }),
      },
      ground,
    );
    const opened = { settings, party, version };
    kept.set(provider.key, opened);
    return opened;
  };
}

/** Every `acr` that is sure enough, the lowest first; none where any sign-in will do. */
function acrValuesFor(
  configuration: OidcConfiguration,
  neededLevel: AssuranceLevel,
): readonly string[] {
  const { levels, levelOtherwise } = configuration;
  if (neededLevel === "none") return [];
  // What has no acr would do as well, so nothing can be demanded.
  if (levelOtherwise && reaches(levelOtherwise, neededLevel)) return [];
  const order = ["low", "substantial", "high"];
  return Object.entries(levels)
    .filter(([, level]) => reaches(level, neededLevel))
    .sort(([, one], [, other]) => order.indexOf(one) - order.indexOf(other))
    .map(([acr]) => acr);
}

/** People are sent to the issuer's host, or to one the operator named; what discovery says alone is not enough. */
function wayTo(
  address: string,
  { issuer, origins }: OidcConfiguration,
): Result<WayOut, ProtocolRefusal> {
  const allowed = [issuer, ...origins].map((text) => new URL(text).origin);
  return allowed.includes(new URL(address).origin)
    ? ok({ kind: "redirect", address })
    : refuse({ kind: "refused", reason: "origin-not-set-up" });
}

function identified(
  provider: IdentityProvider,
  configuration: OidcConfiguration,
  proven: OpenIdIdentity,
): Result<CompletedSignIn, ProtocolRefusal> {
  const level = levelOf(configuration, proven.acr);
  if (level === undefined) return refuse({ kind: "level-not-reached" });
  return ok({
    identity: assertedIdentity(proven, {
      provider: provider.key,
      level,
      configuration,
      otherwiseNamed: provider.name.de,
    }),
    assertionId: sha256(proven.idToken).toString("hex"),
    usableUntil: proven.expiresAt,
    providerSession: { id: proven.sessionId, hint: proven.idToken },
  });
}

function readSecrets(text: SignInAnswer["secrets"]): SignInSecrets {
  return secretsSchema.parse(JSON.parse(text));
}

/** The same in the words of the port. */
function refusalOf(refusal: OpenIdRefusal): ProtocolRefusal {
  switch (refusal.kind) {
    case "cancelled":
    case "level-not-reached":
      return { kind: refusal.kind };
    case "unavailable":
      return { kind: "unavailable", reason: refusal.reason };
    case "answer-not-valid":
      return { kind: "not-valid", reason: refusal.reason };
    case "client-rejected":
    case "provider-refused":
    case "misconfigured":
      return { kind: "refused", reason: `${refusal.kind}:${refusal.reason}` };
  }
}
