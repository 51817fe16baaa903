import type { Context } from "../../../platform/context/context.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { saveFormVersion } from "../store/form-store.ts";
import { savePublication } from "../store/publication-store.ts";
import { birthCertificate } from "./birth-certificate.ts";
import { dogTax } from "./dog-tax.ts";
import { eventRegistration } from "./event-registration.ts";
import { parkingPermit } from "./parking-permit.ts";

/** The forms every demo portal has; their keys are what a Leistung refers to. */
export const demoForms: readonly FormDefinition[] = [
  parkingPermit,
  eventRegistration,
  dogTax,
  birthCertificate,
];

/** Stores the demo forms and publishes them for the context's tenant. Idempotent: a form that is stored keeps its id. */
export async function seedFormsDemo(context: Context): Promise<void> {
  await context.transaction(async (db) => {
    for (const definition of demoForms) {
      const formVersionId = await saveFormVersion(db, definition, context.now);
      await savePublication(db, {
        tenantId: context.tenantId,
        formKey: definition.key,
        formVersionId,
        baseVersionId: formVersionId,
        overlayVersion: undefined,
        publishedAt: context.now,
        publishedBy: context.actor.id,
      });
    }
  });
}
