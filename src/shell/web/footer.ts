import { programVersion } from "../../platform/process/program-version.ts";
import { html, type SafeHtml } from "../../platform/html/html.ts";
import { shellTexts } from "../i18n/texts.ts";
import { phoneHref } from "./contact-rows.ts";
import type { LayoutProps } from "./layout-props.ts";
import { madeOnce } from "./made-once.ts";
import { staffEntry } from "./work-navigation.ts";

type FooterProps = Pick<LayoutProps, "portal" | "locale">;

const footers = madeOnce<SafeHtml>();

/** Contact and opening hours, help, and the legal pages, reachable from every page (§ 5 DDG, § 7 BITV 2.0). Made once for each state of a portal. */
export function renderFooter(props: FooterProps): SafeHtml {
  return footers(props, () => makeFooter(props));
}

function makeFooter(props: FooterProps): SafeHtml {
  const t = shellTexts(props.locale);
  return html`<footer class="portal-footer">
    <div class="portal-footer__columns">
      ${contactColumn(props)} ${hoursColumn(props)}
      ${linkColumn(t("footer.help"), [
        { href: "/hilfe", label: t("nav.hilfe") },
        { href: "/verfuegbarkeit", label: t("nav.status") },
        { href: "/leichte-sprache", label: t("tools.leichte-sprache") },
        { href: "/gebaerdensprache", label: t("tools.gebaerdensprache") },
        { href: "/darstellung", label: t("tools.darstellung") },
      ])}
      ${linkColumn(t("footer.legal"), [
        { href: "/impressum", label: t("footer.impressum") },
        { href: "/datenschutz", label: t("footer.datenschutz") },
        { href: "/barrierefreiheit", label: t("footer.barrierefreiheit") },
        { href: staffEntry(props.portal), label: t("staff.entry") },
      ])}
    </div>
    <p class="portal-footer__end">
      ${t("footer.software", { version: programVersion })}
    </p>
  </footer>`;
}

function contactColumn({ portal, locale }: FooterProps): SafeHtml {
  const t = shellTexts(locale);
  const { contact } = portal;
  return html`<section>
    <h2>${t("footer.contact")}</h2>
    <address>
      ${portal.name}<br />${contact.office}<br />${contact.street}<br />${contact.postcode}
      ${contact.town}
    </address>
    <p>
      ${t("footer.phone")}:
      <a href="${phoneHref(contact.phone)}">${contact.phone}</a><br />
      ${t("footer.email")}:
      <a href="mailto:${contact.email}">${contact.email}</a>
    </p>
  </section>`;
}

function hoursColumn({ portal, locale }: FooterProps): SafeHtml | undefined {
  const { openingHours } = portal.contact;
  if (openingHours.length === 0) return undefined;
  return html`<section>
    <h2>${shellTexts(locale)("footer.hours")}</h2>
    <dl class="portal-hours">
      ${openingHours.map(
        ({ days, hours }) =>
          html`<div>
            <dt>${days}</dt>
            <dd>${hours}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function linkColumn(
  title: string,
  links: readonly { href: string; label: string }[],
): SafeHtml {
  return html`<nav aria-label="${title}">
    <h2>${title}</h2>
    <ul>
      ${links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}
    </ul>
  </nav>`;
}
