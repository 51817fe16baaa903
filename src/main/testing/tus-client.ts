import { antrag } from "./applicant.ts";
import type { Answer, Visitor } from "./visitor.ts";

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
