import { connect } from "node:net";
import type { Reachable } from "../visitor.ts";
import { drawFrom, mutate, pick } from "./mutate.ts";

type Moment = { readonly portal: Reachable; readonly cookie: string };

const paths = [
  "/",
  "/leistungen/hundesteuer/antrag?sprache=en&q=a%20b",
  "/leistungen/hundesteuer/antrag/schritt/1",
  "/arbeitsplatz/anmelden",
  "/arbeitsplatz/vorgaenge?suche=a&seite=2",
  "/konto/anmelden",
  "/api/v1/submissions?limit=5",
  "/api/v1/token",
  "/anmelden/rueckkehr/saml/land",
  "/suche?q=hund",
  "/quittung?nummer=ABC",
];

const bodies: readonly (readonly [string, string])[] = [
  [
    "application/x-www-form-urlencoded",
    "login=a%40b.example&password=%C3%A4&a=b&a=c",
  ],
  [
    "application/json",
    '{"grant_type":"client_credentials","a":[1,{"b":null}]}',
  ],
  [
    "multipart/form-data; boundary=grenze",
    '--grenze\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--grenze\r\nContent-Disposition: form-data; name="d"; filename="x.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\r\n--grenze--\r\n',
  ],
  ["application/offset+octet-stream", "abcdef"],
  ["text/xml; charset=utf-16", "<a/>"],
];

const moreHeaders = [
  "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
  "X-Forwarded-For: 10.0.0.1, ::1",
  "X-Forwarded-Host: boese.example",
  "Accept-Language: de-DE,de;q=0.9,*;q=x",
  "Range: bytes=0-,5-1,-9",
  'If-None-Match: W/"a", *',
  "Expect: 100-continue",
  "Upload-Offset: -1",
  "Tus-Resumable: 1.0.0",
  "Upload-Metadata: filename 4pyT,a",
  "Idempotency-Key: a",
  "Transfer-Encoding: chunked",
  "Content-Encoding: gzip",
];

/** Sends requests as bytes, with anything in them changed. Gives what was answered with a fault or not at all. */
export async function sendRawRequests(
  moment: Moment,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Promise<readonly string[]> {
  const draw = drawFrom(seed);
  const failures: string[] = [];
  for (let done = 0; done < cases && failures.length < 5; done += 1) {
    const request = requestOf(draw, moment);
    const answer = await exchange(moment.portal.port, request);
    const problem = problemOf(answer);
    if (problem !== undefined)
      failures.push(
        `${problem} (seed ${seed}, case ${done}): ${JSON.stringify(request.toString("latin1").slice(0, 600))}`,
      );
  }
  return failures;
}

function requestOf(draw: () => number, { portal, cookie }: Moment): Buffer {
  const method = pick(draw, ["GET", "POST", "POST", "POST", "PATCH", "HEAD"]);
  const [type, content] = pick(draw, bodies);
  const body = mutate(draw, [Buffer.from(content)]);
  const head = [
    `${method} ${pick(draw, paths)} HTTP/1.1`,
    `Host: ${new URL(portal.baseUrl("schwerin")).host}`,
    "Sec-Fetch-Site: same-origin",
    `Cookie: ${cookie}`,
    `Content-Type: ${type}`,
    pick(draw, moreHeaders),
    pick(draw, moreHeaders),
    `Content-Length: ${body.length}`,
    "Connection: close",
  ].join("\r\n");
  const sent =
    draw() < 0.5 ? mutate(draw, [Buffer.from(head)]) : Buffer.from(head);
  return Buffer.concat([sent, Buffer.from("\r\n\r\n"), body]);
}

function problemOf(answer: string | undefined): string | undefined {
  if (answer === undefined) return "no answer in time";
  // Closed without a word: what came could not be read as a request at all.
  if (answer === "") return undefined;
  const [, status = ""] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? [];
  if (status === "" || status >= "500") return `status ${status || "missing"}`;
  return /\n\s+at .+:\d+:\d+/.test(answer) ? "a stack trace" : undefined;
}

/** Everything that comes back until the other side ends. */
export function exchange(
  port: number,
  request: Buffer,
): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const socket = connect(port, "localhost");
  const chunks: Buffer[] = [];
  const finish = () => resolve(Buffer.concat(chunks).toString("latin1"));
  socket.setTimeout(20_000, () => {
    resolve(undefined);
    socket.destroy();
  });
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", finish);
  socket.on("close", finish);
  socket.end(request);
  return promise;
}
