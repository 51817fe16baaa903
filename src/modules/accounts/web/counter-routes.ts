import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { confirmAtCounter } from "../use-cases/confirm-at-counter.ts";
import { makeCounterCode } from "../use-cases/make-counter-code.ts";
import { readSecondFactor } from "../use-cases/own-second-factor.ts";
import { readOverview } from "../use-cases/read-overview.ts";
import { dayText } from "../../../ui/date-input.ts";
import { accountPaths } from "./account-paths.ts";
import {
  counterCodePage,
  officerPage,
  ownCounterPage,
  type TypedCheck,
} from "./counter-pages.ts";
import { answerOf } from "./passkey-form.ts";
import type { FormError } from "./form-page.ts";
import { tooManyError } from "./proof-form.ts";

/** Being confirmed at the counter: the citizen's side on all portals, the officer's at the authorities. */
export function counterRoutes(): readonly Route[] {
  const own = {
    path: accountPaths.counter,
    audience: "account",
    scope: "any",
  } as const;
  const officer = {
    path: accountPaths.officer,
    audience: "staff",
    scope: "authority",
    permission: "identity.confirm",
  } as const;
  return [
    { ...own, method: "GET", handle: (request) => showOwn(request) },
    { ...own, method: "POST", handle: submitOwn },
    {
      ...officer,
      method: "GET",
      handle: ({ locale, query }) =>
        Promise.resolve(
          officerPage({ locale, isDone: query.has("bestaetigt") }),
        ),
    },
    { ...officer, method: "POST", guessable: true, handle: submitCheck },
  ];
}

async function showOwn(
  { account, accountContext, locale }: PortalRequest,
  error?: FormError,
): Promise<Reply> {
  const overview =
    account && (await readOverview(accountContext, account.accountId));
  if (!overview) return redirect(accountPaths.signIn);
  const factors = await readSecondFactor(accountContext);
  return ownCounterPage({
    locale,
    overview,
    hasPasskey: factors?.hasPasskey ?? false,
    hasApp: factors?.isOn ?? false,
    error,
  });
}

async function submitOwn(request: PortalRequest): Promise<Reply> {
  const result = await makeCounterCode(request.accountContext, {
    ...answerOf(request),
    appCode: request.fields.get("code") ?? "",
  });
  if (result.ok) return counterCodePage(request, result.value);
  const t = factorTexts(request.locale);
  switch (result.refusal.kind) {
    case "address-unconfirmed":
      return showOwn(request);
    case "refused":
      return showOwn(request, { status: 422, text: t("passkey.failed") });
    case "wrong-code":
      return showOwn(request, { status: 422, text: t("code.wrong") });
    case "too-many-attempts":
      return showOwn(request, tooManyError(request, result.refusal));
  }
}

async function submitCheck(request: PortalRequest): Promise<Reply> {
  const { accountContext, context, fields, locale } = request;
  const typed = readTyped(fields);
  const result = await confirmAtCounter(context, accountContext, {
    code: typed.code,
    card: {
      ...typed,
      dateOfBirth: dayText(typed.dateOfBirth),
    },
  });
  if (result.ok) return redirect(`${accountPaths.officer}?bestaetigt=1`);
  switch (result.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "incomplete":
      return officerPage({ locale, typed, faults: result.refusal.fields });
    case "code-not-valid":
      // A wrong code counts as a miss: whoever tries many is stopped.
      return {
        ...officerPage({ locale, typed, faults: ["code"] }),
        status: 404,
      };
  }
}

function readTyped(fields: URLSearchParams): TypedCheck {
  const of = (name: string) => fields.get(name) ?? "";
  return {
    code: of("code"),
    familyName: of("familyName"),
    givenNames: of("givenNames"),
    placeOfBirth: of("placeOfBirth"),
    dateOfBirth: {
      day: of("dateOfBirth-day"),
      month: of("dateOfBirth-month"),
      year: of("dateOfBirth-year"),
    },
  };
}
