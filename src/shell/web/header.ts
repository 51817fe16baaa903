import { html, type SafeHtml } from "../../platform/html/html.ts";
import { attributes } from "../../ui/attributes.ts";
import { button } from "../../ui/button.ts";
import { icon } from "../../ui/icon.ts";
import { shellTexts } from "../i18n/texts.ts";
import { accountNavigation, accountSection } from "./account-navigation.ts";
import type {
  LayoutProps,
  NavigationGroup,
  NavigationItem,
} from "./layout-props.ts";

type HeaderProps = Pick<
  LayoutProps,
  | "portal"
  | "locale"
  | "path"
  | "query"
  | "section"
  | "staff"
  | "account"
  | "unread"
  | "assets"
>;

/** Crest and name, tools (languages, appearance) and the menu. */
export function renderHeader(props: HeaderProps): SafeHtml {
  return html`<header class="portal-header">
    <div class="portal-header__top">
      ${renderBrand(props)} ${renderTools(props)}
    </div>
    ${renderNavigation(props)}
  </header>`;
}

function renderBrand({ portal, locale, assets }: HeaderProps): SafeHtml {
  const t = shellTexts(locale);
  const subline =
    portal.kind === "installation" ? t("portals.label") : t("portal.label");
  return html`<a class="portal-brand" href="/">
    <img
      class="portal-brand__crest"
      src="${assets.tenant.crestUrl}"
      alt=""
      width="48"
      height="56"
    />
    <span class="portal-brand__text"
      ><span class="portal-brand__name">${portal.name}</span
      ><span class="portal-brand__subline">${subline}</span></span
    >
  </a>`;
}

function renderTools(props: HeaderProps): SafeHtml {
  const t = shellTexts(props.locale);
  const other = props.locale === "de" ? "en" : "de";
  return html`<nav class="portal-tools" aria-label="${t("nav.tools")}">
    <ul>
      <li>
        <a href="/leichte-sprache"
          >${icon("easy-language")}<span>${t("tools.leichte-sprache")}</span></a
        >
      </li>
      <li>
        <a href="/gebaerdensprache"
          >${icon("sign-language")}<span
            >${t("tools.gebaerdensprache")}</span
          ></a
        >
      </li>
      <li>
        <a href="/darstellung"
          >${icon("dark-mode")}<span>${t("tools.darstellung")}</span></a
        >
      </li>
      <li>
        <a
          class="portal-tools__language"
          href="${languageHref(props, other)}"
          hreflang="${other}"
          lang="${other}"
          >${icon("language")}<span>${t("tools.other-language")}</span></a
        >
      </li>
    </ul>
  </nav>`;
}

function languageHref({ path, query }: HeaderProps, language: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set("sprache", language);
  // The page of an address that does not exist shows its path: with two slashes first the link would lead to another host.
  return `${path.replace(/^[/\\]+/, "/")}?${parameters.toString()}`;
}

function renderNavigation(props: HeaderProps): SafeHtml {
  const t = shellTexts(props.locale);
  const { staff } = props;
  if (!staff) {
    return html`${navigation(t("nav.main"), visitorItems(props), props)}
    ${renderAccountBar(props)} ${renderAccountNavigation(props)}`;
  }
  return html`<div class="portal-staff-bar">
    ${navigation(t("nav.staff"), staff.navigation, props)}
    ${renderStaffAccount(staff, props)}
  </div>`;
}

function renderStaffAccount(
  { displayName, accountHref, signOut }: NonNullable<HeaderProps["staff"]>,
  { locale, path, section }: HeaderProps,
): SafeHtml {
  const t = shellTexts(locale);
  const current = currentValue(accountHref, { section, path });
  const given = attributes({ href: accountHref, "aria-current": current });
  return html`<form
    class="portal-staff-bar__out"
    method="post"
    action="${signOut.action}"
  >
    ${signOut.fields}<span class="portal-staff-bar__who"
      ><span>${t("staff.signed-in", { name: displayName })}</span>
      <a${given}>${t("work.account")}</a></span
    >
    ${button({ label: t("staff.sign-out"), variant: "tertiary", icon: "logout" })}
  </form>`;
}

/** Who is signed in and for whom they act: always in sight where it matters. */
function renderAccountBar({ account, locale }: HeaderProps): SafeHtml | false {
  if (!account) return false;
  const t = shellTexts(locale);
  const { displayName, actingFor } = account;
  return html`<div class="portal-account-bar">
    <p>
      ${t("account.signed-in", { name: displayName })}
      ${
        actingFor &&
        html`<strong
          >${t("account.acting-for", { name: actingFor.name })}</strong
        >`
      }
    </p>
    <form method="post" action="/abmelden">
      ${button({ label: t("account.sign-out"), variant: "tertiary", icon: "logout" })}
    </form>
  </div>`;
}

/** The second menu: only on the account's own pages, so that a form has one menu less. */
function renderAccountNavigation(props: HeaderProps): SafeHtml | false {
  const { account, section, locale } = props;
  return (
    account !== undefined &&
    section === accountSection &&
    navigation(
      shellTexts(locale)("account-nav.label"),
      accountNavigation(locale, props.unread),
      {
        path: props.path,
        section: undefined,
        modifier: "portal-nav--account",
      },
    )
  );
}

function visitorItems({ portal, locale }: HeaderProps): NavigationItem[] {
  const t = shellTexts(locale);
  const konto = { href: "/konto", label: t("nav.konto") };
  const help = { href: "/hilfe", label: t("nav.hilfe") };
  if (portal.kind === "installation") {
    return [{ href: "/", label: t("nav.portals") }, konto, help];
  }
  return [
    { href: "/", label: t("nav.start") },
    { href: "/leistungen", label: t("nav.leistungen") },
    {
      href: "/aemter",
      label: t(portal.kind === "company" ? "nav.kontakt" : "nav.aemter"),
    },
    konto,
    help,
  ];
}

type Where = Pick<HeaderProps, "section" | "path">;

function navigation(
  label: string,
  entries: readonly (NavigationItem | NavigationGroup)[],
  { section, path, modifier = "" }: Where & { readonly modifier?: string },
): SafeHtml {
  const where = { section, path };
  return html`<nav class="portal-nav ${modifier}" aria-label="${label}">
    <ul>
      ${entries.map(
        (entry) =>
          html`<li>
            ${
              "items" in entry
                ? navigationGroup(entry, where)
                : navigationLink(entry, where)
            }
          </li>`,
      )}
    </ul>
  </nav>`;
}

function navigationLink(
  { href, label, note }: NavigationItem,
  where: Where,
): SafeHtml {
  const current = currentValue(href, where);
  const given = attributes({ href, "aria-current": current });
  return html`<a${given}>${label}</a>${
    note !== undefined && html`<span class="portal-nav__note">${note}</span>`
  }`;
}

/** Opens without a script; browsers that know the shared name close one group when another opens. */
function navigationGroup(
  { label, items }: NavigationGroup,
  where: Where,
): SafeHtml {
  const isHere = items.some(
    ({ href }) => currentValue(href, where) !== undefined,
  );
  const given = attributes({ "aria-current": isHere ? "true" : undefined });
  return html`<details class="portal-nav__group" name="menu">
    <summary${given}>${label}</summary>
    <ul>
      ${items.map((item) => html`<li>${navigationLink(item, where)}</li>`)}
    </ul>
  </details>`;
}

/** `page` for the page itself, `true` for the part of the portal it lies in (WAI-ARIA `aria-current`). */
function currentValue(
  href: string,
  { section, path }: Where,
): "page" | "true" | undefined {
  if (href === path) return "page";
  return href === section ? "true" : undefined;
}
