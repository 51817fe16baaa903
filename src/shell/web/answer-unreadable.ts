import type { Socket } from "node:net";
import { html } from "../../platform/html/html.ts";
import { shellTexts } from "../i18n/texts.ts";

type Refusal = {
  readonly line: string;
  readonly text: "error.431" | "error.408" | "error.unreadable";
};

/** What Node refuses before it is a request: nobody knows yet which portal and language it is for. */
const statuses = new Map<string | undefined, Refusal>([
  [
    "HPE_HEADER_OVERFLOW",
    { line: "431 Request Header Fields Too Large", text: "error.431" },
  ],
  [
    "ERR_HTTP_REQUEST_TIMEOUT",
    { line: "408 Request Timeout", text: "error.408" },
  ],
]);

const unreadable: Refusal = {
  line: "400 Bad Request",
  text: "error.unreadable",
};

/** Says so in a page of its own: a search with very long words makes an address that is too long. */
export function answerUnreadable(
  error: NodeJS.ErrnoException,
  socket: Socket,
): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const { line, text } = statuses.get(error.code) ?? unreadable;
  const body = page(text);
  if (socket.writable)
    socket.write(
      [
        `HTTP/1.1 ${line}`,
        "Content-Type: text/html; charset=utf-8",
        "Content-Security-Policy: default-src 'none'",
        "Cache-Control: no-store",
        `Content-Length: ${String(Buffer.byteLength(body))}`,
        "Connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  socket.destroySoon();
}

function page(text: Refusal["text"]): string {
  const t = shellTexts("de");
  return String(
    html`<!doctype html>
      <html lang="de">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${t(`${text}.title`)}</title>
        </head>
        <body>
          <main>
            <h1>${t(`${text}.title`)}</h1>
            <p>${t(`${text}.body`)}</p>
            <p><a href="/">${t("error.start")}</a></p>
          </main>
        </body>
      </html>`,
  );
}
