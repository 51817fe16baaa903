import { ok, refuse, type Result } from "../result/result.ts";
import { inspectProvider, type ProviderReport } from "./inspect-provider.ts";
import { asDiscovery, openProvider } from "./provider.ts";
import { refusalOf, type OpenIdRefusal } from "./refusal.ts";
import type { Moment, OpenIdGround, RelyingPartySettings } from "./settings.ts";
import {
  beginSignIn,
  completeSignIn,
  type OpenIdIdentity,
  type SignInAnswer,
  type SignInRequest,
  type SignInStart,
} from "./sign-in.ts";
import {
  readLogoutToken,
  signOutAddress,
  type LogoutNotice,
  type SignOutRequest,
} from "./sign-out.ts";

/** One client at one provider. Keeps the provider's metadata and keys for some minutes; make it once and use it again. */
export type RelyingParty = {
  begin(
    request: SignInRequest,
    moment: Moment,
  ): Promise<Result<SignInStart, OpenIdRefusal>>;
  complete(
    answer: SignInAnswer,
    moment: Moment,
  ): Promise<Result<OpenIdIdentity, OpenIdRefusal>>;
  /** Undefined where the provider has no sign-out. */
  signOutAddress(
    request: SignOutRequest,
    moment: Moment,
  ): Promise<Result<string | undefined, OpenIdRefusal>>;
  readLogoutToken(
    token: string,
    moment: Moment,
  ): Promise<Result<LogoutNotice, OpenIdRefusal>>;
  /** Whether the provider answers: reads its metadata anew. */
  probe(moment: Moment): Promise<Result<void, OpenIdRefusal>>;
  inspect(moment: Moment): Promise<ProviderReport>;
};

/** A relying party on the certified library, with the checks that the library leaves out. Calls nobody yet. */
export function createRelyingParty(
  settings: RelyingPartySettings,
  ground: OpenIdGround,
): RelyingParty {
  const provider = openProvider(settings, ground);
  return {
    begin: (request, moment) =>
      outcomeOf(beginSignIn(provider, request, moment)),
    complete: (answer, moment) =>
      outcomeOf(completeSignIn(provider, answer, moment)),
    signOutAddress: (request, moment) =>
      outcomeOf(signOutAddress(provider, request, moment)),
    readLogoutToken: (token, moment) =>
      outcomeOf(readLogoutToken(provider, token, moment)),
    probe: async (moment) => {
      const found = await outcomeOf(provider.discoverAt(moment));
      return found.ok ? ok(undefined) : refuse(asDiscovery(found.refusal));
    },
    inspect: (moment) => inspectProvider(provider, moment),
  };
}

async function outcomeOf<T>(
  work: Promise<T>,
): Promise<Result<T, OpenIdRefusal>> {
  try {
    return ok(await work);
  } catch (error) {
    return refuse(refusalOf(error));
  }
}
