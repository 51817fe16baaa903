import { sha256 } from "../../../platform/values/sha256.ts";
import { isId } from "../../../platform/values/id.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type {
  PortalRequest,
  RawRequest,
  Reply,
  Route,
} from "../../../shell/web/route.ts";
import {
  authenticateClient,
  type Caller,
} from "../use-cases/authenticate-client.ts";
import { apiPath, type Operation } from "./operations.ts";
import {
  fieldsOf,
  problem,
  type ProblemCode,
  type ProblemMore,
} from "./problems.ts";
import { readBody } from "./read-body.ts";
import { schemas } from "./schemas.ts";

/** A call that was let in, with what it brings checked against the schemas of its operation. */
export type ApiCall = {
  readonly request: PortalRequest;
  readonly caller: Caller;
  /** Of the address; a text that is no id finds nothing. */
  readonly submissionId: string;
  readonly header: (name: string) => string | undefined;
  /** Parsed by the schema of the operation. */
  readonly query: unknown;
  readonly body: unknown;
  /** Of method, address and body, for calls with a key. */
  readonly fingerprint: Buffer;
};

export type ApiHandler = (call: ApiCall) => Promise<Reply>;

/** The route of an operation: token, limit, scope, headers and schemas are checked before its handler runs. */
export function apiRoute(
  operation: Operation,
  scope: NonNullable<Operation["scope"]>,
  handle: ApiHandler,
): Route {
  return {
    method: operation.method,
    path: `${apiPath}${operation.path}`,
    audience: "guest",
    isRaw: true,
    acceptsCrossSite: true,
    guessable: true,
    handle: async (request) => {
      const entered = await enter(request, operation, scope);
      if (!entered.ok) return entered.refusal;
      return handle(entered.value);
    },
  };
}

type Entering = {
  readonly request: PortalRequest;
  readonly raw: RawRequest;
  readonly operation: Operation;
  readonly header: (name: string) => string | undefined;
};

/** Why somebody is not let in, or what they brought does not fit. */
type Refused = ProblemMore & { readonly kind: ProblemCode };

async function enter(
  request: PortalRequest,
  operation: Operation,
  scope: NonNullable<Operation["scope"]>,
): Promise<Result<ApiCall, Reply>> {
  const { raw } = request;
  if (!raw) throw new TypeError("api: its routes are raw");
  const entering = { request, raw, operation, header: headersOf(raw) };
  const caller = await callerOf(entering, scope);
  if (!caller.ok) return refuseWith(request, caller.refusal);
  const brought = await broughtBy(entering);
  if (!brought.ok) return refuseWith(request, brought.refusal);
  const { header } = entering;
  return ok({ request, caller: caller.value, header, ...brought.value });
}

function refuseWith(
  request: PortalRequest,
  { kind, ...more }: Refused,
): Result<never, Reply> {
  return refuse(problem(kind, request, more));
}

/** @see RFC 6750 section 3 */
async function callerOf(
  { request, header }: Entering,
  scope: NonNullable<Operation["scope"]>,
): Promise<Result<Caller, Refused>> {
  const challenge = (words: string) => ({
    headers: { "www-authenticate": words },
  });
  const bearer = /^Bearer ([\w-]{1,200})$/iu.exec(
    header("authorization") ?? "",
  );
  const token = bearer?.[1];
  if (token === undefined)
    return refuse({ kind: "token-missing", ...challenge("Bearer") });
  const known = await authenticateClient(request.context, { token, scope });
  if (known.ok) return known;
  switch (known.refusal.kind) {
    case "invalid-token": {
      const words = challenge('Bearer error="invalid_token"');
      return refuse({ kind: "token-invalid", ...words });
    }
    case "insufficient-scope": {
      const words = `Bearer error="insufficient_scope", scope="${scope}"`;
      return refuse({ kind: "scope-missing", ...challenge(words) });
    }
    case "too-many-calls": {
      const seconds = String(known.refusal.retryAfterSeconds);
      return refuse({
        kind: "too-many-calls",
        headers: { "retry-after": seconds },
      });
    }
  }
}

async function broughtBy(
  entering: Entering,
): Promise<
  Result<
    Pick<ApiCall, "submissionId" | "query" | "body" | "fingerprint">,
    Refused
  >
> {
  const { request, operation } = entering;
  const missing = missingHeader(entering);
  if (missing) return refuse({ kind: missing });
  const query = operation.query?.safeParse(Object.fromEntries(request.query));
  if (query?.success === false)
    return refuse({ kind: "query-wrong", fields: fieldsOf(query.error) });
  const body = await bodyOf(entering);
  if (!body.ok) return body;
  const submissionId = request.params["id"] ?? "";
  if (operation.path.includes(":id") && !isId(submissionId))
    return refuse({ kind: "not-found" });
  const { bytes, parsed } = body.value;
  const words = `${operation.method} ${request.path}\n`;
  return ok({
    submissionId,
    query: query?.data,
    body: parsed,
    fingerprint: sha256(words, bytes),
  });
}

const headersOf =
  ({ headers }: RawRequest) =>
  (name: string): string | undefined => {
    const value = headers[name.toLowerCase()];
    return typeof value === "string" ? value : value?.join(", ");
  };

const mostKeyLength = 200;

function missingHeader({
  operation: { headers = [] },
  header,
}: Entering): ProblemCode | undefined {
  const missing = headers.find(
    ({ name, isRequired }) => isRequired && !isUsable(header(name)),
  );
  if (!missing) return undefined;
  return missing.name === "If-Match" ? "version-missing" : "key-missing";
}

const isUsable = (value: string | undefined) =>
  value !== undefined && value !== "" && value.length <= mostKeyLength;

async function bodyOf({
  operation: { body },
  raw,
  header,
}: Entering): Promise<
  Result<{ readonly bytes: Buffer; readonly parsed: unknown }, Refused>
> {
  if (!body) return ok({ bytes: Buffer.alloc(0), parsed: undefined });
  if (!/^application\/json\b/iu.test(header("content-type") ?? ""))
    return refuse({ kind: "body-not-json" });
  const bytes = await readBody(raw.body, body.mostBytes);
  if (!bytes) return refuse({ kind: "body-too-large" });
  const text = bytes.toString("utf8");
  const parsed = schemas[body.schema].safeParse(jsonOf(text));
  return parsed.success
    ? ok({ bytes, parsed: parsed.data })
    : refuse({ kind: "body-wrong", fields: fieldsOf(parsed.error) });
}

function jsonOf(text: string): unknown {
  try {
    // No text column takes NUL.
    return text.includes("\\u0000") ? undefined : JSON.parse(text);
  } catch {
    // No JSON, nothing that a schema could take.
    return undefined;
  }
}
