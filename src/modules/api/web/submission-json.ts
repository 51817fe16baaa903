import type { Delivery } from "../../delivery/index.ts";
import { metadataOf } from "../../delivery/output.ts";
import { versionOf } from "../domain/version.ts";
import type { Found } from "../use-cases/read-submissions.ts";

/** What the list says of a submission. */
export function summaryOf(found: Found) {
  const { handed, standing } = found;
  return {
    submissionId: handed.deliveryId,
    reference: handed.reference,
    leistung: handed.leistungSlug,
    version: handed.version,
    test: handed.isTest,
    delivery: handed.state,
    receipt: handed.receipt,
    deliveredAt: (handed.settledAt ?? handed.createdAt).toISOString(),
    standing: standing
      ? {
          state: standing.state,
          since: standing.stateSince.toISOString(),
          outcome: standing.outcome,
        }
      : null,
    etag: versionOf(found),
  };
}

/** All of a submission but its files, with the same words as the envelope of a web hook. */
export function submissionOf(found: Found, delivery: Delivery) {
  const { submittedAt, answeredAt, authority, form, submissionHash, ...more } =
    metadataOf(delivery);
  return {
    ...summaryOf(found),
    submittedAt,
    answeredAt,
    authority,
    form,
    submissionHash,
    ...("sender" in more && { sender: more.sender }),
    ...("intake" in more && { intake: more.intake }),
    answers: JSON.parse(delivery.answersJson) as unknown,
    answersXml: delivery.answersXml,
    uploads: delivery.uploads.map(
      ({ fileId, filename, mediaType, sizeBytes, sha256 }) => ({
        fileId,
        filename,
        mediaType,
        sizeBytes,
        sha256,
      }),
    ),
  };
}
