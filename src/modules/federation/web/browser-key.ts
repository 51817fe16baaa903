import {
  isSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { Cookie, PortalRequest } from "../../../shell/web/route.ts";
import { attemptMs } from "../use-cases/begin-sign-in.ts";
import { browserCookie } from "./federation-paths.ts";

/** One key for all tabs of a browser: a second sign-in must not end the first. */
export function keyOfBrowser(cookies: PortalRequest["cookies"]): {
  readonly browserKey: string;
  readonly cookie: Cookie;
} {
  const known = cookies[browserCookie];
  const browserKey =
    known !== undefined && isSecretToken(known) ? known : newSecretToken();
  return {
    browserKey,
    cookie: {
      name: browserCookie,
      value: browserKey,
      maxAgeSeconds: attemptMs / 1000,
    },
  };
}
