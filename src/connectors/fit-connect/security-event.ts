import {
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from "jose";
import { z } from "zod";
import { authenticationTags, type AuthenticationTags } from "./note.ts";

const base = "https://schema.fitko.de/fit-connect/events/";

const problem = z.object({
  type: z.string(),
  title: z.string().default(""),
  detail: z.string().default(""),
  instance: z.string().default(""),
});

const payload = z.object({
  authenticationTags: authenticationTags.optional(),
  problems: z.array(problem).default([]),
});

const claims = z.object({
  iss: z.string().min(1),
  sub: z.string(),
  txn: z.string(),
  iat: z.number(),
  jti: z.string().min(1).max(200),
  // RFC 8417 allows several; FIT-Connect has exactly one.
  events: z
    .record(z.string(), z.unknown())
    .refine((it) => Object.keys(it).length === 1),
});

export type SecurityEvent = {
  readonly jti: string;
  /** Such as `accept-submission`. */
  readonly kind: string;
  readonly issuer: "service" | "destination";
  readonly occurredAt: Date;
  readonly tags: AuthenticationTags | undefined;
  readonly problems: readonly z.infer<typeof problem>[];
  readonly token: string;
};

/** Which key to check with: the service's own, or that of the Zustellpunkt. */
export type KeyOfIssuer = (
  issuer: SecurityEvent["issuer"],
  kid: string,
) => Promise<JWK | undefined>;

export type Expected = {
  readonly submissionId: string;
  readonly caseId: string;
  readonly destinationId: string;
  readonly serviceUrl: string;
};

/**
 * Reads a signed event of the log. Undefined when it is not genuine: unknown issuer, another algorithm, a wrong signature, or about something
 * else. @see RFC 8417
 */
export async function readSecurityEvent(
  token: string,
  expected: Expected,
  keyOf: KeyOfIssuer,
): Promise<SecurityEvent | undefined> {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(token);
    if (alg !== "PS512" || typ !== "secevent+jwt" || kid === undefined)
      return undefined;
    const issuer = issuerOf(String(decodeJwt(token).iss), expected);
    const key = issuer && (await keyOf(issuer, kid));
    if (!key) return undefined;
    const { payload: signed } = await compactVerify(
      token,
      await importJWK(key, "PS512"),
      { algorithms: ["PS512"] },
    );
    const read = claims.parse(JSON.parse(Buffer.from(signed).toString()));
    return isAbout(read, expected)
      ? eventOf(read, { issuer, token })
      : undefined;
  } catch (error) {
    if (isForeignFault(error)) return undefined;
    throw error;
  }
}

/** What a token that somebody made up can cause. */
const isForeignFault = (error: unknown): boolean =>
  error instanceof z.ZodError ||
  error instanceof SyntaxError ||
  error instanceof TypeError ||
  (error instanceof Error &&
    "code" in error &&
    String(error.code).startsWith("ERR_J"));

function issuerOf(
  iss: string,
  { destinationId, serviceUrl }: Expected,
): SecurityEvent["issuer"] | undefined {
  if (iss === destinationId) return "destination";
  return iss.replace(/\/+$/, "") === serviceUrl ? "service" : undefined;
}

const isAbout = (
  { sub, txn }: z.infer<typeof claims>,
  { submissionId, caseId }: Expected,
) => sub === `submission:${submissionId}` && txn === `case:${caseId}`;

function eventOf(
  { jti, iat, events }: z.infer<typeof claims>,
  given: Pick<SecurityEvent, "issuer" | "token">,
): SecurityEvent | undefined {
  const [[uri, content] = ["", undefined]] = Object.entries(events);
  if (!uri.startsWith(base)) return undefined;
  const { authenticationTags: tags, problems } = payload.parse(content ?? {});
  const occurredAt = new Date(iat * 1000);
  const kind = uri.slice(base.length);
  return { jti, kind, occurredAt, tags, problems, ...given };
}
