import type { FastifyReply, FastifyRequest } from "fastify";
import { readDocuments } from "../../platform/multipart/read-documents.ts";
import type { MultipartRefusal } from "../../platform/multipart/receive-multipart.ts";
import { ok, refuse, type Result } from "../../platform/result/result.ts";
import {
  showError,
  type ErrorStatus,
  type PortalRequest,
  type Reply,
  type Route,
} from "./route.ts";
import type { WebEnvironment } from "./web-environment.ts";

export type Arrival = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What is known without the files and the fields sent with them. */
  readonly bare: PortalRequest;
};

/** What routes with `isRaw` get: a piece of a file. @see https://tus.io/protocols/resumable-upload */
export const rawContentType = "application/offset+octet-stream";

/** What programs send to routes with `isRaw`; others refuse it. */
export const jsonContentType = "application/json";

const statusOfRefusal: Readonly<Record<MultipartRefusal["kind"], ErrorStatus>> =
  {
    "not-multipart": 415,
    malformed: 400,
    aborted: 400,
    "too-many-files": 413,
    "too-many-fields": 413,
    "field-too-large": 413,
    "request-too-large": 413,
  };

/** The request with its files where the route takes them and admits them; otherwise the answer, and nothing is stored. */
export async function receiveForm(
  environment: WebEnvironment,
  route: Route,
  { request, reply, bare }: Arrival,
): Promise<Result<PortalRequest, Reply>> {
  const contentType = request.headers["content-type"] ?? "";
  if (isForRawRoutes(contentType)) return refuse(showError(415));
  if (!contentType.startsWith("multipart/form-data")) return ok(bare);
  if (route.readsDocuments) return readForm(route, { request, reply, bare });
  if (!route.acceptsFiles) return refuse(showError(415));
  const answer = await route.admitFiles?.(bare);
  if (answer) return refuse(answer);
  const received = await environment.receiveFiles(request, bare.context);
  if (received.ok) return ok({ ...bare, ...received.value });
  void reply.header("connection", "close");
  return refuse(showError(statusOfRefusal[received.refusal.kind]));
}

const isForRawRoutes = (contentType: string) =>
  contentType.startsWith(rawContentType) ||
  contentType.startsWith(jsonContentType);

async function readForm(
  route: Route,
  { request, reply, bare }: Arrival,
): Promise<Result<PortalRequest, Reply>> {
  const read = await readDocuments({
    body: request.raw,
    headers: request.headers,
  });
  if (read.ok) return ok({ ...bare, ...read.value });
  void reply.header("connection", "close");
  const status = statusOfRefusal[read.refusal.kind];
  const said = status === 413 ? route.refuseDocuments?.(bare) : undefined;
  return refuse(said ?? showError(status));
}
