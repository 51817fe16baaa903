import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { saveNotice } from "../store/notice-store.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { saveProvided, saveProviders } from "../store/provider-store.ts";
import { saveSituationChanges } from "../store/situation-store.ts";
import { publishLeistungen } from "../use-cases/save-leistung.ts";
import { demoIdOf } from "./demo-id.ts";
import { contentOf } from "./demo-leistung.ts";
import { demoLeistungen } from "./demo-leistungen.ts";
import { demoProviders } from "./demo-providers.ts";
import { placedInDemo, situationsOfCounty } from "./demo-situations.ts";
import { demoTextsOf } from "./demo-texts.ts";
import type { DemoText } from "./read-demo-texts.ts";

const featuredCount = 8;

/** Writes the demo Leistungen, their providers, the topics of the county and a notice of the context's tenant; none for other tenants. Twice changes nothing, and a form set since stays. */
export async function seedCatalogueDemo(context: Context): Promise<void> {
  const own = demoLeistungen.get(context.tenantId) ?? [];
  if (own.length === 0) return;
  const known = new Set(own.map(({ slug }) => slug));
  const further = demoTextsOf(context.tenantId).filter(
    ({ leistung }) => !known.has(leistung.slug),
  );
  await context.transaction(async (db) => {
    const leistungen = [...own, ...further.map(({ leistung }) => leistung)];
    await publishLeistungen(
      db,
      context.tenantId,
      leistungen.map((leistung, position) => ({
        id: demoIdOf(context.tenantId, leistung.slug),
        slug: leistung.slug,
        content: placedInDemo(
          context.tenantId,
          leistung.slug,
          contentOf(leistung),
        ),
        formKey: leistung.formKey,
        featuredPosition: position < featuredCount ? position + 1 : null,
        updatedAt: context.now,
      })),
    );
    await seedProviders(db, context.tenantId, further);
    if (context.tenantId === demoTenants.lup)
      await saveSituationChanges(db, context.tenantId, situationsOfCounty);
    await seedNotice(db, context);
  });
}

/** Some of the demo Leistungen of one tenant, as another offers them, such as its municipal company. */
export async function seedCatalogueDemoOf(
  context: Context,
  tenantId: string,
  slugs: readonly string[],
): Promise<void> {
  const wanted = (demoLeistungen.get(tenantId) ?? []).filter(({ slug }) =>
    slugs.includes(slug),
  );
  await context.transaction((db) =>
    publishLeistungen(
      db,
      context.tenantId,
      wanted.map((leistung, position) => ({
        id: demoIdOf(context.tenantId, leistung.slug),
        slug: leistung.slug,
        content: contentOf(leistung),
        formKey: leistung.formKey,
        featuredPosition: position + 1,
        updatedAt: context.now,
      })),
    ),
  );
}

async function seedProviders(
  db: Db,
  tenantId: string,
  texts: readonly DemoText[],
): Promise<void> {
  await saveProviders(db, tenantId, demoProviders.get(tenantId) ?? []);
  await saveProvided(
    db,
    tenantId,
    texts.flatMap(({ leistung, providerSlug }) =>
      providerSlug === undefined
        ? []
        : [{ leistungId: demoIdOf(tenantId, leistung.slug), providerSlug }],
    ),
  );
}

/** Says on the first page that the portal is a demonstration. */
export async function seedNotice(db: Db, context: Context): Promise<void> {
  await saveNotice(db, context.tenantId, {
    id: demoIdOf(context.tenantId, "notice"),
    kind: "info",
    de: {
      title: "Dies ist ein Vorführportal",
      body: "Namen, Telefonnummern, Gebühren und Fristen sind erfunden. Bitte geben Sie keine echten persönlichen Daten ein.",
    },
    en: {
      title: "This portal is a demonstration",
      body: "Names, telephone numbers, fees and deadlines are invented. Please do not enter real personal data.",
    },
    place: "home",
    isInCommunes: false,
    visibleFrom: context.now,
    visibleUntil: null,
  });
}
