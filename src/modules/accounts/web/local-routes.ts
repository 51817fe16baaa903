import { inEvenTime } from "../../../platform/throttle/even-time.ts";
import {
  accountCookie,
  signedInCookies,
} from "../../../shell/web/account-cookie.ts";
import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { deviceOf } from "../domain/device.ts";
import { returnPath } from "../domain/return-path.ts";
import { localTexts } from "../i18n/local-texts.ts";
import type { MailRefusal } from "../use-cases/account-for-mail.ts";
import { sendConfirmationAgain } from "../use-cases/confirm-again.ts";
import {
  confirmAddress,
  longestName,
  register,
  type RegistrationRefusal,
} from "../use-cases/register.ts";
import { isLinkOpen } from "../use-cases/is-link-open.ts";
import { requestReset, resetPassword } from "../use-cases/reset-password.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { accountPaths } from "./account-paths.ts";
import {
  confirmAgainPage,
  confirmPage,
  forgottenPage,
  linkOverPage,
  registerPage,
  resetPage,
  sentPage,
} from "./local-pages.ts";

/** Registering, confirming the address, and a new password for a forgotten one; on all portals. */
export function localRoutes(): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "guest", scope: "any", handle });
  return [
    route("GET", accountPaths.register, ({ locale, query }) => {
      const back = returnPath(query.get("zurueck"));
      return Promise.resolve(
        registerPage({ locale, back, displayName: "", email: "" }),
      );
    }),
    route("POST", accountPaths.register, (request) =>
      inEvenTime(submitRegistration(request)),
    ),
    route("GET", accountPaths.confirm(":token"), (request) =>
      showLink(request, { what: "confirm", page: confirmPage }),
    ),
    route("POST", accountPaths.confirm(":token"), submitConfirmation),
    route("GET", accountPaths.confirmAgain, ({ locale }) =>
      Promise.resolve(confirmAgainPage({ locale, email: "" })),
    ),
    route("POST", accountPaths.confirmAgain, (request) =>
      inEvenTime(submitAgain(request)),
    ),
    route("GET", accountPaths.forgotten, ({ locale }) =>
      Promise.resolve(forgottenPage({ locale, email: "" })),
    ),
    route("POST", accountPaths.forgotten, (request) =>
      inEvenTime(submitForgotten(request)),
    ),
    route("GET", accountPaths.reset(":token"), (request) =>
      showLink(request, { what: "reset", page: resetPage }),
    ),
    route("POST", accountPaths.reset(":token"), submitReset),
  ];
}

/** Nobody types a password for a link that is over. */
async function showLink(
  { accountContext, locale, params }: PortalRequest,
  {
    what,
    page,
  }: {
    readonly what: "confirm" | "reset";
    readonly page: typeof confirmPage;
  },
): Promise<Reply> {
  const token = params["token"] ?? "";
  return (await isLinkOpen(accountContext, { token, purpose: what }))
    ? page({ locale, token })
    : linkOverPage(locale, what);
}

async function submitRegistration(request: PortalRequest): Promise<Reply> {
  const { accountContext, fields, locale } = request;
  const typed = {
    displayName: fields.get("displayName") ?? "",
    email: fields.get("email") ?? "",
  };
  const back = returnPath(fields.get("zurueck"));
  const registered = await register(accountContext, {
    ...typed,
    ...placeOf(request),
    password: fields.get("password") ?? "",
    clientAddress: request.clientAddress,
    returnPath: back,
  });
  return registered.ok
    ? sentPage(locale, { what: "confirm", email: typed.email })
    : registerPage({
        locale,
        back,
        ...typed,
        ...registrationErrors(registered.refusal, locale),
      });
}

function registrationErrors(
  refusal: RegistrationRefusal,
  locale: PortalRequest["locale"],
) {
  const t = localTexts(locale);
  if (refusal.kind === "too-many-attempts")
    return tooMany(locale, "email", refusal.retryAfterSeconds);
  const { displayName, email, password } = refusal.faults;
  return {
    errors: {
      displayName:
        displayName && t(`register.name.${displayName}`, { most: longestName }),
      email: email && t("register.email.invalid"),
      password: password && t(password),
    },
  };
}

/** No address gets no mail, and whoever mistyped theirs would wait for it. */
function mailErrors(refusal: MailRefusal, locale: PortalRequest["locale"]) {
  return refusal.kind === "no-address"
    ? { errors: { email: localTexts(locale)("register.email.invalid") } }
    : tooMany(locale, "email", refusal.retryAfterSeconds);
}

function tooMany(
  locale: PortalRequest["locale"],
  field: string,
  seconds: number,
) {
  return {
    errors: { [field]: localTexts(locale)("local.too-many", { seconds }) },
    retryAfterSeconds: seconds,
  };
}

async function submitConfirmation(request: PortalRequest): Promise<Reply> {
  const { accountContext, cookies, fields, locale, params, portal } = request;
  const token = params["token"] ?? "";
  const confirmed = await confirmAddress(accountContext, {
    token,
    password: fields.get("password") ?? "",
    portalTenantId: portal.tenantId,
    device: deviceOf(request.userAgent),
  });
  if (confirmed.ok) {
    await signOut(accountContext, cookies[accountCookie]);
    return redirect(
      returnPath(confirmed.value.returnPath),
      signedInCookies(confirmed.value),
    );
  }
  const { refusal } = confirmed;
  switch (refusal.kind) {
    case "link-over":
      return linkOverPage(locale, "confirm");
    case "wrong-password":
      return confirmPage({
        locale,
        token,
        errors: { password: localTexts(locale)("confirm.wrong") },
      });
    case "too-many-attempts":
      return confirmPage({
        locale,
        token,
        ...tooMany(locale, "password", refusal.retryAfterSeconds),
      });
  }
}

async function submitAgain(request: PortalRequest): Promise<Reply> {
  const { accountContext, fields, locale } = request;
  const email = fields.get("email") ?? "";
  const sent = await sendConfirmationAgain(accountContext, {
    email,
    ...placeOf(request),
    clientAddress: request.clientAddress,
  });
  return sent.ok
    ? sentPage(locale, { what: "again", email })
    : confirmAgainPage({
        locale,
        email,
        ...mailErrors(sent.refusal, locale),
      });
}

async function submitForgotten(request: PortalRequest): Promise<Reply> {
  const { accountContext, fields, locale } = request;
  const email = fields.get("email") ?? "";
  const asked = await requestReset(accountContext, {
    email,
    ...placeOf(request),
    clientAddress: request.clientAddress,
  });
  return asked.ok
    ? sentPage(locale, { what: "reset", email })
    : forgottenPage({
        locale,
        email,
        ...mailErrors(asked.refusal, locale),
      });
}

async function submitReset({
  accountContext,
  fields,
  locale,
  params,
}: PortalRequest): Promise<Reply> {
  const token = params["token"] ?? "";
  const done = await resetPassword(accountContext, {
    token,
    password: fields.get("password") ?? "",
  });
  if (done.ok)
    return redirect(`${accountPaths.signIn}?passwort=neu`, [
      { name: accountCookie, value: "" },
    ]);
  return done.refusal.kind === "link-over"
    ? linkOverPage(locale, "reset")
    : resetPage({
        locale,
        token,
        errors: { password: localTexts(locale)(done.refusal.fault) },
      });
}

function placeOf({ portal, baseUrl }: PortalRequest) {
  return { portalName: portal.name, baseUrl };
}
