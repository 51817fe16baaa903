import { z } from "zod";
import { webAddress } from "../../platform/http-client/web-address.ts";

export const serviceAddress = webAddress.transform((url) =>
  url.replace(/\/+$/, ""),
);

/** Of both directions: where the service is, and as whom we speak to it. */
export const serviceOptions = {
  /** Of the environment (test, stage, production): where tokens are given, and where submissions go. */
  tokenUrl: serviceAddress,
  submissionApiUrl: serviceAddress,
  /** The API client of the sender or the subscriber, from the self-service portal. */
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(8).max(500).meta({ kind: "secret" }),
};

export const fitConnectOptions = z
  .object({
    tenantId: z.uuid(),
    ...serviceOptions,
    /** The Zustellpunkt of the receiving authority. */
    destinationId: z.uuid(),
    /** What the data are checked against there; one of the schemas that the Zustellpunkt names. */
    schemaUri: z.url(),
    format: z.enum(["json", "xml"]).default("xml"),
    /** When the Zustellpunkt names a service otherwise than by the Leistungsschlüssel. */
    serviceIdentifier: z.string().min(1).max(250).optional(),
    /** Mailbox by which the receiving authority reaches who applied, given only where the Zustellpunkt answers by e-mail. */
    replyEmail: z.email().max(254).optional(),
    /**
     * `chain`: keys come with certificates up to one of `trustedCertificates`, as in STAGE and PROD. `unchecked` is for TEST, where keys are
     * made by whoever runs the Zustellpunkt.
     */
    certificates: z.enum(["chain", "unchecked"]).default("chain"),
    /** PEM, one after the other: the roots of the Verwaltungs-PKI. */
    trustedCertificates: z
      .string()
      .max(100_000)
      .default("")
      .meta({ kind: "lines" }),
    /** Agreed on with the service for calls that say that something is new. */
    callbackSecret: z
      .string()
      .min(16)
      .max(500)
      .optional()
      .meta({ kind: "secret" }),
    maxUploadMegabytes: z.coerce.number().int().min(1).max(500).default(100),
  })
  .refine(
    ({ certificates, trustedCertificates }) =>
      certificates === "unchecked" || trustedCertificates.includes("BEGIN"),
    { path: ["trustedCertificates"] },
  );

export type FitConnectOptions = z.infer<typeof fitConnectOptions>;

/** Where the service is, and as whom we speak to it. */
export type ServiceAccess = Pick<
  FitConnectOptions,
  "tokenUrl" | "submissionApiUrl" | "clientId" | "clientSecret"
>;

/** Which Zustellpunkt, and how its keys are checked. */
export type DestinationAccess = Pick<
  FitConnectOptions,
  "destinationId" | "certificates" | "trustedCertificates"
>;

const loopback: ReadonlySet<string> = new Set([
  "localhost",
  "127.0.0.1",
  "[::1]",
]);

/** True when secrets or tokens would be readable on the way. */
export function isReadableOnTheWay(options: ServiceAccess): boolean {
  return [options.tokenUrl, options.submissionApiUrl].some(
    (url) => url.startsWith("http:") && !isToThisMachine(url),
  );
}

export const isToThisMachine = (url: string): boolean =>
  loopback.has(new URL(url).hostname);

export const isPlain = (options: ServiceAccess): boolean =>
  [options.tokenUrl, options.submissionApiUrl].some((url) =>
    url.startsWith("http:"),
  );
