import type { SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import type { Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";

/** The roles that exist on a portal, with what each may do. */
export function roleBoxes(
  {
    locale,
    allowed,
    roles,
  }: {
    readonly locale: Locale;
    readonly allowed: readonly Role[];
    readonly roles: readonly string[];
  },
  error: string | undefined,
): SafeHtml {
  const t = staffTexts(locale);
  return checkboxes({
    name: "roles",
    label: t("members.roles"),
    values: roles,
    options: allowed.map((role) => ({
      value: role,
      label: t(`role.${role}`),
      hint: t(`role.${role}.hint`),
    })),
    error,
    locale,
  });
}
