import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { shellTexts } from "../i18n/texts.ts";
import type { NavigationGroup, NavigationItem } from "./layout-props.ts";
import type { SignedInStaff } from "./route.ts";

const entries = [
  {
    scope: "authority",
    href: "/arbeitsplatz",
    permission: "vorgang.read",
    text: "work.queue",
    group: "main",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/dringend",
    permission: "vorgang.rules",
    text: "work.escalation",
    group: "main",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/aufnahme",
    permission: "intake.edit",
    text: "work.intake",
    group: "main",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/bescheide",
    permission: "vorgang.edit",
    text: "work.bescheide",
    group: "tasks",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/stellungnahmen",
    permission: "vorgang.edit",
    text: "work.opinions",
    group: "tasks",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/postfach",
    permission: "vorgang.edit",
    text: "work.postfach",
    group: "tasks",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/zustellungen",
    permission: "delivery.read",
    text: "work.deliveries",
    group: "tasks",
  },
  {
    scope: "authority",
    href: "/verwaltung/kontakt",
    permission: "vorgang.edit",
    text: "work.contact",
    group: "tasks",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/identitaet",
    permission: "identity.confirm",
    text: "work.identity",
    group: "tasks",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/loeschkalender",
    permission: "vorgang.read",
    text: "work.deletion-calendar",
    group: "house",
  },
  {
    scope: "authority",
    href: "/arbeitsplatz/fristen",
    permission: "vorgang.rules",
    text: "work.clocks",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/ziele",
    permission: "delivery.edit",
    text: "work.destinations",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/eingaenge",
    permission: "delivery.edit",
    text: "work.arrivals",
    group: "house",
  },
  {
    scope: "any",
    href: "/verwaltung/formulare",
    permission: "forms.read",
    text: "work.forms",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/leistungen",
    permission: "catalogue.edit",
    text: "work.leistungen",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/aemter",
    permission: "catalogue.edit",
    text: "work.offices",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/hinweise",
    permission: "catalogue.edit",
    text: "work.notices",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/suche",
    permission: "catalogue.edit",
    text: "work.search",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/zustaendigkeiten",
    permission: "zustaendigkeit.edit",
    text: "work.zustaendigkeit",
    group: "house",
  },
  {
    scope: "any",
    href: "/verwaltung/bescheide",
    permission: "bescheid.texts",
    text: "work.bescheid-texts",
    group: "house",
  },
  {
    scope: "any",
    href: "/verwaltung/mails",
    permission: "bescheid.texts",
    text: "work.mails",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/rueckmeldungen",
    permission: "catalogue.edit",
    text: "work.feedback",
    group: "house",
  },
  {
    scope: "any",
    href: "/verwaltung/beschaeftigte",
    permission: "staff.manage",
    text: "work.members",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/anmeldedienste",
    permission: "identity-providers.edit",
    text: "work.identity-providers",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/aufbewahrung",
    permission: "retention.terms",
    text: "work.retention-terms",
    group: "house",
  },
  {
    scope: "any",
    href: "/verwaltung/protokoll",
    permission: "audit.read",
    text: "work.audit",
    group: "house",
  },
  {
    scope: "authority",
    href: "/verwaltung/loeschnachweise",
    permission: "audit.read",
    text: "work.proofs",
    group: "house",
  },
  {
    scope: "installation",
    href: "/betrieb",
    permission: "operator",
    text: "work.operation",
    group: "main",
  },
  {
    scope: "installation",
    href: "/betrieb/zustellungen",
    permission: "operator",
    text: "work.deliveries",
    group: "main",
  },
  {
    scope: "installation",
    href: "/betrieb/anmeldedienste",
    permission: "operator",
    text: "work.identity-providers",
    group: "main",
  },
] as const;

type Group = (typeof entries)[number]["group"];

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

/** Page of the own account; it stands beside the name. */
export const ownAccess = "/arbeitsplatz/konto";

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

/** So many stand side by side; with more, only what is needed all day does. */
const mostInOneRow = 5;

/**
 * Menu of the work area: what this person may open on this portal. What is needed all day stands in the row, the rest under two names. A
 * group of one is no group.
 */
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
): readonly (NavigationItem | NavigationGroup)[] {
  const t = shellTexts(locale);
  const mine = entriesFor(staff, portal);
  const itemsIn = (wanted: Group): readonly NavigationItem[] =>
    mine
      .filter(({ group }) => group === wanted)
      .map(({ href, text }) => ({
        href,
        label: t(text),
        ...(text === "work.queue" && waiting > 0
          ? { note: t("work.waiting", { count: waitingWords(waiting) }) }
          : {}),
      }));
  const isShort = mine.length <= mostInOneRow;
  return [
    ...itemsIn("main"),
    ...(["tasks", "house"] as const).flatMap(
      (group): readonly (NavigationItem | NavigationGroup)[] => {
        const items = itemsIn(group);
        return isShort || items.length < 2
          ? items
          : [{ label: t(`work.group.${group}`), items }];
      },
    ),
  ];
}

function waitingWords(waiting: number): string {
  return waiting > 99 ? "99+" : String(waiting);
}
