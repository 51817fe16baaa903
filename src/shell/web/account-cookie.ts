import type { Cookie } from "./route.ts";

/** Name of the cookie with the token of a citizen's session: the sign-in sets it, the frame reads it. */
export const accountCookie = "konto";

/** Name of the cookie of a browser that somebody signed in with: it is not called new, and guesses from elsewhere do not hold it up. */
export const deviceCookie = "konto-geraet";

const yearSeconds = 31_536_000;

/** What a browser keeps after a sign-in: the session, and for a year that it is known. Half-way through it is not known yet. */
export function signedInCookies({
  token,
  knownDevice,
}: {
  readonly token: string;
  readonly knownDevice: string | undefined;
}): readonly Cookie[] {
  const session = { name: accountCookie, value: token };
  return knownDevice === undefined
    ? [session]
    : [
        session,
        { name: deviceCookie, value: knownDevice, maxAgeSeconds: yearSeconds },
      ];
}
