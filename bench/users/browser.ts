import { Agent, request, type IncomingHttpHeaders } from "node:http";
import type { RequestKind } from "./user-request.ts";

export type Page = {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

export type Sent = {
  readonly kind: RequestKind;
  readonly path: string;
  /** Expected of the answer. */
  readonly status: number;
  /** Of a form; makes it a POST. */
  readonly form?: {
    readonly type: string;
    readonly body: string | Buffer;
  };
};

/** A browser without a screen: cookies and a connection of its own. */
export type Browser = {
  send(sent: Sent): Promise<Page>;
  close(): void;
};

export type BrowserInput = {
  readonly port: number;
  readonly host: string;
  /** A cookie it has already. */
  readonly cookie?: string;
  /** As a proxy tells it: the portal limits how much comes from one. */
  readonly address: string;
  readonly onAnswer: (kind: RequestKind, ms: number) => void;
};

/** An answer that is not the expected one. */
export class Unexpected extends Error {
  readonly kind: RequestKind;
  readonly status: number | undefined;
  /** Seconds after which to come again, where the answer says so. */
  readonly retryAfter: number | undefined;

  constructor(
    { kind }: Sent,
    status: number | undefined,
    headers: IncomingHttpHeaders,
  ) {
    super(`${kind}: ${String(status)}`);
    this.kind = kind;
    this.status = status;
    const seconds = headers["retry-after"];
    this.retryAfter = seconds === undefined ? undefined : Number(seconds);
  }
}

/** Throws `Unexpected` when an answer is not the expected one. */
export function openBrowser({
  port,
  host,
  cookie = "",
  address,
  onAnswer,
}: BrowserInput): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();
  if (cookie !== "") keep(cookies, cookie);
  return {
    send: async (sent) => {
      const start = performance.now();
      const { status, ...page } = await exchange(sent, {
        agent,
        port,
        headers: {
          host,
          cookie: cookiesOf(cookies),
          "x-forwarded-for": address,
          ...headersOf(sent, host),
        },
      });
      if (status !== sent.status)
        throw new Unexpected(sent, status, page.headers);
      onAnswer(sent.kind, performance.now() - start);
      for (const line of page.headers["set-cookie"] ?? []) keep(cookies, line);
      return page;
    },
    close: () => {
      agent.destroy();
    },
  };
}

type Way = {
  readonly agent: Agent;
  readonly port: number;
  readonly headers: Readonly<Record<string, string | number>>;
};

/** One request to the last byte of its answer. */
function exchange(
  { kind, path, form }: Sent,
  { agent, port, headers }: Way,
): Promise<Page & { readonly status: number | undefined }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: "127.0.0.1",
        port,
        path,
        method: form ? "POST" : "GET",
        headers,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          });
        });
      },
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      reject(new Error(`${kind}: ${error.code ?? error.message}`));
    });
    outgoing.end(form?.body);
  });
}

/** What browsers send along with a form. */
function headersOf({ form }: Sent, host: string): Way["headers"] {
  return form
    ? {
        origin: `http://${host}`,
        "sec-fetch-site": "same-origin",
        "content-type": form.type,
        "content-length": Buffer.byteLength(form.body),
      }
    : {};
}

function cookiesOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map((pair) => pair.join("=")).join("; ");
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const separator = pair.indexOf("=");
  const name = pair.slice(0, separator);
  const value = pair.slice(separator + 1);
  if (value === "") cookies.delete(name);
  else cookies.set(name, value);
}
