import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { shellTexts } from "../i18n/texts.ts";
import type { NavigationGroup, NavigationItem } from "./layout-props.ts";
import type { SignedInStaff } from "./route.ts";
import { workEntries } from "./work-entries.ts";

type Group = (typeof workEntries)[number]["group"];

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
  return workEntries.filter(
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
