import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { heading } from "../../../ui/heading.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import { authenticationOf } from "../domain/sender.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { senderRows } from "../use-cases/describe-sender.ts";
import type { Draft } from "../domain/draft.ts";
import { refusalOfSender } from "../use-cases/submit-draft.ts";
import { antragPath } from "./antrag-request.ts";
import { senderOf, signInPath } from "./owner-pages.ts";

/** Who sends, how sure that is, and what to do where it is not enough. Nothing for a guest who may send. */
export function senderSection(
  request: PortalRequest,
  {
    draft,
    neededLevel,
  }: { readonly draft: Draft; readonly neededLevel: AssuranceLevel },
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const sender = senderOf(request);
  return html`${
    sender &&
    html`${heading(2, t("sender.title"))}
    ${definitionRows(senderRows(authenticationOf(sender), locale))}`
  }
  ${refusalNotice(request, { draft, neededLevel })}
  ${sender && !draft.isOwned && !draft.correction && takeOverForm(draft, locale)}`;
}

function refusalNotice(
  request: PortalRequest,
  {
    draft,
    neededLevel,
  }: { readonly draft: Draft; readonly neededLevel: AssuranceLevel },
): SafeHtml | false {
  const t = submissionsTexts(request.locale);
  const sender = senderOf(request);
  const refusal = refusalOfSender({ sender, neededLevel });
  if (!refusal) return false;
  if (refusal.kind === "prepare-only")
    return alert({
      kind: "warning",
      title: t("sender.prepare.title"),
      body: t("sender.prepare.body", { party: sender?.actingFor?.name ?? "" }),
    });
  const back = antragPath(draft.leistungSlug, "/pruefen");
  return alert({
    kind: "warning",
    title: t("sender.level.title", { level: t(`level.${neededLevel}`) }),
    body: html`<p class="kern-body">
        ${t(sender ? "sender.level.higher" : "sender.level.sign-in")}
      </p>
      ${linkButton({
        label: t(sender ? "sender.level.button" : "owner.sign-in"),
        href: signInPath(back, neededLevel),
      })}`,
  });
}

/** One click: what a guest has begun goes into the account. */
export function takeOverForm(
  { leistungSlug }: Draft,
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<form
    method="post"
    action="${antragPath(leistungSlug, "/uebernehmen")}"
  >
    <p class="kern-body">${t("owner.take.hint")}</p>
    ${button({ label: t("owner.take"), variant: "secondary" })}
  </form>`;
}
