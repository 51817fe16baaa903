import type { Context } from "../../../platform/context/context.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { Provider } from "../domain/provider.ts";
import * as store from "../store/provider-store.ts";

export type ProviderWithLeistungen = Provider & {
  /** Sorted as in a German dictionary. */
  readonly leistungen: readonly LeistungSummary[];
};

const german = new Intl.Collator("de");

/** A company, the Land or the federation as this portal names it, with what it offers; undefined when this portal knows none of the name. Two statements. */
export async function findProvider(
  context: Context,
  slug: string,
): Promise<ProviderWithLeistungen | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const provider = await store.findProvider(db, tenantId, slug);
    if (!provider) return undefined;
    const leistungen = await store.listProvided(db, tenantId, slug);
    return {
      ...provider,
      leistungen: leistungen.toSorted((first, second) =>
        german.compare(first.title, second.title),
      ),
    };
  });
}
