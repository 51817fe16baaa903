import {
  lifeSituationNames,
  listLeistungNames,
} from "../modules/catalogue/index.ts";
import { leistungKey } from "../modules/representation/index.ts";
import type { ListScopeChoices } from "../modules/representation/ports.ts";
import { systemActor, type Services } from "./services.ts";

/** What a mandate can be given for, out of the catalogue of the portal. */
export function scopeChoicesOf(
  services: Pick<Services, "contextFor">,
): ListScopeChoices {
  return async ({ tenantId, host, kind }, locale) => {
    const context = services.contextFor({
      tenantId,
      actor: systemActor,
      locale,
    });
    const leistungen =
      kind === "installation" ? [] : await listLeistungNames(context);
    return {
      kinds: lifeSituationNames(locale),
      leistungen: leistungen.map(({ slug, title }) => ({
        key: leistungKey({ portal: host, slug }),
        label: title,
      })),
    };
  };
}
