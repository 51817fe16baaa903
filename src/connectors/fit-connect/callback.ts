import { createHmac, timingSafeEqual } from "node:crypto";
import type { OutsideCall } from "../../modules/delivery/index.ts";
import { z } from "zod";

const windowMs = 5 * 60_000;

/** True for a call that the service made within the last five minutes: the HMAC-SHA-512 over time and body is right. */
export function isGenuineCallback(
  { headers, body }: OutsideCall,
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

const newEvents = z.object({
  type: z.string(),
  submissions: z.array(z.object({ caseId: z.uuid() })).max(1000),
});

/** The cases in which something is new. None when the call says something else: what cannot be read wakes nobody. */
export function casesOf({ body }: Pick<OutsideCall, "body">): string[] {
  const read = newEvents.safeParse(jsonOf(body));
  if (!read.success) return [];
  return [...new Set(read.data.submissions.map(({ caseId }) => caseId))];
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    // The schema refuses it.
    return undefined;
  }
}
