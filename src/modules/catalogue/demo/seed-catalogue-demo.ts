import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { saveNotice } from "../store/notice-store.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";
import { demoIdOf } from "./demo-id.ts";
import { contentOf } from "./demo-leistung.ts";
import { demoLeistungen } from "./demo-leistungen.ts";

const featuredCount = 8;

/** Writes the demo Leistungen and a notice of the context's tenant; none for other tenants. Twice changes nothing, and a form set since stays. */
export async function seedCatalogueDemo(context: Context): Promise<void> {
  const leistungen = demoLeistungen.get(context.tenantId) ?? [];
  if (leistungen.length === 0) return;
  await context.transaction(async (db) => {
    for (const [position, leistung] of leistungen.entries()) {
      await saveLeistung(db, context.tenantId, {
        id: demoIdOf(context.tenantId, leistung.slug),
        slug: leistung.slug,
        content: contentOf(leistung),
        formKey: leistung.formKey,
        featuredPosition: position < featuredCount ? position + 1 : null,
        updatedAt: context.now,
      });
    }
    await seedNotice(db, context);
  });
}

async function seedNotice(db: Db, context: Context): Promise<void> {
  await saveNotice(db, context.tenantId, {
    id: demoIdOf(context.tenantId, "notice"),
    kind: "info",
    title: "Dies ist ein Vorführportal",
    body: "Namen, Telefonnummern, Gebühren und Fristen sind erfunden. Bitte geben Sie keine echten persönlichen Daten ein.",
    visibleFrom: context.now,
    visibleUntil: null,
  });
}
