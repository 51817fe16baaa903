import { X509Certificate } from "node:crypto";
import { z } from "zod";
import type { HttpClient } from "../http-client/http-client.ts";
import { ok, refuse, type Result } from "../result/result.ts";
import { sha256 } from "../values/sha256.ts";
import type { SealRefusal, SignatureSource } from "./sealer.ts";

/** How an outside service that holds the key of a qualified seal is reached. */
export const sealServiceSchema = z.strictObject({
  /** Address that `/csc/v2/…` follows. */
  url: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Name of the seal at the service. */
  credentialId: z.string().min(1),
  /** Where the service asks for one to use the seal. */
  pin: z.string().min(1).optional(),
});

export type SealService = z.infer<typeof sealServiceSchema>;

const oids = {
  sha256: "2.16.840.1.101.3.4.2.1",
  rsa: "1.2.840.113549.1.1.11",
  ecdsa: "1.2.840.10045.4.3.2",
} as const;

/**
 * A key at a service with the API of the Cloud Signature Consortium, version 2.0: `oauth2/token`, `credentials/info`,
 * `credentials/authorize` where there is a PIN, `signatures/signHash`. The service gets a hash, never the document.
 */
export function sealServiceSignature(
  service: SealService,
  http: HttpClient,
): SignatureSource {
  return {
    certificates: async (signal) => {
      const access = await openAccess(service, http, signal);
      return access.ok ? certificatesOf(access.value, service) : access;
    },
    sign: async (content, signal) => {
      const access = await openAccess(service, http, signal);
      return access.ok
        ? signHash(access.value, service, sha256(content))
        : access;
    },
  };
}

/** Calls one method of the service with the token it gave. */
type Access = <Answer>(
  method: string,
  body: Readonly<Record<string, unknown>>,
  schema: z.ZodType<Answer>,
) => Promise<Result<Answer, SealRefusal>>;

async function openAccess(
  service: SealService,
  http: HttpClient,
  signal: AbortSignal,
): Promise<Result<Access, SealRefusal>> {
  const callWith =
    (headers: Readonly<Record<string, string>>): Access =>
    async (method, body, schema) =>
      readAnswer(
        await http.request({
          method: "POST",
          url: `${service.url.replace(/\/$/, "")}/csc/v2/${method}`,
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body),
          timeoutMs: 15_000,
          signal,
        }),
        method,
        schema,
      );
  const token = await callWith({})(
    "oauth2/token",
    {
      grant_type: "client_credentials",
      client_id: service.clientId,
      client_secret: service.clientSecret,
    },
    z.object({ access_token: z.string().min(1) }),
  );
  if (!token.ok) return token;
  return ok(callWith({ authorization: `Bearer ${token.value.access_token}` }));
}

async function certificatesOf(
  access: Access,
  { credentialId }: SealService,
): Promise<Result<readonly Buffer[], SealRefusal>> {
  const info = await access(
    "credentials/info",
    { credentialID: credentialId, certificates: "chain" },
    z.object({
      cert: z.object({ certificates: z.array(z.base64()).min(1) }),
    }),
  );
  if (!info.ok) return info;
  const chain = info.value.cert.certificates.map((each) =>
    Buffer.from(each, "base64"),
  );
  return chain.every(isCertificate)
    ? ok(chain)
    : refuse({
        kind: "unavailable",
        reason: "credentials/info: no certificate",
      });
}

async function signHash(
  access: Access,
  service: SealService,
  hash: Buffer,
): Promise<Result<Buffer, SealRefusal>> {
  const certificates = await certificatesOf(access, service);
  if (!certificates.ok) return certificates;
  const about = {
    credentialID: service.credentialId,
    hashes: [hash.toString("base64")],
    hashAlgorithmOID: oids.sha256,
  };
  const authorised = await authorise(access, service, about);
  if (!authorised.ok) return authorised;
  const signed = await access(
    "signatures/signHash",
    {
      ...about,
      ...authorised.value,
      signAlgo: algorithmFor(certificates.value),
    },
    z.object({ signatures: z.array(z.base64()).length(1) }),
  );
  if (!signed.ok) return signed;
  return ok(Buffer.from(signed.value.signatures[0] ?? "", "base64"));
}

/** What shows the service that the seal may be used for this hash. */
async function authorise(
  access: Access,
  { pin }: SealService,
  about: Readonly<Record<string, unknown>>,
): Promise<Result<{ readonly SAD?: string }, SealRefusal>> {
  if (pin === undefined) return ok({});
  return access(
    "credentials/authorize",
    { ...about, numSignatures: 1, authData: [{ id: "PIN", value: pin }] },
    z.object({ SAD: z.string().min(1) }),
  );
}

function algorithmFor([own]: readonly Buffer[]): string {
  const key = own && new X509Certificate(own).publicKey.asymmetricKeyType;
  return key === "rsa" ? oids.rsa : oids.ecdsa;
}

/** 4xx is a no; everything else that is no usable answer may be better later. */
function readAnswer<Answer>(
  outcome: Awaited<ReturnType<HttpClient["request"]>>,
  method: string,
  schema: z.ZodType<Answer>,
): Result<Answer, SealRefusal> {
  const because = (kind: SealRefusal["kind"], what: string) =>
    refuse({ kind, reason: `${method}: ${what}` });
  if (outcome.kind !== "answered") return because("unavailable", outcome.kind);
  const { status, body } = outcome;
  const isNo =
    status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (isNo) return because("refused", `status ${String(status)}`);
  if (status !== 200) return because("unavailable", `status ${String(status)}`);
  const answer = schema.safeParse(jsonOf(body));
  return answer.success
    ? ok(answer.data)
    : because("unavailable", "an answer that cannot be read");
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function isCertificate(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.length > 0;
  } catch {
    return false;
  }
}
