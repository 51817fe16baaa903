import type { Locale } from "../../platform/i18n/texts.ts";
import { shellTexts } from "../i18n/texts.ts";
import type { NavigationItem } from "./layout-props.ts";

/** Pages of the account in the order of its menu. An entry belongs here once its page exists; its texts are in the shell's i18n. */
const entries: readonly {
  readonly href: string;
  readonly text:
    | "account-nav.start"
    | "account-nav.applications"
    | "account-nav.postfach"
    | "account-nav.profile"
    | "account-nav.security"
    | "account-nav.passkeys"
    | "account-nav.factor"
    | "account-nav.counter"
    | "account-nav.identities"
    | "account-nav.organisations"
    | "account-nav.mandates"
    | "account-nav.notices"
    | "account-nav.consents"
    | "account-nav.data";
}[] = [
  { href: "/konto", text: "account-nav.start" },
  { href: "/postfach", text: "account-nav.postfach" },
  { href: "/antraege", text: "account-nav.applications" },
  { href: "/konto/angaben", text: "account-nav.profile" },
  { href: "/konto/sicherheit", text: "account-nav.security" },
  { href: "/konto/sicherheit/passkeys", text: "account-nav.passkeys" },
  { href: "/konto/sicherheit/zweiter-faktor", text: "account-nav.factor" },
  { href: "/konto/sicherheit/ausweis", text: "account-nav.counter" },
  { href: "/konto/nachweise", text: "account-nav.identities" },
  { href: "/konto/organisationen", text: "account-nav.organisations" },
  { href: "/konto/vollmachten", text: "account-nav.mandates" },
  { href: "/konto/benachrichtigungen", text: "account-nav.notices" },
  { href: "/konto/einwilligungen", text: "account-nav.consents" },
  { href: "/konto/daten", text: "account-nav.data" },
];

/** Pages with this section show the menu. */
export const accountSection = "/konto";

/** The second menu of somebody signed in, on all pages of their account. */
export function accountNavigation(
  locale: Locale,
  unread = 0,
): readonly NavigationItem[] {
  const t = shellTexts(locale);
  return entries.filter(isInMenu).map(({ href, text }) => ({
    href,
    label:
      text === "account-nav.postfach" && unread > 0
        ? t("account-nav.postfach.unread", { count: unread })
        : t(text),
  }));
}

/** What belongs to signing in is reached from its page: a menu of ten is long enough. */
function isInMenu({ href }: { readonly href: string }): boolean {
  return !href.startsWith("/konto/sicherheit/");
}

/** What the account's pages are for, without the first one itself: for its cards. */
export function accountPages(
  locale: Locale,
): readonly (NavigationItem & { readonly purpose: string })[] {
  const t = shellTexts(locale);
  return entries
    .filter(({ href }) => href !== "/konto")
    .map(({ href, text }) => ({
      href,
      label: t(text),
      purpose: t(`${text}.purpose`),
    }));
}
