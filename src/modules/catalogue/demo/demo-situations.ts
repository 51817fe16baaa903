import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import type { SituationChange } from "../domain/situations/situations.ts";

const forestAndWater = "eigen-wald-und-wasser";

/** A county of lakes and forests has a topic of its own, which its towns take over. */
export const situationsOfCounty: readonly SituationChange[] = [
  {
    key: forestAndWater,
    place: {
      parentKey: null,
      audience: "citizen",
      address: "wald-und-wasser",
    },
    names: { de: "Wald und Wasser", en: "Forest and water" },
    // Behind leisure, before building.
    position: 65,
  },
];

const inForestAndWater = ["jagdschein", "fischereischein", "steg"];

/** In the county also in its own topic. */
export function placedInDemo(
  tenantId: string,
  slug: string,
  content: LeistungContent,
): LeistungContent {
  return tenantId === demoTenants.lup && inForestAndWater.includes(slug)
    ? { ...content, situations: [...content.situations, forestAndWater] }
    : content;
}
