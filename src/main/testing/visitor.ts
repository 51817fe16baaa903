import { request, type IncomingHttpHeaders } from "node:http";
import type { TestPortal } from "./test-portal.ts";
import { noteGiven, noteTyped } from "./typed-values.ts";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
};

export type VisitOptions = {
  readonly method?: "GET" | "HEAD" | "POST" | "PATCH" | "DELETE";
  /** Sent as a form; makes it a POST from a page of the same portal. */
  readonly fields?: Readonly<Record<string, string>> | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
};

/** A browser without a screen: keeps cookies, follows no redirects by itself, sends what browsers send with a form. */
export type Visitor = {
  readonly cookies: Map<string, string>;
  visit(path: string, options?: VisitOptions): Promise<Answer>;
  /** Follows redirects inside the portal until there is a page. */
  follow(answer: Answer): Promise<Answer>;
};

/** One question and its answer, with everything that a browser would send. */
export type Exchange = (path: string, options: VisitOptions) => Promise<Answer>;

/** What a visitor needs to know of a portal. */
export type Reachable = Pick<TestPortal, "port" | "baseUrl"> & {
  /** Gives each visitor a connection of another kind than plain HTTP. */
  readonly connect?: (origin: string) => Exchange;
};

/** A visitor of the portal with this host label. */
export function visitorOf(portal: Reachable, label: string): Visitor {
  const cookies = new Map<string, string>();
  const origin = portal.baseUrl(label);
  const exchange: Exchange =
    portal.connect?.(origin) ??
    ((path, options) => send({ portal, origin }, path, options));
  const visit = async (
    path: string,
    options: VisitOptions = {},
  ): Promise<Answer> => {
    const answer = await exchange(
      path,
      withCookies(cookies, formOf(origin, options)),
    );
    keepCookies(cookies, answer.headers["set-cookie"] ?? []);
    return answer;
  };
  const follow = async (answer: Answer): Promise<Answer> => {
    const { location } = answer.headers;
    return location === undefined ? answer : follow(await visit(location));
  };
  return { cookies, visit, follow };
}

function formOf(
  origin: string,
  { fields, ...options }: VisitOptions,
): VisitOptions {
  if (!fields) return options;
  noteTyped(fields);
  return {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    ...options,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin,
      "sec-fetch-site": "same-origin",
      ...options.headers,
    },
  };
}

function withCookies(
  cookies: ReadonlyMap<string, string>,
  options: VisitOptions,
): VisitOptions {
  if (cookies.size === 0) return options;
  const cookie = cookiesOf(cookies);
  return { ...options, headers: { cookie, ...options.headers } };
}

/** What a browser puts into its `Cookie` header. */
export function cookiesOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map((pair) => pair.join("=")).join("; ");
}

function keepCookies(
  cookies: Map<string, string>,
  lines: readonly string[],
): void {
  for (const line of lines) {
    const [pair = ""] = line.split(";");
    const separator = pair.indexOf("=");
    const value = pair.slice(separator + 1);
    if (value === "") cookies.delete(pair.slice(0, separator));
    else {
      cookies.set(pair.slice(0, separator), value);
      noteGiven(value);
    }
  }
}

type Target = { readonly portal: Reachable; readonly origin: string };

/** Node's resolver does not know `*.localhost`, so the name goes into the Host header only. */
function send(
  { portal, origin }: Target,
  path: string,
  { method = "GET", headers = {}, body }: VisitOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "localhost",
        port: portal.port,
        method,
        path,
        headers: { host: new URL(origin).host, ...headers },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        const finish = () => {
          const whole = Buffer.concat(chunks);
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: whole,
            text: whole.toString("utf8"),
          });
        };
        incoming.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          // A stream of events goes on for as long as somebody listens.
          if (!isEventStream(incoming.headers)) return;
          finish();
          incoming.destroy();
        });
        incoming.on("error", reject);
        incoming.on("end", finish);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function isEventStream(headers: IncomingHttpHeaders): boolean {
  return headers["content-type"]?.startsWith("text/event-stream") === true;
}
