import { posix } from "node:path";
import type { Delivery } from "../../modules/delivery/index.ts";
import { outputFiles } from "../../modules/delivery/output.ts";
import { formatDateTime } from "../../platform/i18n/dates.ts";
import type { MailFile } from "../../platform/mail/sealed-mail.ts";
import { emailEncryptedTexts } from "./i18n/texts.ts";
import type { EmailEncryptedOptions } from "./options.ts";

const megabyte = 1024 * 1024;

/** The files of a mail; undefined as soon as they are larger than the destination takes. */
export async function filesOf(
  delivery: Delivery,
  { formats, maxMegabytes }: EmailEncryptedOptions,
  signal: AbortSignal,
): Promise<readonly MailFile[] | undefined> {
  const files: MailFile[] = [];
  let leftBytes = maxMegabytes * megabyte;
  for (const file of outputFiles(delivery, formats)) {
    const { path, mediaType } = file;
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.open()) {
      signal.throwIfAborted();
      leftBytes -= chunk.length;
      if (leftBytes < 0) return undefined;
      chunks.push(chunk);
    }
    const content = Buffer.concat(chunks);
    files.push({ filename: posix.basename(path), mediaType, content });
  }
  return files;
}

/** Readable on the way: says only that something is there. */
export function subjectOf(delivery: Delivery): string {
  const t = emailEncryptedTexts("de");
  return t(`${kindOf(delivery)}subject`, { reference: delivery.reference });
}

/** Inside the envelope. Authorities work in German. */
export function textOf(delivery: Delivery, files: readonly MailFile[]): string {
  const t = emailEncryptedTexts("de");
  return t(`${kindOf(delivery)}text`, {
    leistung: delivery.leistung.title,
    reference: delivery.reference,
    submittedAt: formatDateTime(delivery.answeredAt, "de"),
    deliveryId: delivery.deliveryId,
    hash: delivery.hash,
    files: files.map(({ filename }) => `- ${filename}`).join("\n"),
  });
}

/** The deposit was the first version; what comes later is what the applicant has corrected. */
function kindOf({ isTest, version }: Delivery): "" | "test." | "correction." {
  if (isTest === true) return "test.";
  return version > 1 ? "correction." : "";
}
