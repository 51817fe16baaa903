import type { DemoProviderKey } from "./demo-answers.ts";
import { signedOutPage, signOutPage } from "./demo-pages.ts";
import type { SamlEntity } from "./saml-package.ts";

/** Whom a provider of the demo knows to be signed in, by the name of the session. */
export type DemoSessions = Map<string, { readonly nameId: string }>;

/** The session of a person, who has one however often they sign in; its name. */
export function openSession(sessions: DemoSessions, nameId: string): string {
  const [known] =
    [...sessions].find(([, session]) => session.nameId === nameId) ?? [];
  const sessionIndex = known ?? `_${crypto.randomUUID()}`;
  sessions.set(sessionIndex, { nameId });
  return sessionIndex;
}

/** Both sides of a conversation, and who is signed in. */
export type SignOutGround = {
  readonly key: DemoProviderKey;
  readonly provider: SamlEntity;
  readonly portal: SamlEntity;
  readonly sessions: DemoSessions;
};

/** Where the browser goes next, or what it shows. */
type Next = { readonly location: string } | { readonly text: string };

/** What the portal sent by the browser: it wants somebody signed out here, or says that it has signed somebody out itself. */
export async function hearPortal(
  ground: SignOutGround,
  fields: URLSearchParams,
): Promise<Next> {
  const { key, provider, portal, sessions } = ground;
  const body = Object.fromEntries(fields);
  if (fields.has("SAMLResponse")) {
    await provider.parseLogoutResponse(portal, "post", { body });
    return { text: signedOutPage(key) };
  }
  const request = await provider.parseLogoutRequest(portal, "post", { body });
  sessions.delete(request.extract.sessionIndex ?? "");
  const relayState = fields.get("RelayState") ?? "";
  const answer = provider.createLogoutResponse(
    portal,
    request,
    "redirect",
    relayState,
  );
  return { location: answer.context };
}

/** Who is signed in here, with a button to sign out everywhere. */
export const showSignOut = ({ key, sessions }: SignOutGround): Next => ({
  text: signOutPage(key, [...sessions.keys()].at(-1)),
});

/** Somebody signs out here: the portal is told by their browser. */
export function tellPortal(
  { provider, portal, sessions }: SignOutGround,
  sessionIndex: string,
): Next {
  const session = sessions.get(sessionIndex);
  if (!session) throw new Error("nobody of that session");
  sessions.delete(sessionIndex);
  const request = provider.createLogoutRequest(portal, "redirect", {
    logoutNameID: session.nameId,
    sessionIndex,
  });
  return { location: request.context };
}
