import type { Context } from "../../../platform/context/context.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { saveRule } from "../store/rule-store.ts";

/** What the towns show themselves and the county decides. */
const decidedByCounty: ReadonlyMap<string, string> = new Map([
  [demoTenants.ludwigslust, "5b1f6f2a-8f0e-5c7c-9a55-0d3c7a3f4e01"],
  [demoTenants.neustadtGlewe, "5b1f6f2a-8f0e-5c7c-9a55-0d3c7a3f4e02"],
  [demoTenants.grabow, "5b1f6f2a-8f0e-5c7c-9a55-0d3c7a3f4e03"],
  [demoTenants.parchimerUmland, "5b1f6f2a-8f0e-5c7c-9a55-0d3c7a3f4e04"],
]);

/** Applications for a hunting licence go to the county wherever they are begun. Twice changes nothing. */
export async function seedZustaendigkeitDemo(context: Context): Promise<void> {
  const { tenantId } = context;
  const id = decidedByCounty.get(tenantId);
  if (id === undefined) return;
  await context.transaction((db) =>
    saveRule(db, tenantId, {
      rule: {
        id,
        leistungSlug: "jagdschein",
        position: 1,
        name: "Der Landkreis ist untere Jagdbehörde",
        conditions: {},
        target: { toTenantId: demoTenants.lup },
        validFrom: "2020-01-01",
        validUntil: undefined,
      },
      change: { at: context.now, by: context.actor.id },
    }),
  );
}

/** A Leistung that a municipal company of the context's tenant offers comes to the company (ADR 30). Twice changes nothing. */
export async function seedCompanyRule(
  context: Context,
  {
    leistungSlug,
    toTenantId,
  }: { readonly leistungSlug: string; readonly toTenantId: string },
): Promise<void> {
  const { tenantId } = context;
  await context.transaction((db) =>
    saveRule(db, tenantId, {
      rule: {
        id: "5b1f6f2a-8f0e-5c7c-9a55-0d3c7a3f4e05",
        leistungSlug,
        position: 1,
        name: "Das kommunale Unternehmen bietet es an",
        conditions: {},
        target: { toTenantId },
        validFrom: "2020-01-01",
        validUntil: undefined,
      },
      change: { at: context.now, by: context.actor.id },
    }),
  );
}
