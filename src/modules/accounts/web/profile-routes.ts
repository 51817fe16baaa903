import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { profileAttributes } from "../domain/profile-attributes.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { ListSignInWays } from "../ports.ts";
import { keepOwnValues, readProfile } from "../use-cases/keep-own-values.ts";
import { accountPaths } from "./account-paths.ts";
import { profilePage } from "./profile-page.ts";

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
    { ...common, method: "POST", handle: saveProfile },
  ];
}

async function showProfile(
  { account, accountContext, locale, portal, query }: PortalRequest,
  listSignInWays: ListSignInWays,
): Promise<Reply> {
  if (!account) return redirect(accountPaths.signIn);
  const [values, ways] = await Promise.all([
    readProfile(accountContext, account.accountId),
    listSignInWays(accountContext, { portalTenantId: portal.tenantId, locale }),
  ]);
  const t = accountsTexts(locale);
  return profilePage(locale, {
    values,
    isSaved: query.get("gespeichert") === "ja",
    nameOfSource: (source) =>
      source === "counter"
        ? t("profile.source.counter")
        : (ways.find(({ key }) => key === source)?.name ?? source),
  });
}

async function saveProfile({
  account,
  accountContext,
  fields,
}: PortalRequest): Promise<Reply> {
  if (!account) return redirect(accountPaths.signIn);
  const typed = profileAttributes.flatMap((attribute) => {
    const text = fields.get(attribute);
    return text === null ? [] : [[attribute, text] as const];
  });
  await keepOwnValues(accountContext, account.accountId, new Map(typed));
  return redirect(`${accountPaths.profile}?gespeichert=ja`);
}
