import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { RightToAct } from "../domain/sender.ts";
import { submissionsTexts } from "../i18n/texts.ts";

type Row = { readonly term: string; readonly value: string };

/** By what right somebody sent for another: what it rests on, how far it goes, and whether anybody but the representative says so. */
export function rightRows(right: RightToAct, locale: Locale): readonly Row[] {
  const t = submissionsTexts(locale);
  const { basis, role, scope, validUntil, birthday, statement } = right;
  const day = (text: string) => formatDay(text, locale);
  return [
    {
      term: t("right.basis"),
      value: role
        ? t("right.member", { role: t(`right.role.${role}`) })
        : t(`right.basis.${basis}`),
    },
    ...(basis === "power"
      ? [{ term: t("right.scope"), value: scope ?? t("right.scope.all") }]
      : []),
    ...(validUntil === undefined
      ? []
      : [{ term: t("right.until"), value: day(validUntil) }]),
    ...(birthday === undefined
      ? []
      : [{ term: t("right.birthday"), value: day(birthday) }]),
    ...(statement === undefined
      ? []
      : [{ term: t("right.statement"), value: statement }]),
    {
      term: t("right.check"),
      value: t(
        right.isSelfDeclared ? "right.check.stated" : "right.check.kept",
      ),
    },
  ];
}
