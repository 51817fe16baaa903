import { formatDay } from "../../../platform/i18n/dates.ts";
import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  page,
  redirect,
  showError,
  type Page,
  type PortalRequest,
  type Reply,
  type Route,
  type SignedInAccount,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { radios, type RadioOption } from "../../../ui/radios.ts";
import { representationTexts } from "../i18n/texts.ts";
import {
  listRepresentations,
  type Representation,
} from "../use-cases/list-representations.ts";
import { switchParty } from "../use-cases/switch-party.ts";
import { accountRoute } from "./account-route.ts";
import { scopeText } from "./mandate-words.ts";
import { representationPaths } from "./paths.ts";

const oneself = "ich";

/** Choosing for whom this session acts. */
export function switchRoutes(): readonly Route[] {
  return [
    accountRoute("GET", representationPaths.switch, (request) =>
      showSwitch(request, { isGone: false }),
    ),
    accountRoute("POST", representationPaths.switch, submitSwitch),
  ];
}

async function showSwitch(
  { account, accountContext, locale }: PortalRequest,
  { isGone }: { readonly isGone: boolean },
): Promise<Reply> {
  if (!account) return showError(403);
  const representations = await listRepresentations(accountContext, {
    accountId: account.accountId,
  });
  return switchPage({ locale, account, representations, isGone });
}

async function submitSwitch(request: PortalRequest): Promise<Reply> {
  const { account, accountContext, fields, portal } = request;
  const wanted = fields.get("partyId") ?? "";
  if (!account) return showError(403);
  if (wanted !== oneself && !isId(wanted))
    return showSwitch(request, { isGone: true });
  const switched = await switchParty(accountContext, {
    sessionId: account.sessionId,
    partyId:
      wanted === oneself || wanted === account.accountId ? undefined : wanted,
    portalName: portal.name,
  });
  if (switched.ok) return redirect(representationPaths.switch);
  switch (switched.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showSwitch(request, { isGone: true });
  }
}

type SwitchPageProps = {
  readonly locale: Locale;
  readonly account: SignedInAccount;
  readonly representations: readonly Representation[];
  /** The choice does not exist any more. */
  readonly isGone: boolean;
};

function switchPage(props: SwitchPageProps): Page {
  const { locale, account, representations, isGone } = props;
  const t = representationTexts(locale);
  return page({
    status: isGone ? 409 : 200,
    title: t("switch.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("switch.title"), lead: t("switch.lead") })}
      ${isGone && alert({ kind: "warning", title: t("switch.gone"), isAnnounced: true })}
      ${representations.length === 0 && alert({ kind: "info", title: t("switch.nobody") })}
      <form method="post" action="${representationPaths.switch}">
        ${radios({
          name: "partyId",
          label: t("switch.label"),
          value: account.actingFor?.partyId ?? oneself,
          options: [
            { value: oneself, label: t("switch.oneself") },
            ...optionsOf(representations, locale),
          ],
          locale,
        })}
        ${button({ label: t("switch.button") })}
      </form>`,
  });
}

/** One for each party: with several mandates of one person, all of them in its hint. */
function optionsOf(
  representations: readonly Representation[],
  locale: Locale,
): readonly RadioOption[] {
  const t = representationTexts(locale);
  const byParty = Map.groupBy(representations, ({ party }) => party.partyId);
  return [...byParty].map(([partyId, grounds]) => ({
    value: partyId,
    label: t("switch.for", { name: grounds[0]?.party.name ?? "" }),
    hint: grounds.map((ground) => hintOf(ground, locale)).join("; "),
  }));
}

function hintOf(ground: Representation, locale: Locale): string {
  const t = representationTexts(locale);
  const { basis, role, scopeLabel, validUntil } = ground;
  if (basis === "membership") return t(`switch.hint.${role ?? "preparer"}`);
  return t(`switch.hint.${basis}`, {
    scope: scopeText(scopeLabel, locale),
    date: validUntil === undefined ? "" : formatDay(validUntil, locale),
  });
}
