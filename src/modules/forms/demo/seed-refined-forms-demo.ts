import type { Context } from "../../../platform/context/context.ts";
import type { DemoTenant } from "../../tenants/demo/demo-tenants.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import { listPublications } from "../store/publication-store.ts";
import { publishForm } from "../use-cases/publish-form.ts";
import { saveOverlay } from "../use-cases/save-overlay.ts";
import { dogTax } from "./dog-tax.ts";
import { dogTaxOfCounty, dogTaxOfGrabow } from "./refined-dog-tax.ts";
import { saveDemoForm } from "./seed-forms-demo.ts";

/** The county first: what it publishes goes into what its town publishes. */
const refined: readonly (readonly [DemoTenant, Overlay])[] = [
  ["lup", dogTaxOfCounty],
  ["grabow", dogTaxOfGrabow],
];

/**
 * Refines the dog tax of the demo: the county for all its communes, and Grabow once more. The other communes show what the county
 * publishes. Leaves alone what is published already.
 */
export async function seedRefinedFormsDemo(
  contextOf: (tenant: DemoTenant) => Context,
): Promise<void> {
  for (const [tenant, overlay] of refined) {
    const context = contextOf(tenant);
    const formVersionId = await context.transaction(async (db) => {
      const own = await listPublications(db, [context.tenantId], dogTax.key);
      return own.length > 0 ? undefined : saveDemoForm(db, dogTax, context.now);
    });
    if (formVersionId === undefined) continue;
    const saved = await saveOverlay(context, {
      formKey: dogTax.key,
      content: overlay,
      seenVersion: 0,
    });
    if (!saved.ok) throw new Error(`demo overlay: ${saved.refusal.kind}`);
    const published = await publishForm(context, { formVersionId });
    if (!published.ok) throw new Error(`demo form: ${published.refusal.kind}`);
  }
}
