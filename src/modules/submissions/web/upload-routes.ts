import type {
  ResumableUpload,
  ResumableUploads,
  TusRequest,
  UploadRefusal as RefusedByTus,
} from "../../../platform/tus/resumable-upload.ts";
import { tusEndpoint } from "../../../platform/tus/tus-endpoint.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { createMissLimiter } from "../../../shell/web/miss-limiter.ts";
import {
  askToWait,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { describeFieldError } from "../../forms/index.ts";
import { uploadTermMs } from "../domain/upload-limits.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { appendUpload } from "../use-cases/append-upload.ts";
import {
  beginUpload,
  type BeginUploadRefusal,
} from "../use-cases/begin-upload.ts";
import { discardUpload } from "../use-cases/discard-upload.ts";
import type { Draft } from "../domain/draft.ts";
import {
  findUpload,
  type PendingUpload,
  type UploadRefusal,
} from "../use-cases/pending-upload.ts";
import type { UploadPorts } from "../use-cases/scan-file.ts";
import { antragPath, lateDraftOfBrowser } from "./antrag-request.ts";

/** A form takes some dozens of files; nobody shall keep the database busy with ever new ones. High enough for an office behind one address. */
const beginLimits = { misses: 300, windowMs: 600_000, maxClients: 10_000 };

/** Where uploads of a draft begin; each has its id behind it. */
export function uploadPath(leistungSlug: string, rest = ""): string {
  return antragPath(leistungSlug, `/hochladen${rest}`);
}

/** Resumable uploads of a draft by the tus protocol, for the browser of the draft only. */
export function uploadRoutes(ports: UploadPorts): readonly Route[] {
  const tus = tusEndpoint();
  const limiter = createMissLimiter(beginLimits);
  const root = "/leistungen/:name/antrag/hochladen";
  const answer =
    (method: TusRequest["method"]) =>
    async (request: PortalRequest): Promise<Reply> => {
      const draft = await lateDraft(request);
      const { raw } = request;
      if (!draft || draft.isSubmitted || !raw) return showError(404);
      const answered = await tus(
        {
          method,
          path: request.path,
          root: uploadPath(draft.leistungSlug),
          ...raw,
        },
        uploadsOf(request, draft, ports),
      );
      return { kind: "raw", ...answered };
    };
  const begin = async (request: PortalRequest): Promise<Reply> => {
    const now = request.context.now.getTime();
    const wait = limiter.secondsBlocked(request.clientAddress, now);
    if (wait > 0) return askToWait(wait);
    limiter.countMiss(request.clientAddress, now);
    return answer("POST")(request);
  };
  const raw = { audience: "guest", isRaw: true } as const;
  const one = `${root}/:upload`;
  return [
    { method: "POST", path: root, ...raw, handle: begin },
    { method: "HEAD", path: one, ...raw, handle: answer("HEAD") },
    { method: "PATCH", path: one, ...raw, handle: answer("PATCH") },
    { method: "DELETE", path: one, ...raw, handle: answer("DELETE") },
  ];
}

/** A large file on a slow line takes longer than a session on a shared device. */
function lateDraft(request: PortalRequest): Promise<Draft | undefined> {
  return lateDraftOfBrowser(request, request.params["name"] ?? "");
}

function uploadsOf(
  request: PortalRequest,
  draft: Draft,
  ports: UploadPorts,
): ResumableUploads {
  const { context } = request;
  const find = (id: string) => findUpload(context, draft, id);
  const reopen = () => lateDraft(request);
  return {
    termMs: uploadTermMs,
    begin: async ({ sizeBytes, metadata }) => {
      // A caseworker's tabs may hold several people's applications: a file never goes into another one than its page's.
      const isOfPage =
        (metadata["intake"] ?? "") === (draft.isIntake ? draft.id : "");
      const begun = isOfPage
        ? await beginUpload(context, draft, {
            sizeBytes,
            fieldPath: metadata["field"] ?? "",
            filename: metadata["filename"] ?? "",
            lastModified: Number(metadata["lastModified"]) || 0,
          })
        : refuse({ kind: "not-found" } as const);
      return forProtocol(request, begun, describeUpload);
    },
    find: async (id) => {
      const upload = await find(id);
      return upload && describeUpload(upload);
    },
    append: async (id, content) => {
      const upload = await find(id);
      const appended = upload
        ? await appendUpload(context, { draft, upload, content, reopen }, ports)
        : refuse({ kind: "not-found" } as const);
      return forProtocol(request, appended, (offset) => offset);
    },
    remove: (id) => discardUpload(context, ports, id),
  };
}

function describeUpload({
  id,
  sizeBytes,
  receivedBytes,
  createdAt,
  fieldPath,
  filename,
}: PendingUpload): ResumableUpload {
  return {
    id,
    sizeBytes,
    offsetBytes: receivedBytes,
    createdAt,
    metadata: { field: fieldPath, filename },
  };
}

function forProtocol<Value, Shown>(
  { locale }: PortalRequest,
  result: Result<Value, BeginUploadRefusal | UploadRefusal>,
  show: (value: Value) => Shown,
): Result<Shown, RefusedByTus> {
  if (result.ok) return ok(show(result.value));
  const t = submissionsTexts(locale);
  const { refusal } = result;
  switch (refusal.kind) {
    case "not-taken": {
      const text = describeFieldError(refusal.error, locale);
      return refuse({ kind: "refused", status: 422, text });
    }
    case "not-found":
      return refuse({ kind: "refused", status: 404, text: t("upload.gone") });
    // Asks where it stands and goes on from there.
    case "changed-meanwhile":
      return refuse({ kind: "refused", status: 409, text: t("upload.gone") });
  }
}
