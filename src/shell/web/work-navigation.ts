import type { Locale } from "../../platform/i18n/texts.ts";
import { shellTexts } from "../i18n/texts.ts";
import type { NavigationItem } from "./layout-props.ts";
import type { SignedInStaff } from "./route.ts";

const entries = [
  { href: "/arbeitsplatz", permission: "vorgang.read", text: "work.queue" },
  {
    href: "/arbeitsplatz/zustellungen",
    permission: "delivery.read",
    text: "work.deliveries",
  },
  { href: "/betrieb", permission: "operator", text: "work.operation" },
] as const;

/** Menu of the work area: what this person may open, and the own account. */
export function workNavigation(
  staff: SignedInStaff,
  locale: Locale,
): readonly NavigationItem[] {
  const t = shellTexts(locale);
  const allowed = entries.filter(({ permission }) =>
    staff.permissions.includes(permission),
  );
  return [
    ...allowed.map(({ href, text }) => ({ href, label: t(text) })),
    { href: "/arbeitsplatz/konto", label: t("work.account") },
  ];
}
