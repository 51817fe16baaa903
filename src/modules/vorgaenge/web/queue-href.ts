import { formatQueueQuery, type QueueQuery } from "../domain/queue-query.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Address of a part of the queue. */
export function queueHref(query: QueueQuery): string {
  return `${vorgaengePaths.queue}?${formatQueueQuery(query)}`;
}
