import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { shellTexts } from "../i18n/texts.ts";
import type { NavigationItem } from "./layout-props.ts";
import type { SignedInStaff } from "./route.ts";

const entries = [
  {
    scope: "authority",
    href: "/arbeitsplatz",
    permission: "vorgang.read",
    text: "work.queue",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/aufnahme",
    permission: "intake.edit",
    text: "work.intake",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/bescheide",
    permission: "vorgang.edit",
    text: "work.bescheide",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/stellungnahmen",
    permission: "vorgang.edit",
    text: "work.opinions",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/postfach",
    permission: "vorgang.edit",
    text: "work.postfach",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/zustellungen",
    permission: "delivery.read",
    text: "work.deliveries",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/identitaet",
    permission: "identity.confirm",
    text: "work.identity",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/loeschkalender",
    permission: "vorgang.read",
    text: "work.deletion-calendar",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/fristen",
    permission: "vorgang.rules",
    text: "work.clocks",
  },
  {
    scope: "authority",
    href: "/verwaltung/ziele",
    permission: "delivery.edit",
    text: "work.destinations",
  },
  {
    scope: "any",
    href: "/verwaltung/formulare",
    permission: "forms.read",
    text: "work.forms",
  },
  {
    scope: "any",
    href: "/verwaltung/bescheide",
    permission: "bescheid.texts",
    text: "work.bescheid-texts",
  },
  {
    scope: "any",
    href: "/verwaltung/mails",
    permission: "bescheid.texts",
    text: "work.mails",
  },
  {
    scope: "any",
    href: "/verwaltung/beschaeftigte",
    permission: "staff.manage",
    text: "work.members",
  },
  {
    scope: "authority",
    href: "/verwaltung/anmeldedienste",
    permission: "identity-providers.edit",
    text: "work.identity-providers",
  },
  {
    scope: "authority",
    href: "/verwaltung/aufbewahrung",
    permission: "retention.terms",
    text: "work.retention-terms",
  },
  {
    scope: "any",
    href: "/verwaltung/protokoll",
    permission: "audit.read",
    text: "work.audit",
  },
  {
    scope: "authority",
    href: "/verwaltung/loeschnachweise",
    permission: "audit.read",
    text: "work.proofs",
  },
  {
    scope: "installation",
    href: "/betrieb",
    permission: "operator",
    text: "work.operation",
  },
  {
    scope: "installation",
    href: "/betrieb/zustellungen",
    permission: "operator",
    text: "work.deliveries",
  },
  {
    scope: "installation",
    href: "/betrieb/anmeldedienste",
    permission: "operator",
    text: "work.identity-providers",
  },
] as const;

/** First page of those who work here: caseworkers at their authority, the operator on the installation's own portal. */
export function staffEntry({ kind }: Pick<Portal, "kind">): string {
  return kind === "installation" ? "/betrieb" : "/arbeitsplatz";
}

/** The first page that somebody who works here may see. */
export function workStart(
  staff: Pick<SignedInStaff, "permissions">,
  portal: Pick<Portal, "kind">,
): string {
  return entriesFor(staff, portal)[0]?.href ?? ownAccess;
}

const ownAccess = "/arbeitsplatz/konto";

function entriesFor(
  { permissions }: Pick<SignedInStaff, "permissions">,
  { kind }: Pick<Portal, "kind">,
) {
  const here = kind === "installation" ? "installation" : "authority";
  return entries.filter(
    ({ scope, permission }) =>
      (scope === here || scope === "any") && permissions.includes(permission),
  );
}

/** Menu of the work area: what this person may open on this portal, and the own account. */
export function workNavigation(
  staff: SignedInStaff,
  {
    portal,
    locale,
    waiting = 0,
  }: {
    readonly portal: Portal;
    readonly locale: Locale;
    /** Vorgänge that wait for this person. */
    readonly waiting?: number;
  },
): readonly NavigationItem[] {
  const t = shellTexts(locale);
  return [
    ...entriesFor(staff, portal).map(({ href, text }) => ({
      href,
      label: t(text),
      ...(text === "work.queue" && waiting > 0
        ? { note: t("work.waiting", { count: waitingWords(waiting) }) }
        : {}),
    })),
    { href: ownAccess, label: t("work.account") },
  ];
}

function waitingWords(waiting: number): string {
  return waiting > 99 ? "99+" : String(waiting);
}
