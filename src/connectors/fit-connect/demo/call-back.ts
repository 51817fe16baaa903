import { createHmac } from "node:crypto";
import { request } from "node:http";
import type { LocalCase, LocalService } from "./local-types.ts";

const types = "https://schema.fitko.de/fit-connect/submission-api/callbacks/";

/**
 * Tells who wants to know, as documented: the type, what it is about, and the HMAC over time and body. Nobody waits for it, and nobody is
 * told twice; the real service repeats it until it is answered with 200.
 */
export function callBack(
  local: LocalService,
  who: "sender" | "subscriber",
  { destinationId, submissionId, caseId }: LocalCase,
): void {
  const callback = local.callbacks[who];
  if (!callback) return;
  const type = `${types}${who === "sender" ? "new-events" : "new-submissions"}`;
  const submissions = [{ destinationId, submissionId, caseId }];
  const body = JSON.stringify({
    type,
    submissionIds: [submissionId],
    submissions,
  });
  const timestamp = String(Math.floor(local.now().getTime() / 1000));
  const mac = createHmac("sha512", callback.secret)
    .update(`${timestamp}.${body}`)
    .digest("hex");
  const url = new URL(callback.url);
  const call = request({
    // Portals on this machine are subdomains of localhost, which not every resolver knows.
    host: url.hostname.endsWith("localhost") ? "127.0.0.1" : url.hostname,
    port: url.port,
    path: url.pathname,
    method: "POST",
    headers: {
      host: url.host,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "callback-timestamp": timestamp,
      "callback-authentication": mac,
    },
  });
  call.on("error", () => undefined);
  call.on("response", (answer) => answer.resume());
  call.end(body);
}
