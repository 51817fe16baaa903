import { seedBescheideDemo } from "../../modules/bescheide/demo/seed-bescheide-demo.ts";
import {
  container,
  seedLeistungOfCompany,
} from "../../modules/catalogue/demo/company.ts";
import { seedDeliveryDemo } from "../../modules/delivery/demo/seed-delivery-demo.ts";
import { seedFormsOfCompany } from "../../modules/forms/demo/seed-forms-demo.ts";
import { seedRetentionDemo } from "../../modules/retention/demo/seed-retention-demo.ts";
import { seedStaffDemo } from "../../modules/staff/demo/seed-staff-demo.ts";
import {
  demoCompany,
  seedCompanyTenant,
} from "../../modules/tenants/demo/company.ts";
import { demoTenants } from "../../modules/tenants/demo/demo-tenants.ts";
import { seedVorgaengeDemo } from "../../modules/vorgaenge/demo/seed-vorgaenge-demo.ts";
import { seedCompanyRule } from "../../modules/zustaendigkeit/demo/seed-zustaendigkeit-demo.ts";
import { bescheidTextPorts } from "../bescheide-ports.ts";
import { deliveryDirectory } from "../delivery-directory.ts";
import { systemActor, type Services } from "../services.ts";

/**
 * Sows a municipal company beside the authorities of the demo (ADR 30): a tenant below Schwerin with staff, a form and a destination of its
 * own, and a rule of Schwerin that leads there. After `seedDemo`. Twice changes nothing.
 */
export async function seedDemoCompany(services: Services): Promise<void> {
  await services.database.unscoped(seedCompanyTenant);
  const contextIn = (tenantId: string) =>
    services.contextFor({ tenantId, actor: systemActor });
  const company = contextIn(demoCompany.id);
  await seedStaffDemo(company, demoCompany);
  await seedFormsOfCompany(company);
  await seedLeistungOfCompany(company, "company");
  await seedVorgaengeDemo(company);
  await seedRetentionDemo(company);
  await seedDeliveryDemo(company, {
    directory: await deliveryDirectory(services, demoCompany),
    officeEmail: demoCompany.contact.email,
    leistungen: [container],
  });
  await seedBescheideDemo(company, {
    ...bescheidTextPorts(services),
    baseContext: () => Promise.resolve(contextIn(demoTenants.installation)),
  });
  const town = contextIn(demoTenants.schwerin);
  await seedLeistungOfCompany(town, "town");
  await seedCompanyRule(town, {
    leistungSlug: container.slug,
    toTenantId: demoCompany.id,
  });
}
