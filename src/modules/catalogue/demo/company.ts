import type { Context } from "../../../platform/context/context.ts";
import { demoIdOf } from "./demo-id.ts";
import {
  afterSendingOnline,
  contentOf,
  type DemoLeistung,
} from "./demo-leistung.ts";
import { saveProvided } from "../store/provider-store.ts";
import { seedNotice } from "./seed-catalogue-demo.ts";
import { publishLeistungen } from "../use-cases/save-leistung.ts";

/** What the municipal company of the demo offers with a form of its own. */
export const container: DemoLeistung = {
  slug: "container",
  leikaKey: null,
  title: "Container für Abfälle bestellen",
  teaser:
    "Sie bauen um oder räumen aus? Wir bringen einen Container und holen ihn voll wieder ab.",
  lifeSituation: "moving.waste",
  whatToDo: [
    "Überlegen Sie, was Sie hineinwerfen und wo der Container stehen soll.",
    "Bestellen Sie online.",
    "Wir bestätigen Ihnen den Tag.",
  ],
  prerequisites: [
    "Der Platz ist mit einem Lastwagen zu erreichen.",
    "Auf der Straße brauchen Sie eine Erlaubnis der Stadt.",
  ],
  documents: [],
  feeText: "140,00 Euro für 3 Kubikmeter, 260,00 Euro für 7 Kubikmeter.",
  feeCents: null,
  processingText: "In der Regel dauert es 3 Arbeitstage.",
  processingWorkingDays: 3,
  procedure: [],
  afterSending: afterSendingOnline,
  legalBases: ["Abfallsatzung der Landeshauptstadt Schwerin"],
  remedies: "",
  assuranceLevel: "none",
  onlineMaturity: 3,
  formKey: "container",
  officeSlug: "kundenzentrum",
  keywords: [
    "Bauschutt",
    "Grünschnitt",
    "Mulde",
    "Entrümpelung",
    "Renovierung",
  ],
};

/** Name of the company among the providers of the town. */
const providerSlug = "abfall";

/** Writes the company's Leistung in the context's tenant: the company itself, or the town that shows it as the company's. Twice changes nothing. */
export async function seedLeistungOfCompany(
  context: Context,
  shownBy: "company" | "town",
): Promise<void> {
  const { tenantId, now } = context;
  const id = demoIdOf(tenantId, container.slug);
  await context.transaction(async (db) => {
    await publishLeistungen(db, tenantId, [
      {
        id,
        slug: container.slug,
        content: contentOf(container),
        formKey: container.formKey,
        featuredPosition: shownBy === "company" ? 1 : null,
        updatedAt: now,
      },
    ]);
    if (shownBy === "company") await seedNotice(db, context);
    else await saveProvided(db, tenantId, [{ leistungId: id, providerSlug }]);
  });
}
