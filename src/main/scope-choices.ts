import {
  listLeistungNames,
  listSituationNames,
} from "../modules/catalogue/index.ts";
import { leistungKey } from "../modules/representation/index.ts";
import type { representationModule } from "../modules/representation/module.ts";
import { systemActor, type Services } from "./services.ts";

type ListScopeChoices = Parameters<
  typeof representationModule
>[0]["listScopeChoices"];

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
      kinds: await listSituationNames(context, locale),
      leistungen: leistungen.map(({ slug, title }) => ({
        key: leistungKey({ portal: host, slug }),
        label: title,
      })),
    };
  };
}
