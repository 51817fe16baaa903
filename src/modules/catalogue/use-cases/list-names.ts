import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { lifeSituations, type LifeSituation } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { listLeistungen } from "./list-leistungen.ts";

/** What the Leistungen of this portal are called, sorted as in a German dictionary. */
export async function listLeistungNames(
  context: Context,
): Promise<readonly { readonly slug: string; readonly title: string }[]> {
  const { leistungen } = await listLeistungen(context);
  return leistungen.map(({ slug, title }) => ({ slug, title }));
}

/** Those of them that have a form, whether it is published or not. */
export async function listOnlineLeistungen(
  context: Context,
): Promise<readonly { readonly slug: string; readonly title: string }[]> {
  const { leistungen } = await listLeistungen(context);
  return leistungen
    .filter(({ formKey }) => formKey !== null)
    .map(({ slug, title }) => ({ slug, title }));
}

/** What the life situations are called, in the order of the start page. */
export function lifeSituationNames(
  locale: Locale,
): readonly { readonly key: LifeSituation; readonly label: string }[] {
  const t = catalogueTexts(locale);
  return lifeSituations.map((key) => ({ key, label: t(`situation.${key}`) }));
}
