import type { Cookie } from "./route.ts";
import { cookiesAfterSignIn } from "./cookies-after-sign-in.ts";

/** Name of the cookie with the token of a caseworker's session: the sign-in sets it, the frame reads it. */
export const staffCookie = "arbeitsplatz";

/** Name of the cookie of a browser that a caseworker signed in with: guesses from elsewhere do not hold it up. */
export const staffDeviceCookie = "arbeitsplatz-geraet";

/** What a browser keeps after a step of a caseworker's sign-in. */
export const staffCookies = (signIn: {
  readonly token: string;
  readonly knownDevice: string | undefined;
}): readonly Cookie[] =>
  cookiesAfterSignIn(
    { session: staffCookie, device: staffDeviceCookie },
    signIn,
  );
