import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { LifeSituation } from "../domain/leistung.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import * as store from "../store/leistung-store.ts";
import { listLeistungen } from "./list-leistungen.ts";
import { readSituations } from "./situations/read-situations.ts";

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

/** What the situations on top of the tree are called, in its order. */
export async function listSituationNames(
  context: Context,
  locale: Locale,
): Promise<readonly { readonly key: LifeSituation; readonly label: string }[]> {
  const all = await readSituations(context);
  return all
    .filter(({ parentKey }) => parentKey === null)
    .map(({ key, names }) => ({ key, label: inLanguage(names, locale).text }));
}

/**
 * What everybody may see of the Leistungen that an office is responsible for, without those of municipal companies; sorted as in a
 * German dictionary. One statement.
 */
export async function listLeistungenOfOffice(
  context: Context,
  office: string,
): Promise<readonly { readonly slug: string; readonly title: string }[]> {
  const { tenantId } = context;
  const found = await context.read((db) =>
    store.listLeistungen(db, tenantId, { office }),
  );
  return found
    .filter(({ provider }) => provider === undefined)
    .map(({ slug, title }) => ({ slug, title }))
    .toSorted((first, second) => first.title.localeCompare(second.title, "de"));
}
