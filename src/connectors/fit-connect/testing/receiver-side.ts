import { compactDecrypt } from "jose";
import { z } from "zod";
import type { LocalCase, LocalService } from "../demo/local-types.ts";

const metadata = z.looseObject({
  additionalReferenceInfo: z.looseObject({ senderReference: z.string() }),
});

/** Opens what lies at the service, as only the Zustellpunkt can. */
export async function openCase(
  { keys }: Pick<LocalService, "keys">,
  { submission, attachments }: LocalCase,
) {
  if (!submission) throw new Error("local service: nothing submitted");
  const open = async (jwe: string) =>
    Buffer.from(
      (await compactDecrypt(jwe, keys.encryption.privateKey)).plaintext,
    );
  const json = JSON.parse(
    (await open(submission.encryptedMetadata)).toString(),
  ) as unknown;
  return {
    metadata: json,
    reference: metadata.parse(json).additionalReferenceInfo.senderReference,
    data: await open(submission.encryptedData),
    attachments: new Map(
      await Promise.all(
        [...attachments].map(
          async ([id, jwe]) => [id, await open(jwe)] as const,
        ),
      ),
    ),
  };
}
