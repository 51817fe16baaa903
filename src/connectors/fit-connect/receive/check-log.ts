import type { Problem } from "../../../modules/arrivals/index.ts";
import { tagOf } from "../encrypt.ts";
import type { Log } from "../event-log.ts";
import type { Fetched } from "./fetch-submission.ts";
import { problem } from "./problems.ts";

/** Whether what lies at the service is what was submitted: by the tags in the event that the service signed then. */
export function checkLog(
  { encryptedMetadata, encryptedData, sealed }: Fetched,
  { events }: Log,
): readonly Problem[] {
  const tags = events.findLast(
    ({ kind, issuer }) => kind === "submit-submission" && issuer === "service",
  )?.tags;
  if (!tags) return [problem("invalid-event-log", "")];
  const wrong = (instance: string) =>
    problem("incorrect-authentication-tag", instance);
  const ids = Object.keys(tags.attachments);
  return [
    ...(tags.metadata === tagOf(encryptedMetadata) ? [] : [wrong("metadata")]),
    ...(tags.data === tagOf(encryptedData) ? [] : [wrong("data")]),
    ...(ids.length === sealed.size && ids.every((id) => sealed.has(id))
      ? []
      : [problem("attachments-mismatch", "metadata")]),
    ...[...sealed].flatMap(([id, jwe]) =>
      tags.attachments[id] === tagOf(jwe) ? [] : [wrong(`attachment:${id}`)],
    ),
  ];
}
