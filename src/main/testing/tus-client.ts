import { connect, type Socket } from "node:net";
import { antrag } from "./applicant.ts";
import {
  cookiesOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "./visitor.ts";

export type FileToUpload = {
  readonly name: string;
  readonly field: string;
  readonly sizeBytes: number;
};

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** What a browser with the tus client sends, one request at a time. */
export function tusClient(visitor: Visitor, form: string) {
  const ask = (
    method: "POST" | "HEAD" | "PATCH" | "DELETE",
    path: string,
    {
      headers = {},
      body,
    }: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: Buffer;
    } = {},
  ): Promise<Answer> =>
    visitor.visit(path, {
      method,
      headers: {
        "tus-resumable": "1.0.0",
        "sec-fetch-site": "same-origin",
        ...(body ? { "content-length": String(body.length) } : {}),
        ...headers,
      },
      ...(body ? { body } : {}),
    });
  return {
    ask,
    begin: ({ name, field, sizeBytes }: FileToUpload) =>
      ask("POST", antrag(form, "/hochladen"), {
        headers: {
          "upload-length": String(sizeBytes),
          "upload-metadata": `filename ${base64(name)},field ${base64(field)},lastModified ${base64("1")}`,
          "content-length": "0",
        },
      }),
    offsetOf: async (path: string) =>
      Number((await ask("HEAD", path)).headers["upload-offset"]),
    bring: (path: string, offset: number, body: Buffer) =>
      ask("PATCH", path, {
        headers: {
          "upload-offset": String(offset),
          "content-type": "application/offset+octet-stream",
        },
        body,
      }),
    discard: (path: string) => ask("DELETE", path),
  };
}

export type UnendedPatch = {
  readonly visitor: Visitor;
  readonly path: string;
  readonly content: Buffer;
  /** How many bytes of the content go out. */
  readonly bytes: number;
};

/** Sends a PATCH that promises the whole content and stops in the middle; the line stays open. */
export function sendBeginning(
  portal: Reachable,
  { visitor, path, content, bytes }: UnendedPatch,
): Socket {
  const { host } = new URL(portal.baseUrl("schwerin"));
  const socket = connect(portal.port, "localhost");
  socket.on("error", () => undefined);
  socket.write(
    [
      `PATCH ${path} HTTP/1.1`,
      `host: ${host}`,
      `cookie: ${cookiesOf(visitor.cookies)}`,
      "sec-fetch-site: same-origin",
      "tus-resumable: 1.0.0",
      "upload-offset: 0",
      "content-type: application/offset+octet-stream",
      `content-length: ${String(content.length)}`,
      "\r\n",
    ].join("\r\n"),
  );
  socket.write(content.subarray(0, bytes));
  return socket;
}
