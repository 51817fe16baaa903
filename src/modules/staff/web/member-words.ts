import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";

export function roleWords(roles: readonly Role[], locale: Locale): string {
  const t = staffTexts(locale);
  return roles.length === 0
    ? t("members.roles.none")
    : roles.map((role) => t(`role.${role}`)).join(", ");
}

/** What is to be said of an access: the first that is true. */
export function accessState(access: {
  readonly isDisabled: boolean;
  readonly isOfDirectory: boolean;
  readonly isInvited: boolean;
  readonly hasSecondFactor: boolean;
}): "disabled" | "directory" | "invited" | "secured" | "no-factor" {
  if (access.isDisabled) return "disabled";
  if (access.isOfDirectory) return "directory";
  if (access.isInvited) return "invited";
  return access.hasSecondFactor ? "secured" : "no-factor";
}

/** When somebody or something was here last. */
export function lastSeen(moment: Date | undefined, locale: Locale): string {
  return moment
    ? formatDateTime(moment, locale)
    : staffTexts(locale)("members.seen.never");
}
