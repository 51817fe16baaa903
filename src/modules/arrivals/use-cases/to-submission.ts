import type { Context } from "../../../platform/context/context.ts";
import { cleanFilename } from "../../../platform/multipart/clean-filename.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { listFiles, type FileAnswer } from "../../forms/index.ts";
import { prepareArrival, type ArrivalPorts } from "../../submissions/index.ts";
import type { Arrival } from "../domain/arrival.ts";
import { derivedId } from "../domain/derived-id.ts";
import type { OutsideApplication } from "../domain/inbox.ts";
import { fitApplication } from "./fit-application.ts";

type StoredFile = { readonly file: FileAnswer; readonly content: Buffer };

/** An application of another portal as a submission that is ready to be written; or what is wrong with its data. */
export async function toSubmission(
  context: Context,
  {
    arrival: { id, submissionId },
    application,
  }: { readonly arrival: Arrival; readonly application: OutsideApplication },
  ports: ArrivalPorts,
) {
  const stored = application.attachments.map(
    ({ id: attachmentId, content, filename, mimeType }): StoredFile =>
      describeFile(derivedId(id, attachmentId), content, {
        filename: filename ?? attachmentId,
        mediaType: mimeType,
      }),
  );
  const attached = stored.map(({ file }) => file);
  const fitted = await fitApplication(context, application, attached);
  if (typeof fitted === "string") return fitted;
  const { leistung, form, answers, table } = fitted;
  const data = dataFile(derivedId(id, "data"), application.data);
  const answered = new Set(listFiles(answers).map(({ fileId }) => fileId));
  const beside = attached.filter(({ fileId }) => !answered.has(fileId));
  const files = [data, ...stored].map(({ file: { fileId }, content }) => ({
    fileId,
    content,
  }));
  return prepareArrival(
    context,
    {
      submissionId,
      leistung,
      form,
      answers,
      submittedAt: submittedAt(application.applicationDate, context.now),
      arrival: {
        ...knownOf(application),
        table,
        files: [data.file, ...beside],
      },
      files,
    },
    ports,
  );
}

/** What came with it; what was not said is left out. */
function knownOf(application: OutsideApplication) {
  const { senderReference, applicationDate, payment, reply } = application;
  return {
    way: "fit-connect",
    from: nameOf(application),
    serviceName: application.service.name,
    schemaUri: application.data.schemaUri,
    ...(senderReference !== undefined && { senderReference }),
    ...(applicationDate !== undefined && { applicationDate }),
    ...(payment && { payment }),
    ...(reply && { reply }),
  } as const;
}

/** Who runs the portal it came from, in words. */
export const nameOf = ({ senderName }: OutsideApplication): string =>
  senderName?.trim().slice(0, 200) || "FIT-Connect";

function describeFile(
  fileId: string,
  content: Buffer,
  { filename, mediaType }: Pick<FileAnswer, "filename" | "mediaType">,
): StoredFile {
  return {
    content,
    file: {
      fileId,
      filename: cleanFilename(filename),
      mediaType,
      sizeBytes: content.length,
      sha256: sha256(content).toString("hex"),
    },
  };
}

function dataFile(
  fileId: string,
  { content, mimeType }: OutsideApplication["data"],
): StoredFile {
  const ending = mimeType === "application/json" ? "json" : "xml";
  const filename = `originaldaten.${ending}`;
  return describeFile(fileId, content, { filename, mediaType: mimeType });
}

/** The day it was sent there, at noon; never later than now. */
function submittedAt(day: string | undefined, now: Date): Date {
  const noon = new Date(`${day ?? ""}T11:00:00.000Z`);
  return noon < now ? noon : now;
}
