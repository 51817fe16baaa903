import type { Context } from "../../../platform/context/context.ts";
import { rankStreets, type Street } from "../domain/street.ts";
import { listSimilarStreets } from "../store/street-store.ts";

export type StreetSuggestion = Pick<Street, "name" | "town" | "postcodes">;

const longestQuery = 100;
const mostStreets = 8;

/**
 * Streets for somebody who types an address, typing errors forgiven: those with the postcode where it is typed already, else those of
 * the communes that the portal's authority administers. One statement at most; nothing typed or nothing known: an empty list.
 */
export async function suggestStreets(
  context: Pick<Context, "transaction" | "tenantId">,
  typed: { readonly name: string; readonly postcode: string },
): Promise<StreetSuggestion[]> {
  const name = typed.name.trim().slice(0, longestQuery);
  if (!/\p{L}/u.test(name)) return [];
  const { postcode } = typed;
  const similar = await context.transaction((db) =>
    listSimilarStreets(db, {
      typed: name,
      in: /^\d{5}$/.test(postcode)
        ? { postcode }
        : { tenantId: context.tenantId },
    }),
  );
  return rankStreets(similar, name)
    .slice(0, mostStreets)
    .map(({ name: street, town, postcodes }) => ({
      name: street,
      town,
      postcodes,
    }));
}
