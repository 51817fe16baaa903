import { z } from "zod";

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);

const credential = {
  id: base64url.min(1).max(1400),
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
};

const transport = z.enum([
  "ble",
  "cable",
  "hybrid",
  "internal",
  "nfc",
  "smart-card",
  "usb",
]);

const newKeyResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    // Devices may have ways that are not known yet.
    transports: z
      .array(z.string())
      .max(20)
      .default([])
      .transform((given) =>
        given.flatMap((word) => {
          const known = transport.safeParse(word);
          return known.success ? [known.data] : [];
        }),
      ),
  }),
});

const assertionResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
  }),
});

const clientData = z.object({
  challenge: base64url,
  crossOrigin: z.boolean().default(false),
});

/** What a browser says when a key was made. @see WebAuthn section 5.2.1 */
export type NewKeyResponse = z.infer<typeof newKeyResponse>;

/** What a browser says when a key has signed. @see WebAuthn section 5.2.2 */
export type AssertionResponse = z.infer<typeof assertionResponse>;

/** A browser's answer in JSON; undefined when it has not the shape of one. */
export function parseNewKeyResponse(json: string): NewKeyResponse | undefined {
  return newKeyResponse.safeParse(parseJson(json)).data;
}

/** A browser's answer in JSON; undefined when it has not the shape of one. */
export function parseAssertionResponse(
  json: string,
): AssertionResponse | undefined {
  return assertionResponse.safeParse(parseJson(json)).data;
}

/** What the browser itself said: which challenge it answers, and whether it was in a frame of another site. */
export function readClientData({
  response,
}: NewKeyResponse | AssertionResponse):
  | { readonly challenge: string; readonly crossOrigin: boolean }
  | undefined {
  const json = Buffer.from(response.clientDataJSON, "base64url").toString();
  return clientData.safeParse(parseJson(json)).data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
