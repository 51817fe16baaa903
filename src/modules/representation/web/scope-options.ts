import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import type { Option } from "../../../ui/select.ts";
import { parseScope } from "../domain/scope.ts";
import { representationTexts } from "../i18n/texts.ts";
import type { ListScopeChoices } from "../ports.ts";
import type { ChosenScope } from "../use-cases/give-mandate.ts";

/** What can be chosen on this portal: everything, life situations, and its own Leistungen. */
export async function listScopeOptions(
  { portal, locale }: PortalRequest,
  listScopeChoices: ListScopeChoices,
): Promise<readonly Option[]> {
  const t = representationTexts(locale);
  const { kinds, leistungen } = await listScopeChoices(portal, locale);
  return [
    { value: "all", label: t("scope.all") },
    ...kinds.map(({ key, label }) => ({
      value: `kind:${key}`,
      label: t("scope.kind", { label }),
    })),
    ...leistungen.map(({ key, label }) => ({
      value: `leistung:${key}`,
      label: t("scope.leistung", { label, portal: portal.shortName }),
    })),
  ];
}

/** The choice with its name; undefined for what the page did not offer. */
export function chosenScope(
  options: readonly Option[],
  word: string,
  locale: Locale,
): ChosenScope | undefined {
  const option = options.find(({ value }) => value === word);
  const scope = option && parseScope(option.value);
  if (!scope) return undefined;
  const isAll = option.label === representationTexts(locale)("scope.all");
  return { scope, label: isAll ? "" : option.label };
}
