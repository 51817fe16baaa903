import type {
  HttpAnswer,
  HttpClient,
} from "../../../platform/http-client/http-client.ts";
import type { Feed, FeedOutcome } from "../domain/feed.ts";
import { allFiles, filesAfter } from "../domain/feed-index.ts";
import { readDelivery } from "../xzufi/read-index.ts";

export type FeedPorts = {
  readonly http: HttpClient;
  /** Hosts that the operator lets authorities name; nothing else is called. */
  readonly releasedHosts: readonly string[];
};

type Fault = {
  readonly kind: "fault";
  readonly outcome: FeedOutcome;
  readonly detail: string | undefined;
};

type File = { readonly name: string; readonly body: Uint8Array };

/** Files of a delivery, all of them whole; none where nothing is new. */
export type Delivered =
  | {
      readonly kind: "delivered";
      readonly files: readonly File[];
      /** What to remember when they were taken. */
      readonly taken: {
        readonly etag: string | undefined;
        readonly lastModified: string | undefined;
        readonly lastFile: string | undefined;
      };
    }
  | Fault;

const mostBytes = 192 * 1024 * 1024;
const timeoutMs = 5 * 60_000;

/**
 * Asks the address of a feed, and for the files its answer names. Says what was known of it, so that an answer that has not changed need
 * not be sent again. One file that cannot be had is a fault of the whole.
 */
export async function fetchDelivery(
  feed: Feed,
  { http }: FeedPorts,
  signal: AbortSignal,
): Promise<Delivered> {
  const get: Get = (url, headers) => getFile(http, { url, headers, signal });
  const answer = await get(feed.url, knownOf(feed));
  if (answer.kind === "fault") return answer;
  const known = { etag: feed.etag, lastModified: feed.lastModified };
  if (answer.status === 304) return nothingNew({ ...known, feed });
  const { body, headers } = answer;
  const taken = {
    etag: headers["etag"],
    lastModified: headers["last-modified"],
    lastFile: feed.lastFile,
  };
  const read = readDelivery(body, feed.url);
  switch (read.kind) {
    case "broken":
      return fault("broken", read.detail);
    case "message":
      return {
        kind: "delivered",
        files: [{ name: nameOf(feed.url), body }],
        taken,
      };
    case "index":
      return fetchFiles({ feed, urls: read.urls }, { get, taken });
  }
}

type Taken = Extract<Delivered, { kind: "delivered" }>["taken"];
type Get = (
  url: string,
  headers: Readonly<Record<string, string>>,
) => Promise<HttpAnswer | Fault>;

const nothingNew = ({
  feed,
  ...known
}: Omit<Taken, "lastFile"> & { readonly feed: Feed }): Delivered => ({
  kind: "delivered",
  files: [],
  taken: { ...known, lastFile: feed.lastFile },
});

async function fetchFiles(
  { feed, urls }: { readonly feed: Feed; readonly urls: readonly string[] },
  { get, taken }: { readonly get: Get; readonly taken: Taken },
): Promise<Delivered> {
  const picked =
    feed.mode === "whole" ? allFiles(urls) : filesAfter(urls, feed.lastFile);
  if (picked.kind === "empty") return fault("empty", undefined);
  if (picked.kind === "gap") return fault("gap", picked.missing);
  const files: File[] = [];
  let total = 0;
  for (const url of picked.urls) {
    const answer = await get(url, {});
    if (answer.kind === "fault")
      return { ...answer, detail: named(answer.detail, url) };
    if (answer.status !== 200)
      return fault("status", named(String(answer.status), url));
    total += answer.body.length;
    if (total > mostBytes) return fault("network", "too-large");
    files.push({ name: nameOf(url), body: answer.body });
  }
  const lastFile = picked.urls.at(-1) ?? feed.lastFile;
  return { kind: "delivered", files, taken: { ...taken, lastFile } };
}

const named = (detail: string | undefined, url: string) =>
  [detail, nameOf(url)].filter(Boolean).join(", ");

const nameOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";

const fault = (outcome: FeedOutcome, detail: string | undefined): Fault => ({
  kind: "fault",
  outcome,
  detail,
});

function knownOf({ etag, lastModified }: Feed): Record<string, string> {
  return {
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

async function getFile(
  http: HttpClient,
  request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  },
): Promise<HttpAnswer | Fault> {
  const { url, headers, signal } = request;
  const answer = await http.request({
    method: "GET",
    url,
    headers: { accept: "application/xml, text/xml, text/plain", ...headers },
    allowedHosts: [new URL(url).hostname],
    maxAnswerBytes: mostBytes,
    timeoutMs,
    signal,
  });
  if (answer.kind !== "answered") return fault("network", answer.kind);
  const { status } = answer;
  if (status === 304) return answer;
  if (status >= 300 && status < 400) return fault("redirected", String(status));
  if (status !== 200) return fault("status", String(status));
  const type = answer.headers["content-type"] ?? "";
  return /xml|octet-stream|text\/plain/i.test(type) || type === ""
    ? answer
    : fault("wrong-type", type.slice(0, 80));
}
