import { ok } from "../../../platform/result/result.ts";
import type { Called } from "../client.ts";
import { destination } from "../destination.ts";
import type { Conversation } from "./subscriber.ts";

/** What the own Zustellpunkt takes: schemas by service. */
export type Offer = ReadonlyMap<
  string,
  readonly { readonly schemaUri: string; readonly mimeType: string }[]
>;

export async function findOffer({
  client,
  options,
}: Pick<Conversation, "client" | "options">): Promise<Called<Offer>> {
  const found = await client.json(destination, {
    method: "GET",
    path: `/v2/destinations/${options.destinationId}`,
  });
  if (!found.ok) return found;
  return ok(
    new Map(
      found.value.publicServices.map((it) => [
        it.identifier,
        it.submissionSchemas,
      ]),
    ),
  );
}
