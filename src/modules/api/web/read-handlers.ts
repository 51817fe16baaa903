import { Readable } from "node:stream";
import { isId } from "../../../platform/values/id.ts";
import type { Raw, Reply } from "../../../shell/web/route.ts";
import type { Delivery } from "../../delivery/index.ts";
import { isVersionKept, versionOf } from "../domain/version.ts";
import type { ApiPorts } from "../ports.ts";
import {
  findSubmission,
  listSubmissions,
  loadPackage,
  loadSubmission,
  type Found,
} from "../use-cases/read-submissions.ts";
import type { ApiCall, ApiHandler } from "./api-call.ts";
import { problem } from "./problems.ts";
import { listQuery } from "./schemas.ts";
import { submissionOf, summaryOf } from "./submission-json.ts";

type Reading = Pick<ApiPorts, "source">;

/** A page of what lies at the caller's destination. */
export const list: ApiHandler = async ({ request, caller, query }) => {
  const { delivery: state, after: place, limit } = listQuery.parse(query);
  const after = place === undefined ? undefined : placeOf(place);
  if (place !== undefined && !after)
    return problem("query-wrong", request, { fields: ["after"] });
  const page = await listSubmissions(caller, { state, after, limit });
  const next = page.next && textOfPlace(page.next);
  return json(
    { submissions: page.found.map(summaryOf), next },
    next === undefined
      ? {}
      : { link: `<${nextHref(request, next)}>; rel="next"` },
  );
};

type Place = {
  readonly microseconds: string;
  readonly deliveryId: string;
};

const textOfPlace = ({ microseconds, deliveryId }: Place) =>
  `${microseconds}_${deliveryId}`;

function placeOf(text: string): Place | undefined {
  const [, microseconds, deliveryId] = /^(\d{1,17})_(.{36})$/u.exec(text) ?? [];
  return microseconds === undefined ||
    deliveryId === undefined ||
    !isId(deliveryId)
    ? undefined
    : { microseconds, deliveryId };
}

function nextHref(
  { baseUrl, path, query }: ApiCall["request"],
  next: string,
): string {
  const words = new URLSearchParams(query);
  words.set("after", next);
  return `${baseUrl}${path}?${words.toString()}`;
}

/** All that was sent; 304 for who has seen this version. */
export const show =
  (ports: Reading): ApiHandler =>
  async (call) =>
    withSubmission(call, ports, async ({ found, load }) => {
      const seen = call.header("if-none-match");
      const etag = versionOf(found);
      if (seen !== undefined && isVersionKept(seen, found))
        return { kind: "raw", status: 304, headers: { etag }, body: "" };
      const delivery = await load();
      return delivery && json(submissionOf(found, delivery), { etag });
    });

/** The application as people read it. */
export const showPdf =
  (ports: Reading): ApiHandler =>
  async (call) =>
    withSubmission(call, ports, async ({ found, load }) => {
      const delivery = await load();
      return (
        delivery && {
          kind: "download",
          contentType: "application/pdf",
          filename: `${found.handed.reference}.pdf`,
          disposition: "attachment",
          body: Buffer.from(await delivery.pdf()),
        }
      );
    });

/** One file that came with it. */
export const showUpload =
  (ports: Reading): ApiHandler =>
  async (call) =>
    withSubmission(call, ports, async ({ load }) => {
      const delivery = await load();
      const upload = delivery?.uploads.find(
        ({ fileId }) => fileId === call.request.params["fileId"],
      );
      if (delivery && !upload) return problem("not-found", call.request);
      return (
        upload && {
          kind: "download",
          contentType: upload.mediaType,
          filename: upload.filename,
          disposition: "attachment",
          body: Readable.from(upload.open()),
        }
      );
    });

/** All of it as one archive, in the formats of the destination. */
export const showPackage =
  (ports: Reading): ApiHandler =>
  async (call) =>
    withSubmission(call, ports, async ({ found }) => {
      const made = await loadPackage(call.caller, found, ports);
      return (
        made && {
          kind: "download",
          contentType: "application/zip",
          filename: `${made.name}.zip`,
          disposition: "attachment",
          body: made.zip,
        }
      );
    });

async function withSubmission(
  { caller, request, submissionId }: ApiCall,
  ports: Reading,
  answer: (submission: {
    readonly found: Found;
    readonly load: () => Promise<Delivery | undefined>;
  }) => Promise<Reply | undefined>,
): Promise<Reply> {
  const found = await findSubmission(caller, submissionId);
  if (!found) return problem("not-found", request);
  const load = () => loadSubmission(caller, found, ports);
  return (await answer({ found, load })) ?? problem("not-ready", request);
}

const json = (
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): Raw => ({
  kind: "raw",
  status: 200,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(content),
});
