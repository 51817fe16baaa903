import type { PortalRequest } from "../../../shell/web/route.ts";
import { findFilePlace } from "../../forms/index.ts";
import {
  malwareErrors,
  readDraftUploads,
} from "../use-cases/read-draft-uploads.ts";
import type { UploadPorts } from "../use-cases/scan-file.ts";
import type { Step } from "./step.ts";
import { hasFiles, type StepUploads } from "./step-page.ts";

/** What is said about uploads on a page that has file fields. */
export async function stepUploads(
  { context }: PortalRequest,
  { draft, step }: Step,
  { scanner }: UploadPorts,
): Promise<StepUploads | undefined> {
  if (!hasFiles(step.formPage)) return undefined;
  const { pending, scans } = await readDraftUploads(context, draft);
  const uploads = {
    // Those whose field is gone can be thrown away on any page.
    pending: pending.filter(({ fieldPath }) => {
      const place = findFilePlace(draft.definition, draft.answers, fieldPath);
      return !place || place.pageKey === step.formPage.key;
    }),
    scans,
  };
  return {
    uploads,
    malware: malwareErrors(draft, uploads.scans).filter(
      ({ pageKey }) => pageKey === step.formPage.key,
    ),
    isScanning: scanner !== undefined,
  };
}
