import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { phoneHref } from "../../../shell/web/contact-rows.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { definitionRows, lines } from "../../../ui/definition-rows.ts";
import { link, mailLink } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Office } from "../../tenants/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Said where another authority receives the application than the one whose portal this is. */
export function receiverNotice(
  { authority, locale, portal }: PortalRequest,
  when: "before" | "sent" = "before",
): SafeHtml | false {
  if (authority.tenantId === portal.tenantId) return false;
  const t = submissionsTexts(locale);
  const names = { authority: authority.name, portal: portal.name };
  return alert({
    kind: "info",
    title: t(`receiver.notice.${when}.title`, names),
    body: t(
      authority.kind === "company"
        ? `receiver.notice.${when}.company`
        : `receiver.notice.${when}.body`,
      names,
    ),
  });
}

/** Who receives the application and how to reach them, before it is sent and after. @see EfA-Mindestanforderungen, Zuständigkeitsfinder */
export function receiverSection(
  { authority, locale }: PortalRequest,
  office: Office | null | undefined,
): SafeHtml {
  const t = submissionsTexts(locale);
  const { contact } = authority;
  const at = office ?? contact;
  return section({
    title: t("receiver.title"),
    body: definitionRows([
      {
        term: t("receiver.authority"),
        value: html`<span lang="de"
          >${lines([authority.name, office ? office.name : contact.office])}</span
        >`,
      },
      { term: t("receiver.phone"), value: link(phoneHref(at.phone), at.phone) },
      { term: t("receiver.email"), value: mailLink(at.email) },
      {
        term: t("receiver.address"),
        value: lines([at.street, `${at.postcode} ${at.town}`]),
      },
    ]),
  });
}
