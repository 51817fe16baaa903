import { cookiesAfterSignIn } from "./cookies-after-sign-in.ts";
import type { Cookie } from "./route.ts";

/** Name of the cookie with the token of a citizen's session: the sign-in sets it, the frame reads it. */
export const accountCookie = "konto";

/** Name of the cookie of a browser that somebody signed in with: it is not called new, and guesses from elsewhere do not hold it up. */
export const deviceCookie = "konto-geraet";

/** What a browser keeps after a citizen has signed in. */
export const signedInCookies = (signIn: {
  readonly token: string;
  readonly knownDevice: string | undefined;
}): readonly Cookie[] =>
  cookiesAfterSignIn({ session: accountCookie, device: deviceCookie }, signIn);
