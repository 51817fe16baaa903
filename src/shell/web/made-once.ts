import type { Portal } from "../../modules/tenants/index.ts";
import type { Locale } from "../../platform/i18n/texts.ts";

type Place = { readonly portal: Portal; readonly locale: Locale };

/** Keeps what is the same for all visitors of a portal in one language, for as long as the portal does not change. */
export function madeOnce<Made>(): (place: Place, make: () => Made) => Made {
  const kept = new WeakMap<Portal, Map<Locale, Made>>();
  return ({ portal, locale }, make) => {
    const known = kept.get(portal) ?? new Map<Locale, Made>();
    kept.set(portal, known);
    const made = known.get(locale) ?? make();
    known.set(locale, made);
    return made;
  };
}
