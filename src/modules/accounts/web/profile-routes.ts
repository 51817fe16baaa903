import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { dateParts, dayText } from "../../../ui/date-input.ts";
import {
  profileAttributes,
  type ProfileAttribute,
} from "../domain/profile-attributes.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { ListSignInWays } from "../ports.ts";
import { keepOwnValues, readProfile } from "../use-cases/keep-own-values.ts";
import { accountPaths } from "./account-paths.ts";
import { profilePage, type ProfilePageProps } from "./profile-page.ts";

/** What the account knows of its person, on all portals. */
export function profileRoutes({
  listSignInWays,
}: {
  readonly listSignInWays: ListSignInWays;
}): readonly Route[] {
  const common = {
    path: accountPaths.profile,
    audience: "account",
    scope: "any",
  } as const;
  return [
    {
      ...common,
      method: "GET",
      handle: (request) => showProfile(request, listSignInWays),
    },
    {
      ...common,
      method: "POST",
      handle: (request) => saveProfile(request, listSignInWays),
    },
  ];
}

async function showProfile(
  { account, accountContext, locale, portal, query }: PortalRequest,
  listSignInWays: ListSignInWays,
  again?: Pick<ProfilePageProps, "typed" | "faults">,
): Promise<Reply> {
  if (!account) return redirect(accountPaths.signIn);
  const [values, ways] = await Promise.all([
    readProfile(accountContext, account.accountId),
    listSignInWays(accountContext, { portalTenantId: portal.tenantId, locale }),
  ]);
  const t = accountsTexts(locale);
  return profilePage(locale, {
    values,
    ...again,
    isSaved: query.get("gespeichert") === "ja",
    nameOfSource: (source) =>
      source === "counter"
        ? t("profile.source.counter")
        : (ways.find(({ key }) => key === source)?.name ?? source),
  });
}

async function saveProfile(
  request: PortalRequest,
  listSignInWays: ListSignInWays,
): Promise<Reply> {
  const { account, accountContext, fields } = request;
  if (!account) return redirect(accountPaths.signIn);
  const typed = typedValues(fields);
  const kept = await keepOwnValues(accountContext, account.accountId, typed);
  return kept.ok
    ? redirect(`${accountPaths.profile}?gespeichert=ja`)
    : showProfile(request, listSignInWays, {
        typed: fields,
        faults: kept.refusal.faults,
      });
}

function typedValues(
  fields: URLSearchParams,
): ReadonlyMap<ProfileAttribute, string> {
  return new Map(
    profileAttributes.flatMap((attribute) => {
      const text =
        attribute === "dateOfBirth" ? typedDay(fields) : fields.get(attribute);
      return text === null ? [] : [[attribute, text] as const];
    }),
  );
}

function typedDay(fields: URLSearchParams): string | null {
  if (!fields.has("dateOfBirth-day")) return null;
  const parts = dateParts(fields, "dateOfBirth");
  const isEmpty = Object.values(parts).every((part) => part.trim() === "");
  return isEmpty ? "" : dayText(parts);
}
