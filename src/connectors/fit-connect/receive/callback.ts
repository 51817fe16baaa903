import { createHmac, timingSafeEqual } from "node:crypto";
import type { InboxCall } from "../../../modules/arrivals/index.ts";

const windowMs = 5 * 60_000;

/**
 * True for a call that the service made within the last five minutes: the HMAC-SHA-512 over time and body is right. A call that somebody
 * recorded and repeats in that time does no more than the first: it wakes a job that looks what is there.
 */
export function isGenuineCallback(
  { headers, body }: InboxCall,
  secret: string | undefined,
  now: Date,
): boolean {
  const timestamp = headers["callback-timestamp"] ?? "";
  const given = headers["callback-authentication"] ?? "";
  if (secret === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > windowMs)
    return false;
  const right = createHmac("sha512", secret)
    .update(`${timestamp}.`)
    .update(body)
    .digest();
  return (
    /^[0-9a-f]{128}$/i.test(given) &&
    timingSafeEqual(right, Buffer.from(given, "hex"))
  );
}
