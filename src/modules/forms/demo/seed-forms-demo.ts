import type { Db } from "../../../platform/database/database.ts";
import type { Context } from "../../../platform/context/context.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { saveFormVersion } from "../store/form-store.ts";
import { savePublication } from "../store/publication-store.ts";
import { birthCertificate } from "./birth-certificate.ts";
import { containerOrder } from "./container-order.ts";
import { dogTax } from "./dog-tax.ts";
import { eventRegistration } from "./event-registration.ts";
import { huntingLicence } from "./hunting-licence.ts";
import { parkingPermit } from "./parking-permit.ts";

/** The forms every demo portal has; their keys are what a Leistung refers to. */
const formsOfAll: readonly FormDefinition[] = [
  parkingPermit,
  eventRegistration,
  dogTax,
  birthCertificate,
];

/** All forms of the demo. */
export const demoForms: readonly FormDefinition[] = [
  ...formsOfAll,
  huntingLicence,
];

/** Forms of the municipal company of the demo. */
export const formsOfCompany: readonly FormDefinition[] = [containerOrder];

/** The county and its communes: they show the dog tax as the county refines it, and the forms that only the county has. */
const refiningLine: readonly string[] = [
  demoTenants.lup,
  demoTenants.ludwigslust,
  demoTenants.neustadtGlewe,
  demoTenants.grabow,
  demoTenants.parchimerUmland,
];

/** Stores a form of the demo; idempotent: one that is stored keeps its id. */
export function saveDemoForm(
  db: Db,
  definition: FormDefinition,
  now: Date,
): Promise<string> {
  return saveFormVersion(db, definition, now);
}

/** Stores the demo forms and publishes them for the context's tenant, but for those that it shows as another authority refines them. */
export async function seedFormsDemo(context: Context): Promise<void> {
  const { tenantId } = context;
  const ownForms = formsOfAll.filter(
    (definition) => definition !== dogTax || !refiningLine.includes(tenantId),
  );
  if (tenantId === demoTenants.lup) ownForms.push(huntingLicence);
  await publishForms(context, ownForms);
}

/** Stores the forms of the demo's municipal company and publishes them for the context's tenant. Twice changes nothing. */
export async function seedFormsOfCompany(context: Context): Promise<void> {
  await publishForms(context, formsOfCompany);
}

async function publishForms(
  context: Context,
  definitions: readonly FormDefinition[],
): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    for (const definition of definitions) {
      const formVersionId = await saveDemoForm(db, definition, now);
      await savePublication(db, {
        tenantId,
        formKey: definition.key,
        formVersionId,
        baseVersionId: formVersionId,
        overlayVersion: undefined,
        publishedAt: now,
        publishedBy: context.actor.id,
        replacesDrafts: false,
      });
    }
  });
}
