import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signature covers: the time of sending in seconds since 1970, a dot, the body as it is sent. */
export type Signed = {
  readonly secret: string;
  readonly timestamp: string;
};

/** `v1=` and HMAC-SHA-256 in hex. The version allows another algorithm beside it later. @see RFC 2104 */
export async function sign(
  { secret, timestamp }: Signed,
  body: AsyncIterable<Uint8Array>,
): Promise<string> {
  const mac = createHmac("sha256", secret).update(`${timestamp}.`);
  for await (const chunk of body) mac.update(chunk);
  return `v1=${mac.digest("hex")}`;
}

/** For receivers written in this language, and for our tests: true when `signature` is right, compared in constant time. */
export async function verifySignature(
  signed: Signed,
  body: AsyncIterable<Uint8Array>,
  signature: string,
): Promise<boolean> {
  const expected = Buffer.from(await sign(signed, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
