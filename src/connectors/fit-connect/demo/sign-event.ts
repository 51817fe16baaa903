import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { tagOf } from "../encrypt.ts";
import type { EventKind, LocalCase, LocalService } from "./local-types.ts";

const events = "https://schema.fitko.de/fit-connect/events/";

/** A signed event as the service or the Zustellpunkt writes it. @see RFC 8417 */
export function signEvent(
  local: LocalService,
  about: LocalCase,
  {
    kind,
    content = { authenticationTags: tagsOf(about) },
    issuer = local.destinationId,
    kid,
  }: {
    readonly kind: EventKind;
    readonly content?: unknown;
    readonly issuer?: string;
    readonly kid?: string;
  },
): Promise<string> {
  const { service, signing } = local.keys;
  const key = issuer === local.url ? service : signing;
  return new SignJWT({
    $schema:
      "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json",
    iss: issuer,
    sub: `submission:${about.submissionId}`,
    txn: `case:${about.caseId}`,
    iat: Math.floor(local.now().getTime() / 1000),
    jti: randomUUID(),
    events: { [`${events}${kind}`]: content },
  })
    .setProtectedHeader({
      typ: "secevent+jwt",
      alg: "PS512",
      kid: kid ?? key.kid,
    })
    .sign(key.privateKey);
}

/** Of what the service has. */
export function tagsOf({ submission, attachments }: LocalCase) {
  return (
    submission && {
      metadata: tagOf(submission.encryptedMetadata),
      data: tagOf(submission.encryptedData),
      attachments: Object.fromEntries(
        [...attachments].map(([id, jwe]) => [id, tagOf(jwe)]),
      ),
    }
  );
}
