import {
  redirect,
  type PortalRequest,
  type Redirect,
  type Reply,
} from "../../../shell/web/route.ts";
import { staffCookie, staffCookies } from "../../../shell/web/staff-cookie.ts";
import type { SecondFactorPolicy } from "../domain/session.ts";
import {
  findRequiredFactor,
  setUpRequiredFactor,
} from "../use-cases/set-up-required-factor.ts";
import { recoveryCodesPage, secondFactorPage } from "./second-factor-pages.ts";
import { signInPaths } from "./staff-paths.ts";

/** Where a sign-in leads to, and what it has to ask for. */
export type Way = {
  readonly back: string;
  readonly policy: SecondFactorPolicy;
};

/** The second factor that a sign-in waits for to be set up. */
export async function showFactor(
  request: PortalRequest,
  { back }: Way,
): Promise<Reply> {
  const { context, cookies, locale, portal } = request;
  const setup = await findRequiredFactor(context, {
    token: cookies[staffCookie],
    issuer: portal.name,
  });
  return setup
    ? secondFactorPage({
        locale,
        setup,
        isCodeWrong: false,
        required: { action: signInPaths.factor, back },
      })
    : startAgain(back);
}

/** Its first code: the sign-in counts, and the recovery codes are shown. */
export async function submitFactor(
  request: PortalRequest,
  { back }: Way,
): Promise<Reply> {
  const { context, cookies, fields, locale, portal } = request;
  const token = cookies[staffCookie] ?? "";
  const result = await setUpRequiredFactor(context, {
    token,
    code: fields.get("code") ?? "",
  });
  if (result.ok) {
    const { signIn, recoveryCodes } = result.value;
    const codes = recoveryCodesPage({ locale, recoveryCodes, next: back });
    return { ...codes, cookies: staffCookies(signIn) };
  }
  const setup =
    result.refusal.kind === "wrong-code"
      ? await findRequiredFactor(context, { token, issuer: portal.name })
      : undefined;
  return setup
    ? secondFactorPage({
        locale,
        setup,
        isCodeWrong: true,
        required: { action: signInPaths.factor, back },
      })
    : startAgain(back);
}

/** To the first step of signing in. */
export function startAgain(back: string): Redirect {
  const query = new URLSearchParams({ zurueck: back }).toString();
  return redirect(`${signInPaths.start}?${query}`);
}
