import { seedAccountsDemo } from "../modules/accounts/demo/seed-accounts-demo.ts";
import {
  seedBaseTexts,
  seedBescheideDemo,
} from "../modules/bescheide/demo/seed-bescheide-demo.ts";
import { seedZustaendigkeitDemo } from "../modules/zustaendigkeit/demo/seed-zustaendigkeit-demo.ts";
import { seedCatalogueDemo } from "../modules/catalogue/demo/seed-catalogue-demo.ts";
import { demoLeistungen } from "../modules/catalogue/demo/demo-leistungen.ts";
import { seedDeliveryDemo } from "../modules/delivery/demo/seed-delivery-demo.ts";
import { seedFormsDemo } from "../modules/forms/demo/seed-forms-demo.ts";
import { seedRefinedFormsDemo } from "../modules/forms/demo/seed-refined-forms-demo.ts";
import { seedRepresentationDemo } from "../modules/representation/demo/seed-representation-demo.ts";
import { seedRetentionDemo } from "../modules/retention/demo/seed-retention-demo.ts";
import { seedStaffDemo } from "../modules/staff/demo/seed-staff-demo.ts";
import { demoAuthorities } from "../modules/tenants/demo/authorities.ts";
import { demoTenants } from "../modules/tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../modules/tenants/demo/seed-tenants-demo.ts";
import {
  createPortalDirectory,
  type Portal,
} from "../modules/tenants/index.ts";
import { seedVorgaengeDemo } from "../modules/vorgaenge/demo/seed-vorgaenge-demo.ts";
import type { Context } from "../platform/context/context.ts";
import { bescheidTextPorts } from "./bescheide-ports.ts";
import { deliveryDirectory } from "./delivery-directory.ts";
import { recordDemoData } from "./installation-facts.ts";
import { systemActor, type Services } from "./services.ts";

/** Sows authorities, services, forms, staff, destinations and citizens of the demo. Twice changes nothing; authorities of the operator's own are left alone. */
export async function seedDemo(services: Services): Promise<void> {
  const { database } = services;
  await recordDemoData(database);
  await database.unscoped(seedTenantsDemo);
  // Not the shared directory: its memory is seconds old.
  const portals = await createPortalDirectory({
    transaction: (work) => database.unscoped(work),
    maxAgeMs: 0,
  }).list();
  await Promise.all(
    portals.filter(isOfDemo).map((portal) => seedPortal(services, portal)),
  );
  await seedBescheide(services, portals.filter(isOfDemo));
  await seedRefinedFormsDemo((tenant) =>
    services.contextFor({ tenantId: demoTenants[tenant], actor: systemActor }),
  );
}

/** The installation's texts first: those of the authorities are made of them. */
async function seedBescheide(
  services: Services,
  portals: readonly Portal[],
): Promise<void> {
  const contextIn = ({ tenantId }: Pick<Portal, "tenantId">) =>
    services.contextFor({ tenantId, actor: systemActor });
  const installation = portals.find(({ kind }) => kind === "installation");
  if (!installation) return;
  const base = contextIn(installation);
  const ports = {
    ...bescheidTextPorts(services),
    baseContext: () => Promise.resolve(base),
  };
  await seedBaseTexts(base, ports);
  for (const portal of portals)
    if (portal !== installation)
      await seedBescheideDemo(contextIn(portal), ports);
}

function isOfDemo({ tenantId }: Portal): boolean {
  return demoAuthorities.some(({ id }) => id === tenantId);
}

async function seedPortal(services: Services, portal: Portal): Promise<void> {
  const context = services.contextFor({
    tenantId: portal.tenantId,
    actor: systemActor,
  });
  await seedStaffDemo(context, portal);
  if (portal.kind === "installation") return seedCitizens(services, context);
  await seedFormsDemo(context);
  await seedCatalogueDemo(context);
  await seedZustaendigkeitDemo(context);
  await seedVorgaengeDemo(context);
  await seedRetentionDemo(context);
  const leistungen = demoLeistungen.get(portal.tenantId) ?? [];
  await seedDeliveryDemo(context, {
    directory: await deliveryDirectory(services, portal),
    officeEmail: portal.contact.email,
    leistungen: leistungen.filter((leistung) => leistung.formKey !== null),
  });
}

/** Accounts belong to the installation: the same people on all portals. */
async function seedCitizens(
  services: Services,
  context: Context,
): Promise<void> {
  const ids = await seedAccountsDemo(context);
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`demo: nobody is called ${key}`);
    return id;
  };
  await seedRepresentationDemo({
    ownerId: idOf("jana"),
    members: [
      { accountId: idOf("kofi"), role: "signatory" },
      { accountId: idOf("thea"), role: "preparer" },
    ],
    grantorId: idOf("wilhelm"),
    contextOf: (id) =>
      services.contextFor({
        tenantId: context.tenantId,
        actor: { kind: "citizen", id, ownerId: id, may: () => false },
      }),
  });
}
