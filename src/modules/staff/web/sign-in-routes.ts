import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  redirect,
  type Page,
  type PortalRequest,
  type Redirect,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  staffCookie,
  staffCookies,
  staffDeviceCookie,
} from "../../../shell/web/staff-cookie.ts";
import { returnPath } from "../domain/return-path.ts";
import type { SecondFactorPolicy } from "../domain/session.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { OpenRelyingParty } from "../ports.ts";
import { findDirectorySettings } from "../use-cases/directory-settings.ts";
import { directorySignInRoutes } from "./directory-sign-in-routes.ts";
import { choosePassword } from "../use-cases/choose-password.ts";
import {
  confirmSecondFactor,
  type SecondFactorRefusal,
} from "../use-cases/confirm-second-factor.ts";
import { findSignInStep } from "../use-cases/find-sign-in-step.ts";
import type { SignIn } from "../use-cases/open-session.ts";
import { signIn, type SignInRefusal } from "../use-cases/sign-in.ts";
import { signOut } from "../use-cases/sign-out.ts";
import {
  showFactor,
  startAgain,
  submitFactor,
  type Way,
} from "./required-factor.ts";
import {
  codePage,
  newPasswordPage,
  signInPage,
  type FormError,
} from "./sign-in-pages.ts";
import { signInPaths } from "./staff-paths.ts";

/** First page after signing in, by portal. */
export type StartPaths = {
  readonly authority: string;
  readonly installation: string;
};

export type StaffWebOptions = {
  readonly startPaths: StartPaths;
  readonly policy: SecondFactorPolicy;
  readonly openRelyingParty: OpenRelyingParty;
};

/** Signing in and out, on every portal: caseworkers on their authority's, the operator on the installation's own. */
export function signInRoutes({
  startPaths,
  policy,
  openRelyingParty,
}: StaffWebOptions): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest, way: Way) => Promise<Reply>,
  ): Route => ({
    method,
    path,
    audience: "guest",
    scope: "any",
    handle: (request) =>
      handle(request, { back: backOf(request, startPaths), policy }),
  });
  return [
    route("GET", signInPaths.start, showSignIn),
    route("POST", signInPaths.start, submitSignIn),
    route("GET", signInPaths.code, showCode),
    route("POST", signInPaths.code, submitCode),
    route("GET", signInPaths.password, showNewPassword),
    route("POST", signInPaths.password, submitNewPassword),
    route("GET", signInPaths.factor, showFactor),
    route("POST", signInPaths.factor, submitFactor),
    route("POST", signInPaths.signOut, submitSignOut),
    ...directorySignInRoutes({
      openRelyingParty,
      backOf: (request) => backOf(request, startPaths),
      signInPageOf: (request, { back, text }) =>
        signInPageFor(request, {
          back,
          login: "",
          problem: text,
        }),
    }),
  ];
}

/** In the address: whoever comes has just signed out. */
const signedOutWord = "abgemeldet";

async function showSignIn(
  request: PortalRequest,
  { back }: Way,
): Promise<Reply> {
  return request.staff
    ? redirect(back)
    : signInPageFor(request, {
        back,
        login: "",
        isSignedOut: request.query.has(signedOutWord),
      });
}

async function signInPageFor(
  { context, locale }: PortalRequest,
  props: {
    readonly back: string;
    readonly login: string;
    readonly isSignedOut?: boolean;
    readonly problem?: string;
    readonly error?: FormError;
  },
): Promise<Page> {
  const directory = await findDirectorySettings(context);
  return signInPage({
    ...props,
    locale,
    directoryLabel: directory?.isEnabled ? directory.settings.label : undefined,
  });
}

async function submitSignIn(
  request: PortalRequest,
  { back, policy }: Way,
): Promise<Reply> {
  const { context, fields, cookies, clientAddress } = request;
  const login = fields.get("login") ?? "";
  const password = fields.get("password") ?? "";
  const result = await signIn(context, {
    login,
    password,
    clientAddress,
    knownDevice: cookies[staffDeviceCookie],
    policy,
  });
  if (result.ok) {
    // Whoever was signed in on this device before is signed out.
    await signOut(context, cookies[staffCookie]);
    return goOn(result.value, back);
  }
  const error = signInError(request, result.refusal);
  return signInPageFor(request, { back, login, error });
}

async function showCode(request: PortalRequest, { back }: Way): Promise<Reply> {
  const { context, cookies, locale } = request;
  const step = await findSignInStep(context, cookies[staffCookie]);
  return step === "code" ? codePage({ locale, back }) : startAgain(back);
}

async function submitCode(
  request: PortalRequest,
  { back }: Way,
): Promise<Reply> {
  const { context, cookies, fields, locale } = request;
  const result = await confirmSecondFactor(context, {
    token: cookies[staffCookie] ?? "",
    code: fields.get("code") ?? "",
  });
  if (result.ok) return goOn(result.value, back);
  if (result.refusal.kind === "sign-in-expired") return startAgain(back);
  const error = codeError(request, result.refusal);
  return codePage({ locale, back, error });
}

async function showNewPassword(
  request: PortalRequest,
  { back }: Way,
): Promise<Reply> {
  const { context, cookies, locale } = request;
  const step = await findSignInStep(context, cookies[staffCookie]);
  return step === "password"
    ? newPasswordPage({ locale, back })
    : startAgain(back);
}

async function submitNewPassword(
  { context, cookies, fields, locale }: PortalRequest,
  { back, policy }: Way,
): Promise<Reply> {
  const result = await choosePassword(context, {
    token: cookies[staffCookie] ?? "",
    password: fields.get("password") ?? "",
    policy,
  });
  if (result.ok) return goOn(result.value, back);
  switch (result.refusal.kind) {
    case "sign-in-expired":
      return startAgain(back);
    case "password-weak":
      return newPasswordPage({ locale, back, fault: result.refusal.fault });
  }
}

async function submitSignOut({
  context,
  cookies,
}: PortalRequest): Promise<Reply> {
  await signOut(context, cookies[staffCookie]);
  return redirect(`${signInPaths.start}?${signedOutWord}`, [
    { name: staffCookie, value: "" },
  ]);
}

function goOn(signIn: SignIn, back: string): Redirect {
  const cookies = staffCookies(signIn);
  const query = new URLSearchParams({ zurueck: back }).toString();
  switch (signIn.stage) {
    case "full":
      return redirect(back, cookies);
    case "code":
      return redirect(`${signInPaths.code}?${query}`, cookies);
    case "factor":
      return redirect(`${signInPaths.factor}?${query}`, cookies);
    case "password":
      return redirect(`${signInPaths.password}?${query}`, cookies);
  }
}

function backOf(request: PortalRequest, startPaths: StartPaths): string {
  const wanted = request.fields.get("zurueck") ?? request.query.get("zurueck");
  const isInstallation = request.portal.kind === "installation";
  return returnPath(
    wanted,
    isInstallation ? startPaths.installation : startPaths.authority,
  );
}

function signInError(
  { locale }: PortalRequest,
  refusal: SignInRefusal,
): FormError {
  const t = staffTexts(locale);
  switch (refusal.kind) {
    case "wrong-credentials":
      return { status: 422, text: t("sign-in.wrong") };
    case "too-many-attempts":
      return tooManyAttempts(locale, refusal.retryAfterSeconds);
  }
}

function codeError(
  { locale }: PortalRequest,
  refusal: Exclude<SecondFactorRefusal, { kind: "sign-in-expired" }>,
): FormError {
  const t = staffTexts(locale);
  switch (refusal.kind) {
    case "wrong-code":
      return { status: 422, text: t("code.wrong") };
    case "too-many-attempts":
      return tooManyAttempts(locale, refusal.retryAfterSeconds);
  }
}

function tooManyAttempts(locale: Locale, seconds: number): FormError {
  return {
    status: 429,
    text: staffTexts(locale)("sign-in.too-many", { seconds }),
    retryAfterSeconds: seconds,
  };
}
