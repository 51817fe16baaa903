import {
  compactVerify,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
} from "jose";
import { z } from "zod";
import type { RoutingQuery } from "./query.ts";

/** Why the address of a Zustellpunkt is not to be trusted, or not the one that was asked for. */
export type RouteFault =
  | "route-unsigned"
  | "route-other-signer"
  | "route-expired"
  | "route-other-destination"
  | "route-other-host"
  | "route-other-service";

const claims = z.object({
  iss: z.string(),
  submissionHost: z.string().min(1),
  destinationId: z.string(),
  services: z.array(
    z.object({
      gebietIDs: z.array(z.string()),
      leistungIDs: z.array(z.string()),
    }),
  ),
  iat: z.number(),
  nbf: z.number().optional(),
  exp: z.number().optional(),
});

type Claims = z.infer<typeof claims>;

export type SignedRoute = {
  readonly destinationId: string;
  readonly destinationSignature: string;
};

export type Trust = {
  readonly query: RoutingQuery;
  /** Of the signer, asked for at its own address. */
  readonly keys: readonly JWK[];
  readonly now: Date;
};

/** Clocks differ a little. */
const leewaySeconds = 300;

/**
 * The routing service hands on what an authority has written into its editorial system; only the self-service portal's signature says that this
 * Zustellpunkt was set up for these services and places. Undefined when all of it is right.
 */
export async function faultOfRoute(
  route: SignedRoute,
  trust: Trust,
): Promise<RouteFault | undefined> {
  const signed = await readSigned(route.destinationSignature, trust.keys);
  if (!signed) return "route-unsigned";
  const { query, now } = trust;
  if (withoutSlash(signed.iss) !== query.signerUrl) return "route-other-signer";
  if (!isValidAt(signed, now)) return "route-expired";
  if (signed.destinationId !== route.destinationId)
    return "route-other-destination";
  if (!hostsOf(query.submissionApiUrl).includes(signed.submissionHost))
    return "route-other-host";
  return isFor(signed, query) ? undefined : "route-other-service";
}

async function readSigned(
  signature: string,
  keys: readonly JWK[],
): Promise<Claims | undefined> {
  try {
    const { alg, kid } = decodeProtectedHeader(signature);
    const key = keys.find((it) => it.kid === kid);
    if (alg !== "PS512" || kid === undefined || !key) return undefined;
    const { payload } = await compactVerify(
      signature,
      await importJWK(key, "PS512"),
      { algorithms: ["PS512"] },
    );
    return claims.parse(JSON.parse(Buffer.from(payload).toString()));
  } catch (error) {
    if (isForeignFault(error)) return undefined;
    throw error;
  }
}

/** What a token that somebody made up can cause. */
const isForeignFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError ||
  error instanceof z.ZodError ||
  error instanceof SyntaxError ||
  error instanceof TypeError;

function isValidAt({ iat, nbf = iat, exp }: Claims, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  return (
    Math.max(iat, nbf) <= seconds + leewaySeconds &&
    (exp === undefined || seconds < exp + leewaySeconds)
  );
}

/** Under which names a service stands in addresses that were signed. TEST had another one before version 2. */
function hostsOf(submissionApiUrl: string): readonly string[] {
  const { host } = new URL(submissionApiUrl);
  return host === "test.fit-connect.fitko.dev"
    ? [host, "submission-api-testing.fit-connect.fitko.dev"]
    : [host];
}

const area = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";
const service = "urn:de:fim:leika:leistung:";

/** Set up for this Leistung in this place, or in one that the place lies in. */
const isFor = (
  { services }: Claims,
  { leikaKey, ars }: RoutingQuery,
): boolean =>
  services.some(
    ({ gebietIDs, leistungIDs }) =>
      leistungIDs.includes(`${service}${leikaKey}`) &&
      gebietIDs.some(
        (id) =>
          id.startsWith(area) &&
          /^\d{2,12}$/.test(id.slice(area.length)) &&
          ars.startsWith(id.slice(area.length)),
      ),
  );

const withoutSlash = (url: string) => url.replace(/\/+$/, "");
