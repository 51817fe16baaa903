import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";

/** A file of an answer that was received: it lies with the expert's authority until the answer is sent. */
export type AnswerFile = {
  readonly fileId: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** In milliseconds. */
  readonly receivedAt: number;
};

/** A little less than a file without a row is left alone. @see removeForgottenFiles */
const keptMs = 20 * 3_600_000;

const keptFiles = z.array(
  z.object({
    fileId: z.string(),
    filename: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number(),
    sha256: z.string(),
    receivedAt: z.number(),
  }),
);

/**
 * What could be taken of an answer that was not sent yet, sealed for the page, so that nobody chooses it again. No row is needed: files of
 * an answer that never comes are forgotten ones after a day.
 */
export async function sealKeptFiles(
  context: Context,
  opinionId: string,
  files: readonly AnswerFile[],
): Promise<string> {
  const text = Buffer.from(JSON.stringify(files), "utf8");
  const purpose = purposeOf(context, opinionId);
  return (await context.cipher.encrypt(text, purpose)).toString("base64url");
}

/** Those sealed for the caller and this question; nothing of what was made up, or is for somebody else. */
export async function openKeptFiles(
  context: Context,
  opinionId: string,
  sealed: string,
): Promise<readonly AnswerFile[]> {
  if (sealed === "") return [];
  const purpose = purposeOf(context, opinionId);
  const text = await context.cipher
    .decrypt(Buffer.from(sealed, "base64url"), purpose)
    .catch(() => undefined);
  return text === undefined
    ? []
    : keptFiles.parse(JSON.parse(text.toString("utf8")));
}

/** Whether a file may have been removed since. */
export function isForgotten({ receivedAt }: AnswerFile, now: Date): boolean {
  return now.getTime() - receivedAt > keptMs;
}

const purposeOf = ({ actor }: Context, opinionId: string) =>
  `vorgaenge.opinion-kept:${opinionId}:${actor.id}`;
