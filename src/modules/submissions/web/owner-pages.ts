import { html } from "../../../platform/html/html.ts";
import {
  page,
  redirect,
  type Page,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { accountCookie } from "../../../shell/web/account-cookie.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { signOut, type AssuranceLevel } from "../../accounts/index.ts";
import type { Draft } from "../domain/draft.ts";
import type { Sender } from "../domain/sender.ts";
import { actionField } from "../../forms/index.ts";
import { parseStepAction } from "./step-actions.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Where one signs in, or confirms with a surer proof, and comes back from. */
export function signInPath(back: string, level?: AssuranceLevel): string {
  const query = new URLSearchParams({
    zurueck: back,
    ...(level === undefined ? {} : { niveau: level }),
  });
  return `/anmelden?${query.toString()}`;
}

/** Where one signs in again; says that what was typed is saved. */
function signInAgainPath(back: string): string {
  return `${signInPath(back)}&gespeichert=1`;
}

/** Ends the account's session in this browser. Signing in again leads back to the draft. */
export async function endBySignOut(
  { accountContext, cookies }: PortalRequest,
  back: string,
): Promise<Reply> {
  await signOut(accountContext, cookies[accountCookie]);
  return redirect(signInAgainPath(back), [{ name: accountCookie, value: "" }]);
}

/** The draft belongs to an account: sign in, and come back to this page. */
export function askForOwner({ path }: PortalRequest): Reply {
  return redirect(signInPath(path));
}

/** Saved what was typed after its owner's session had ended: nothing of it is shown before they sign in again. */
export function afterUnseen(request: PortalRequest): Reply {
  const { kind } = parseStepAction(request.fields.get(actionField));
  return kind === "keep"
    ? { kind: "json", status: 200, body: {} }
    : redirect(signInAgainPath(request.path));
}

/**
 * Signed in, but as somebody else than the one whose draft this is. Who filled it in for another, and may not any more, is told what became
 * of it.
 */
export function foreignDraftPage(
  { account, locale }: Pick<PortalRequest, "account" | "locale">,
  { begunBy }: Pick<Draft, "begunBy">,
): Page {
  const t = submissionsTexts(locale);
  const isEnded = account !== undefined && begunBy === account.accountId;
  const kind = isEnded ? "owner.ended" : "owner.foreign";
  return page({
    status: 403,
    title: t(`${kind}.title`),
    section: "/leistungen",
    main: html`${pageHeading({ title: t(`${kind}.title`), lead: t(`${kind}.body`) })}
    ${isEnded && html`<p>${t("owner.ended.next")}</p>`}
    ${linkButton({
      label: t(`${kind}.link`),
      href: isEnded ? "/konto/handeln-fuer" : "/konto",
    })}`,
  });
}

/** Who fills in or sends; undefined for a guest. */
export function senderOf({
  account,
  context,
}: PortalRequest): Sender | undefined {
  const { actor } = context;
  return account && actor.ownerId !== undefined
    ? { ...account, ownerId: actor.ownerId }
    : undefined;
}
