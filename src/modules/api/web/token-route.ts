import type { IncomingHttpHeaders } from "node:http";
import type { Raw, Route } from "../../../shell/web/route.ts";
import { issueToken } from "../use-cases/issue-token.ts";
import { apiPath, operations } from "./operations.ts";
import { readBody } from "./read-body.ts";

const { method, path, body } = operations.getToken;

/** Gives tokens for client credentials. Its errors are those of OAuth. @see RFC 6749 sections 4.4 and 5.2 */
export const tokenRoute: Route = {
  method,
  path: `${apiPath}${path}`,
  audience: "guest",
  isRaw: true,
  acceptsCrossSite: true,
  guessable: true,
  handle: async ({ context, raw, fields: read }) => {
    if (!raw) throw new TypeError("api: its routes are raw");
    // What comes as a form has been read by the frame already.
    const fields =
      read.size > 0 ? read : await fieldsOf(raw.body, body.mostBytes);
    if (!fields) return refused(400, "invalid_request");
    const given = credentialsOf(raw.headers, fields);
    if (!given) return refused(400, "invalid_request");
    if (fields.get("grant_type") !== "client_credentials")
      return refused(400, "unsupported_grant_type");
    const scope = fields.get("scope") ?? undefined;
    const issued = await issueToken(context, { ...given, scope });
    if (!issued.ok)
      return issued.refusal.kind === "invalid-scope"
        ? refused(400, "invalid_scope")
        : refused(401, "invalid_client");
    const { token, expiresInSeconds, scopes } = issued.value;
    return answer(200, {
      access_token: token,
      token_type: "Bearer",
      expires_in: expiresInSeconds,
      scope: scopes.join(" "),
    });
  },
};

async function fieldsOf(
  stream: Parameters<typeof readBody>[0],
  mostBytes: number,
): Promise<URLSearchParams | undefined> {
  const bytes = await readBody(stream, mostBytes);
  return bytes && new URLSearchParams(bytes.toString("utf8"));
}

/** In the header, or in the form; not in both. @see RFC 6749 section 2.3.1 */
function credentialsOf(
  { authorization }: IncomingHttpHeaders,
  fields: URLSearchParams,
): { readonly clientId: string; readonly secret: string } | undefined {
  const inForm = fields.get("client_secret");
  if (authorization === undefined)
    return inForm === null
      ? undefined
      : { clientId: fields.get("client_id") ?? "", secret: inForm };
  const [, encoded] = /^Basic ([\w+/=-]+)$/iu.exec(authorization) ?? [];
  if (encoded === undefined || inForm !== null) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return { clientId: text.slice(0, colon), secret: text.slice(colon + 1) };
}

const refused = (status: 400 | 401, error: string): Raw =>
  answer(
    status,
    { error },
    status === 401 ? { "www-authenticate": "Basic" } : {},
  );

function answer(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): Raw {
  return {
    kind: "raw",
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(content),
  };
}
