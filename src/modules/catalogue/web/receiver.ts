import type { SafeHtml } from "../../../platform/html/html.ts";
import { alert } from "../../../ui/alert.ts";
import { addressOfPortal, type Portal } from "../../tenants/index.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";

/** Before anybody begins: who gets the application, where that is not the authority of the portal. */
export function receiverNotice({
  leistung,
  locale,
  portal,
  receiver,
}: LeistungPageInput): SafeHtml | false {
  if (!receiver) return false;
  const t = catalogueTexts(locale);
  const names = { authority: receiver.authority.name, portal: portal.name };
  const way = leistung.formKey === null ? "offline" : "online";
  return alert({
    kind: "info",
    title: t("leistung.receiver.title", names),
    body:
      receiver.authority.kind === "company"
        ? t(`leistung.receiver.${way}.company`, names)
        : t(`leistung.receiver.${way}`, names),
  });
}

/** In this portal, whoever receives it; where they call it otherwise, in theirs. */
export function applicationHref({
  leistung,
  portal,
  receiver,
  baseUrl,
}: LeistungPageInput): string {
  const path = `/leistungen/${receiver?.leistungSlug ?? leistung.slug}/antrag`;
  return receiver && receiver.leistungSlug !== leistung.slug
    ? `${addressOfPortal(baseUrl, portal, receiver.authority)}${path}`
    : path;
}

/** Portal of the authority whose text and office these are. */
export function portalOfText({
  leistung,
  portal,
  receiver,
}: Pick<LeistungPageInput, "leistung" | "portal" | "receiver">): Portal {
  return receiver && leistung.isOfOther ? receiver.authority : portal;
}

/** Where pages of that authority begin: empty for the portal's own. */
export function originOfText(
  input: Pick<
    LeistungPageInput,
    "leistung" | "portal" | "receiver" | "baseUrl"
  >,
): string {
  const { leistung, portal, baseUrl } = input;
  return leistung.isOfOther
    ? addressOfPortal(baseUrl, portal, portalOfText(input))
    : "";
}

/** Portal of the authority whose office this is. */
export function portalOfOffice(
  input: Pick<LeistungPageInput, "leistung" | "portal" | "receiver">,
): Portal {
  return input.receiver && input.leistung.isOfficeOfOther
    ? input.receiver.authority
    : portalOfText(input);
}

/** Where pages of that authority begin: empty for the portal's own. */
export function originOfOffice(
  input: Pick<
    LeistungPageInput,
    "leistung" | "portal" | "receiver" | "baseUrl"
  >,
): string {
  const { leistung, portal, baseUrl } = input;
  return leistung.isOfficeOfOther
    ? addressOfPortal(baseUrl, portal, portalOfOffice(input))
    : originOfText(input);
}
