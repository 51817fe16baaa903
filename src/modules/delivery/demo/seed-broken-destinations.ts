import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import { operationLimits } from "../domain/destination.ts";
import { findDestinationIdByName } from "../store/destination-store.ts";
import { putDestination } from "../use-cases/save-destination.ts";

/** Nobody shares it with anybody. */
const demoSecret = "demo-demo-demo-demo-demo-demo-demo-demo";

/** Back-office systems that do not work, so that there is something to see on the page of deliveries: one does not answer, one refuses. */
export async function seedBrokenDestinations(
  context: Context,
  refusingUrl: string,
): Promise<void> {
  const { tenantId } = context;
  const broken = [
    {
      name: "Veranstaltungsregister (Demo, antwortet nicht)",
      // Port 9 is for discarding, and nothing listens there.
      url: "http://localhost:9/veranstaltungen",
      slug: "veranstaltung",
    },
    {
      name: "Standesamtsverfahren (Demo, lehnt ab)",
      url: refusingUrl,
      slug: "geburtsurkunde",
    },
  ];
  await context.transaction(async (db) => {
    for (const { name, url, slug } of broken)
      if ((await findDestinationIdByName(db, tenantId, name)) === undefined)
        await putDestination(context, db, {
          destinationId: newId(),
          name,
          connectorKey: "webhook",
          options: { url, secret: demoSecret, maxUploadMegabytes: 100 },
          isEnabled: true,
          leistungSlugs: [slug],
          // A day, so that some are given up already and some still wait.
          operation: {
            concurrency: operationLimits.concurrency.usual,
            patienceHours: 24,
            officeEmail: undefined,
          },
        });
  });
}
