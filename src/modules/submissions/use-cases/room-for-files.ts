import {
  listFiles,
  type Answers,
  type UploadedFile,
} from "../../forms/index.ts";
import { maxDraftBytes } from "../domain/upload-limits.ts";

/** The files as they came, except that those for which the draft has no room left are refused. Smaller ones after them may still fit. */
export function withinRoom(
  answers: Answers,
  uploads: readonly UploadedFile[],
): readonly UploadedFile[] {
  let usedBytes = listFiles(answers).reduce(
    (sum, { sizeBytes }) => sum + sizeBytes,
    0,
  );
  return uploads.map((upload) => {
    if (upload.outcome.kind !== "stored") return upload;
    const { sizeBytes } = upload.outcome;
    if (usedBytes + sizeBytes > maxDraftBytes)
      return {
        ...upload,
        outcome: { kind: "no-room", maxBytes: maxDraftBytes },
      };
    usedBytes += sizeBytes;
    return upload;
  });
}
