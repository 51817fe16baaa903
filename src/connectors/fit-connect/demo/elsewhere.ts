import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Delivery } from "../../../modules/delivery/index.ts";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import { createFitConnectConnector } from "../connector.ts";
import { de } from "./i18n/elsewhere-de.ts";
import type { LocalService } from "./local-types.ts";
import { optionsFor } from "./options-for.ts";

/** What the Zustellpunkt takes from the portal elsewhere: a schema of its own. */
export const elsewhereService = {
  identifier: "urn:de:fim:leika:leistung:99107021017000",
  submissionSchemas: [
    {
      schemaUri: "urn:xoev-de:fim:standard:xfall:s17000652_1.2",
      mimeType: "application/xml",
    },
  ],
} as const;

/**
 * An application that an invented person has sent in a portal of another Land, handed over as that portal does: encrypted, by the documented
 * calls. Gives its number there.
 */
export async function sendFromElsewhere(
  service: LocalService,
  { now, pdf }: { readonly now: Date; readonly pdf: Buffer },
): Promise<{ readonly reference: string; readonly caseId: string }> {
  const http = createHttpClient();
  const notes = new Map<string, unknown>();
  const connector = createFitConnectConnector({
    http,
    clock: () => service.now(),
    plainHttp: "to-this-machine",
    notes: {
      read: (_tenantId, deliveryId) => Promise.resolve(notes.get(deliveryId)),
      write: (_tenantId, deliveryId, note) =>
        Promise.resolve(void notes.set(deliveryId, note)),
    },
  });
  const delivery = madeUp(now, pdf);
  const options = connector.parseOptions({
    ...optionsFor(service),
    schemaUri: elsewhereService.submissionSchemas[0].schemaUri,
    serviceIdentifier: elsewhereService.identifier,
  });
  const signal = AbortSignal.timeout(60_000);
  const outcome = await connector.deliver(delivery, options, signal);
  http.close();
  if (outcome.kind !== "accepted")
    throw new Error(`fit-connect demo: ${JSON.stringify(outcome)}`);
  return { reference: delivery.reference, caseId: outcome.correlationId };
}

function madeUp(now: Date, pdf: Buffer): Delivery {
  const number = randomUUID().slice(0, 8).toUpperCase();
  return {
    deliveryId: randomUUID(),
    tenantId: "0190a000-0000-7000-8000-000000000001",
    reference: `NL-${number}`,
    submittedAt: now,
    version: 1,
    answeredAt: now,
    leistung: {
      slug: "unterhaltsvorschuss",
      title: de["leistung"],
      leikaKey: elsewhereService.identifier.slice(-14),
    },
    authorityName: de["portal"],
    sender: undefined,
    form: { key: "S17000652", version: "1.2" },
    hash: createHash("sha256").update(number).digest("hex"),
    answersJson: "{}",
    answersXml: de["data"].replaceAll("{number}", number),
    pdf: () => Promise.resolve(pdf),
    uploads: [
      {
        fileId: randomUUID(),
        filename: de["upload"],
        mediaType: "application/pdf",
        sizeBytes: pdf.length,
        sha256: createHash("sha256").update(pdf).digest("hex"),
        open: () => Readable.from([pdf]),
      },
    ],
  };
}
