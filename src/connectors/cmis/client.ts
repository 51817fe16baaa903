import { z } from "zod";
import type {
  HttpAnswer,
  HttpClient,
  HttpOutcome,
  HttpRequest,
} from "../../platform/http-client/http-client.ts";
import { parseRetryAfter } from "../../platform/http-client/retry-after.ts";
import { multipartOf, type FormFile } from "./multipart.ts";
import type { CmisOptions } from "./options.ts";
import type { Property } from "./properties.ts";

/** Why the repository did not do what it was asked; `exception` is CMIS's own word for it. */
export class CmisFault extends Error {
  readonly code: string;
  readonly isFinal: boolean;
  readonly retryAfterMs: number | undefined;
  constructor(
    code: string,
    more: { readonly isFinal: boolean; readonly retryAfterMs?: number },
  ) {
    super(`cmis: ${code}`);
    this.code = code;
    this.isFinal = more.isFinal;
    this.retryAfterMs = more.retryAfterMs;
  }
}

export type Repository = {
  readonly repositoryUrl: string;
  readonly rootFolderUrl: string;
  readonly canQuery: boolean;
};

/** A folder or document, by its id. */
export type Found = { readonly objectId: string; readonly name: string };

export type Session = {
  readonly http: HttpClient;
  readonly options: CmisOptions;
  readonly signal: AbortSignal;
  readonly now: Date;
};

const timeoutMs = 60_000;

const repositories = z.record(
  z.string(),
  z.object({
    repositoryUrl: z.url(),
    rootFolderUrl: z.url(),
    capabilities: z
      .object({ capabilityQuery: z.string() })
      .partial()
      .optional(),
  }),
);

/** Signs in and finds the repository. @see CMIS 1.1, 5.2.7.1 */
export async function openRepository(session: Session): Promise<Repository> {
  const { url, repositoryId } = session.options;
  const known = parsed(
    repositories,
    await call(session, { method: "GET", url }),
  );
  const [only, ...others] = Object.values(known);
  const chosen =
    repositoryId === undefined
      ? others.length === 0
        ? only
        : undefined
      : known[repositoryId];
  if (!chosen) throw new CmisFault("repository-unknown", { isFinal: true });
  const { origin } = new URL(url);
  const { repositoryUrl, rootFolderUrl, capabilities } = chosen;
  // The password goes where it was meant to go, wherever the answer points.
  if (
    [repositoryUrl, rootFolderUrl].some((one) => new URL(one).origin !== origin)
  )
    throw new CmisFault("address-not-allowed", { isFinal: true });
  const canQuery = (capabilities?.capabilityQuery ?? "none") !== "none";
  return { repositoryUrl, rootFolderUrl, canQuery };
}

const succinct = z.object({
  succinctProperties: z.object({
    "cmis:objectId": z.string(),
    "cmis:name": z.string(),
  }),
});

const foundOf = ({
  succinctProperties: given,
}: z.infer<typeof succinct>): Found => ({
  objectId: given["cmis:objectId"],
  name: given["cmis:name"],
});

/** By its path from the root; undefined: there is none. @see CMIS 1.1, 5.2.7.2 */
export async function findByPath(
  session: Session,
  { rootFolderUrl }: Repository,
  path: string,
): Promise<Found | undefined> {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = withQuery(`${rootFolderUrl}/${encoded}`, {
    cmisselector: "object",
    succinct: "true",
  });
  const answer = await call(session, { method: "GET", url }, [
    "objectNotFound",
  ]);
  return answer.status === 404 ? undefined : foundOf(parsed(succinct, answer));
}

const results = z.object({ results: z.array(succinct) });

/** A folder of that name, wherever it has been moved to. Undefined also where the repository takes no queries. */
export async function findByName(
  session: Session,
  { repositoryUrl, canQuery }: Repository,
  name: string,
): Promise<Found | undefined> {
  if (!canQuery) return undefined;
  const statement = `SELECT cmis:objectId, cmis:name FROM cmis:folder WHERE cmis:name = '${name.replaceAll(/['\\]/gu, (one) => `\\${one}`)}'`;
  const url = withQuery(repositoryUrl, {
    cmisselector: "query",
    q: statement,
    succinct: "true",
    maxItems: "1",
  });
  const { results: found } = parsed(
    results,
    await call(session, { method: "GET", url }),
  );
  return found.map(foundOf)[0];
}

const children = z.object({
  objects: z.array(z.object({ object: succinct })),
});

/** Names of what lies in a folder: there are few, for a folder holds one application. */
export async function listNames(
  session: Session,
  { rootFolderUrl }: Repository,
  folder: Found,
): Promise<ReadonlySet<string>> {
  const url = withQuery(rootFolderUrl, {
    objectId: folder.objectId,
    cmisselector: "children",
    succinct: "true",
    maxItems: "1000",
  });
  const { objects } = parsed(
    children,
    await call(session, { method: "GET", url }),
  );
  return new Set(objects.map(({ object }) => foundOf(object).name));
}

export type Creation = {
  readonly in: Found;
  readonly action: "createFolder" | "createDocument";
  readonly properties: readonly Property[];
  readonly file?: FormFile;
};

/** Undefined: there is something of that name already. @see CMIS 1.1, 5.2.9.3 */
export async function create(
  session: Session,
  { rootFolderUrl }: Repository,
  { in: parent, action, properties, file }: Creation,
): Promise<Found | undefined> {
  const fields: Property[] = [
    ["cmisaction", action],
    ["succinct", "true"],
    ...properties.flatMap(([id, value], index): Property[] => [
      [`propertyId[${String(index)}]`, id],
      [`propertyValue[${String(index)}]`, value],
    ]),
  ];
  const { contentType, body } = multipartOf(fields, file);
  const url = withQuery(rootFolderUrl, { objectId: parent.objectId });
  const headers = { "content-type": contentType };
  const answer = await call(session, { method: "POST", url, headers, body }, [
    "nameConstraintViolation",
  ]);
  return answer.status === 409 ? undefined : foundOf(parsed(succinct, answer));
}

/** An answer, or one that is expected to be an exception; every other throws. */
async function call(
  { http, options, signal, now }: Session,
  request: Pick<HttpRequest, "method" | "url" | "headers" | "body">,
  expected: readonly string[] = [],
): Promise<HttpAnswer> {
  const credentials = `${options.user}:${options.password}`;
  const answer = await http.request({
    ...request,
    headers: {
      ...request.headers,
      "user-agent": "OpenRathaus",
      authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
    },
    timeoutMs,
    signal,
  });
  if (answer.kind === "answered") {
    if (answer.status >= 200 && answer.status < 300) return answer;
    if (expected.includes(exceptionOf(answer))) return answer;
  }
  throw faultOf(answer, now);
}

const exception = z.object({ exception: z.string() }).catch({ exception: "" });

const exceptionOf = (answer: HttpAnswer): string =>
  exception.parse(jsonOf(answer)).exception;

/** Too slow, too many, or broken on their side: again later. A conflict of writers, too. @see CMIS 1.1, 5.2.10 */
function faultOf(answer: HttpOutcome, now: Date): CmisFault {
  if (answer.kind === "not-allowed")
    return new CmisFault("address-not-allowed", { isFinal: true });
  if (answer.kind === "too-large")
    return new CmisFault("answer-too-large", { isFinal: false });
  if (answer.kind !== "answered")
    return new CmisFault(answer.kind === "aborted" ? "timeout" : answer.kind, {
      isFinal: false,
    });
  const { status, headers } = answer;
  const retryAfterMs = parseRetryAfter(headers["retry-after"], now);
  const isTemporary =
    status === 408 ||
    status === 429 ||
    status >= 500 ||
    exceptionOf(answer) === "updateConflict";
  return new CmisFault(`http-${String(status)}`, {
    isFinal: !isTemporary,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** What is no CMIS is not understood tomorrow either, but it may be a proxy's page of today. */
function parsed<Schema extends z.ZodType>(
  schema: Schema,
  answer: HttpAnswer,
): z.infer<Schema> {
  const result = schema.safeParse(jsonOf(answer));
  if (!result.success)
    throw new CmisFault("answer-not-understood", { isFinal: false });
  return result.data;
}

function jsonOf({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    // A page of a proxy, or nothing.
    return undefined;
  }
}

function withQuery(
  url: string,
  query: Readonly<Record<string, string>>,
): string {
  const whole = new URL(url);
  for (const [name, value] of Object.entries(query))
    whole.searchParams.set(name, value);
  return whole.href;
}
