import type { Result } from "../../../platform/result/result.ts";
import type {
  AssertedIdentity,
  AssuranceLevel,
  ProvenLevel,
} from "../../accounts/index.ts";
import type { IdentityProvider, ProviderKind } from "./identity-provider.ts";

/**
 * Speaks with identity providers of some kinds. Knows no accounts, sessions, pages or tables: who begins keeps what `begin` hands out, and
 * gives it back with the answer.
 */
export interface SignInProtocol {
  /** Part of the return address: `/anmelden/rueckkehr/<name>/<provider>`. */
  readonly name: string;
  readonly kinds: readonly ProviderKind[];
  /** How the provider sends the person back: OpenID Connect by GET, SAML by a POST from another site (without our cookies). */
  readonly answersBy: "GET" | "POST";
  /** Called when settings are saved and on each use. Returns what it read; throws a ZodError that names the field when it does not fit. */
  parseSettings(settings: ProviderSettings): ProviderSettings;
  /** Called when a person wants to sign in. Must settle when the moment's signal fires. */
  begin(
    provider: IdentityProvider,
    request: SignInBeginning,
    moment: ProtocolMoment,
  ): Promise<Result<BegunSignIn, ProtocolRefusal>>;
  /** What names the attempt in an answer: `state`, `RelayState`. Undefined when there is nothing like it; nothing is checked here. */
  requestNameOf(parameters: URLSearchParams): string | undefined;
  /** Called once for each attempt, with the answer. Everything in the parameters is untrusted; whatever is not right is a refusal. */
  complete(
    provider: IdentityProvider,
    answer: SignInAnswer,
    moment: ProtocolMoment,
  ): Promise<Result<CompletedSignIn, ProtocolRefusal>>;
  /** Instead of `complete`, for a trial: makes every check as far as it gets and tells what arrived. Nobody is signed in with it. */
  examine(
    provider: IdentityProvider,
    answer: SignInAnswer,
    moment: ProtocolMoment,
  ): Promise<SignInExamination>;
  /** The addresses that settings name: what is called from here, or where people are led. Settings that do not fit name none. */
  addressesIn(settings: ProviderSettings): readonly string[];
  /** A key of our own as secrets, where the protocol needs one: the provider learns it from our metadata. With those of before, they stay usable. */
  readonly makeSecrets?: (
    before: unknown,
  ) => Promise<Readonly<Record<string, string>>>;
  /** The way to sign out at the provider; undefined where it has none. */
  beginSignOut?(
    provider: IdentityProvider,
    request: SignOutBeginning,
    moment: ProtocolMoment,
  ): Promise<Result<WayOut | undefined, ProtocolRefusal>>;
  /** A message from the provider itself that somebody signed out there. */
  readSignOutNotice?(
    provider: IdentityProvider,
    parameters: URLSearchParams,
    moment: ProtocolMoment,
  ): Promise<Result<SignOutNotice, ProtocolRefusal>>;
  /** Where the person who brought the message goes with the answer; undefined: nowhere. */
  answerSignOutNotice?(
    provider: IdentityProvider,
    notice: {
      readonly noticeId: string;
      readonly relayState: string | undefined;
    },
    moment: ProtocolMoment,
  ): Promise<Result<WayOut | undefined, ProtocolRefusal>>;
  /** Asks whether the provider answers, as cheaply as it goes: every minute, and before its button is shown. */
  probe(
    provider: IdentityProvider,
    moment: ProtocolMoment,
  ): Promise<Result<void, ProtocolRefusal>>;
  /** The document a provider is given about us, where the protocol has one. Public, and the same each time. */
  ownMetadata?(provider: IdentityProvider, moment: ProtocolMoment): string;
  /** For the operator's page and the command: everything that can be checked without a person. Changes nothing. */
  inspect(
    provider: IdentityProvider,
    moment: ProtocolMoment,
  ): Promise<ProviderInspection>;
}

export type ProviderSettings = {
  readonly configuration: unknown;
  readonly secrets: unknown;
};

/** Time, deadline and the addresses of this installation, which are the same for all portals. */
export type ProtocolMoment = {
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Where the provider sends people back: on the installation's own host. */
  readonly returnAddress: string;
  /** Where it sends them after a sign-out. */
  readonly signedOutAddress: string;
  /** The installation's own host, as `https://portal.example.org`: what an entity ID is made from. */
  readonly installationAddress: string;
};

export type SignInBeginning = {
  readonly neededLevel: AssuranceLevel;
  /** The person must prove themselves anew, also with a session at the provider: step-up and linking. */
  readonly reauthenticates: boolean;
  readonly locale: "de" | "en";
  /** Name of the authority whose portal asks; shown by providers that show it. */
  readonly authorityName: string;
  /** Page of the portal that leads back without signing in, for providers that show such a link. */
  readonly backAddress: string;
};

/** A way to another host. Its origin is one that was set up with the provider. */
export type WayOut =
  | { readonly kind: "redirect"; readonly address: string }
  | {
      readonly kind: "form";
      readonly address: string;
      readonly fields: Readonly<Record<string, string>>;
    };

export type BegunSignIn = {
  /** What the answer will name it by; unguessable. */
  readonly requestName: string;
  /** Kept encrypted and given back with the answer. */
  readonly secrets: string;
  readonly way: WayOut;
};

export type SignInAnswer = {
  readonly parameters: URLSearchParams;
  readonly secrets: string;
  readonly neededLevel: AssuranceLevel;
  readonly reauthenticates: boolean;
  readonly beganAt: Date;
};

export type CompletedSignIn = {
  readonly identity: AssertedIdentity;
  /** For whom the person acts, where the provider says that too. */
  readonly organisation?: ConfirmedOrganisation;
  /** Name of the assertion, unique at the provider: it counts once. */
  readonly assertionId: string;
  /** From then on the assertion is refused for its age. */
  readonly usableUntil: Date;
  /** The provider's name of its session, and what it wants to see at the sign-out. */
  readonly providerSession: {
    readonly id: string | undefined;
    readonly hint: string;
  };
};

/** What a trial found. Personal as far as something arrived. */
export type SignInExamination = {
  readonly completed: Result<CompletedSignIn, ProtocolRefusal>;
  /** Codes of all checks that failed, as in refusals; empty: it would have counted. */
  readonly failed: readonly string[];
  /** What the provider said, by its own names. */
  readonly arrived: readonly ArrivedValue[];
  readonly mapping: readonly Pick<MappedAttribute, "attribute" | "source">[];
  /** Who it would be, whatever the checks say. */
  readonly uncheckedIdentity: AssertedIdentity | undefined;
};

export type ArrivedValue = {
  readonly name: string;
  readonly values: readonly string[];
};

/** An organisation as an Organisationskonto has just confirmed it. */
export type ConfirmedOrganisation = {
  /** The provider's stable name of it, the same for all who act for it. */
  readonly subject: string;
  /** The Postfach there of whoever acts for it. */
  readonly postfachHandle?: string | undefined;
  readonly assuranceLevel: ProvenLevel;
  /** @see OZG § 8 Abs. 2 */
  readonly details: Readonly<
    Partial<
      Record<
        | "name"
        | "legalForm"
        | "registerCourt"
        | "registerNumber"
        | "street"
        | "houseNumber"
        | "postcode"
        | "town",
        string
      >
    >
  >;
};

export type SignOutBeginning = {
  readonly hint: string;
  /** Comes back with the person, so that they find their portal again. */
  readonly requestName: string;
};

/** Whose sessions end: those of this session at the provider, else all of this person. */
export type SignOutNotice = {
  readonly subject: string | undefined;
  readonly sessionId: string | undefined;
  readonly noticeId: string;
  readonly usableUntil: Date;
};

/**
 * Why it came to nothing. `reason` is a code for logs and the operator: never text of the other side, never personal.
 * - `unavailable`: the provider does not answer
 * - `cancelled`: the person went back
 * - `level-not-reached`: signed in, but not as surely as the page needs
 * - `not-valid`: the answer failed a check; nobody is signed in with it
 * - `refused`: the provider said no, or the settings do not fit it
 */
export type ProtocolRefusal =
  | { readonly kind: "cancelled" | "level-not-reached" }
  | {
      readonly kind: "unavailable" | "not-valid" | "refused";
      readonly reason: string;
    };

/** The code of a refusal: for logs, and for texts to the operator. */
export function codeOf(refusal: ProtocolRefusal): string {
  return "reason" in refusal ? refusal.reason : refusal.kind;
}

export type ProviderInspection = {
  readonly checks: readonly InspectionCheck[];
  /** Which values would be taken over, and from what. */
  readonly attributes: readonly MappedAttribute[];
  /** What the operator enters at the provider, and other facts: shown as they are. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
};

export type InspectionCheck = {
  /** Code in kebab-case; the page has a text for those it knows. */
  readonly check: string;
  /** Code of what is wrong; undefined: all right. */
  readonly finding: string | undefined;
  /** It works nevertheless, and somebody should see to it. */
  readonly isAdvice?: true;
};

/** Advice on the keys that a provider signs with, where one of them is short. @see OWASP ASVS 5.0 11.2.3 */
export function keyLengthChecks(
  shortKeys: readonly string[],
): readonly InspectionCheck[] {
  return shortKeys.length === 0
    ? []
    : [
        {
          check: "key-length",
          finding: `short-key: ${[...new Set(shortKeys)].join(", ")}`,
          isAdvice: true,
        },
      ];
}

export type MappedAttribute = {
  readonly attribute: string;
  readonly source: string;
  /** Undefined: the provider does not tell what it has. */
  readonly isOffered: boolean | undefined;
};
