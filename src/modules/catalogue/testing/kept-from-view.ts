import assert from "node:assert/strict";
import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";

type Why = { isHidden?: boolean; content?: Partial<LeistungContent> };

/** Why nobody may see a Leistung today; each stands in its name and slug. */
const secrets: Readonly<Record<string, Why>> = {
  hidden: { isHidden: true },
  ended: { content: { validUntil: "2020-12-31" } },
  future: { content: { validFrom: "2999-01-01" } },
};

/** Where something is kept from view: the town itself, its county, and a city that has nothing to do with it. */
export const keepers = ["grabow", "lup", "schwerin"] as const;

type Keeper = (typeof keepers)[number];

export const everySecret = keepers.flatMap((keeper) =>
  Object.keys(secrets).map((why) => `quastenflosser-${why}-${keeper}`),
);

/** In each of them one Leistung that is shown, and one for each reason why nobody sees it. */
export async function keepFromView(testDatabase: TestDatabase): Promise<void> {
  for (const keeper of keepers) {
    await save(testDatabase, `shown-${keeper}`, { keeper });
    for (const [why, more] of Object.entries(secrets))
      await save(testDatabase, `${why}-${keeper}`, { keeper, ...more });
  }
}

function save(
  testDatabase: TestDatabase,
  name: string,
  { keeper, isHidden = false, content }: Why & { readonly keeper: Keeper },
): Promise<void> {
  const tenantId = demoTenants[keeper];
  const slug = `quastenflosser-${name}`;
  return testDatabase.contextFor({ tenantId }).transaction((db) =>
    saveLeistung(db, tenantId, {
      id: newId(),
      slug,
      content: {
        title: { de: slug },
        teaser: { de: "Quastenflosser halten" },
        keywords: ["Quastenflosser"],
        situations: ["papers.identity"],
        assuranceLevel: "none",
        onlineMaturity: 0,
        officeSlug: "",
        ...content,
      },
      formKey: null,
      featuredPosition: name.startsWith("shown") ? 1 : 2,
      isHidden,
      updatedAt: new Date(),
    }),
  );
}

/** What is shown is there; nothing hidden, ended, to come or foreign is. */
export function assertOnlyShown(whole: string, keeper: Keeper): void {
  assert.match(whole, new RegExp(`quastenflosser-shown-${keeper}`));
  assert.deepEqual(
    everySecret.filter((slug) => whole.includes(slug)),
    [],
  );
  const foreign = keeper === "schwerin" ? "grabow" : "schwerin";
  assert.ok(!whole.includes(`quastenflosser-shown-${foreign}`));
}
