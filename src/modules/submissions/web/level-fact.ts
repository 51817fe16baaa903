import { html, type HtmlValue } from "../../../platform/html/html.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { reaches } from "../../accounts/index.ts";
import type { Leistung } from "../../catalogue/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { antragPath } from "./antrag-request.ts";
import { signInPath } from "./owner-pages.ts";

/** Said before anything is typed: which level is needed, how to get it, and whether the visitor has it. */
export function levelFact(
  { locale, account }: PortalRequest,
  { content: { assuranceLevel }, slug }: Pick<Leistung, "content" | "slug">,
): HtmlValue {
  const t = submissionsTexts(locale);
  if (assuranceLevel === "none") return t("start.level.none");
  const level = account && t(`level.${account.assuranceLevel}`);
  if (account && level && reaches(account.assuranceLevel, assuranceLevel))
    return t("start.level.enough", { level });
  return html`${t(`start.level.${assuranceLevel}`)}
    ${level && t("start.level.raise", { level })} ${t("start.level.later")}
    <a class="kern-link" href="${signInPath(antragPath(slug), assuranceLevel)}"
      >${t("start.level.link", { level: t(`level.${assuranceLevel}`) })}</a
    >`;
}
