import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import type { DestinationDraft } from "../domain/destination.ts";
import { findDestinationIdByName } from "../store/destination-store.ts";
import { putDestination } from "../use-cases/save-destination.ts";

export type DeliveryDemo = {
  /** What the folder connector takes for this tenant's directory, e.g. `<data folder>/zustellung/schwerin`. Is made. */
  readonly directory: string;
  /** Mailbox that is told of every application. */
  readonly officeEmail: string;
  /** Each gets a folder of its own, named by its slug. */
  readonly leistungen: readonly {
    readonly slug: string;
    readonly title: string;
  }[];
};

/** A folder for each Leistung, and a notice by e-mail for all. Idempotent by the destinations' names; changes made since are kept. */
export async function seedDeliveryDemo(
  context: Context,
  demo: DeliveryDemo,
): Promise<void> {
  for (const { slug } of demo.leistungen)
    await mkdir(join(demo.directory, slug), { recursive: true });
  for (const draft of draftsOf(context, demo)) await addOnce(context, draft);
}

function draftsOf(context: Context, demo: DeliveryDemo): DestinationDraft[] {
  const { tenantId } = context;
  const folders = demo.leistungen.map(({ slug, title }) => ({
    name: `Ordner „${title}“`,
    connectorKey: "folder",
    options: { tenantId, directory: slug },
    isEnabled: true,
    leistungSlugs: [slug],
  }));
  const notice = {
    name: "Hinweis per E-Mail",
    connectorKey: "email-notice",
    options: { tenantId, to: demo.officeEmail },
    isEnabled: true,
    leistungSlugs: ["*"],
  };
  return [...folders, notice];
}

async function addOnce(
  context: Context,
  draft: DestinationDraft,
): Promise<void> {
  await context.transaction(async (db) => {
    const existing = await findDestinationIdByName(
      db,
      context.tenantId,
      draft.name,
    );
    if (existing !== undefined) return;
    await putDestination(context, db, { ...draft, destinationId: newId() });
  });
}
