import type { JWK } from "jose";
import { z } from "zod";
import { serviceOptions } from "../options.ts";

const privateKey = z.looseObject({
  kty: z.literal("RSA"),
  kid: z.string().min(1).max(200),
  n: z.string().min(683),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/** One key, or a set of them: while keys are exchanged, what was encrypted with the old one still arrives. @see RFC 7517 */
const privateKeys = z.union([
  privateKey.transform((key): readonly JWK[] => [key]),
  z
    .object({ keys: z.array(privateKey).min(1).max(10) })
    .transform(({ keys }): readonly JWK[] => keys),
]);

const keys = z
  .string()
  .max(100_000)
  .transform((text, context): readonly JWK[] => {
    const read = privateKeys.safeParse(jsonOf(text));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "no private RSA key as JWK" });
    return z.NEVER;
  })
  .meta({ kind: "secret-lines" });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No key is read from it.
    return undefined;
  }
}

export const inboxOptions = z.object({
  tenantId: z.uuid(),
  ...serviceOptions,
  /** The own Zustellpunkt. */
  destinationId: z.uuid(),
  /** Private JWKs: with the first the Zustellpunkt's letters are opened, with the second its events are signed. */
  decryptionKeys: keys,
  signingKey: keys,
  /** Agreed on with the service for calls that wake the polling. */
  callbackSecret: z
    .string()
    .min(16)
    .max(500)
    .optional()
    .meta({ kind: "secret" }),
  maxMegabytes: z.coerce.number().int().min(1).max(500).default(100),
});

export type InboxOptions = z.infer<typeof inboxOptions>;
