import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { listProviders } from "../store/provider-store.ts";

/** What identity providers are called, by their key; of all that were ever set up, for what they confirmed stays confirmed. */
export async function listProviderNames(
  context: Context,
): Promise<ReadonlyMap<string, Readonly<Record<Locale, string>>>> {
  const rows = await context.read((db) => listProviders(db, context.tenantId));
  return new Map(
    rows.map(({ key, name_de, name_en }) => [
      key,
      { de: name_de, en: name_en },
    ]),
  );
}
