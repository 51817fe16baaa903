import type { Context } from "../../../platform/context/context.ts";
import { everyLeistung, type Term } from "../domain/term.ts";
import { readTerms, setTerm } from "../use-cases/set-term.ts";

const terms: readonly (readonly [string, Term])[] = [
  [
    everyLeistung,
    {
      count: 10,
      unit: "years",
      fromYearEnd: true,
      basis: "Aktenplan der Demo",
      offersToArchive: false,
    },
  ],
  [
    "bewohnerparkausweis",
    {
      count: 6,
      unit: "months",
      fromYearEnd: false,
      basis: "Aktenplan der Demo, Nr. 32",
      offersToArchive: false,
    },
  ],
];

/** Terms of a demo authority, where none are set yet. */
export async function seedRetentionDemo(context: Context): Promise<void> {
  const set = await readTerms(context);
  if (!set.ok || set.value.size > 0) return;
  for (const [leistungSlug, term] of terms)
    await setTerm(context, { leistungSlug, term });
}
