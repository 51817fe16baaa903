import { randomBytes } from "node:crypto";
import type { StreamedBody } from "../../platform/http-client/http-client.ts";
import type { Property } from "./properties.ts";

/** Content whose size is known before it is sent. */
export type FormFile = {
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
};

/** A form of fields, and of one file that is read while it is sent. @see RFC 7578 */
export function multipartOf(
  fields: readonly Property[],
  file: FormFile | undefined,
): { readonly contentType: string; readonly body: StreamedBody } {
  const boundary = `orh-${randomBytes(18).toString("hex")}`;
  const head = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${value}\r\n`,
  );
  if (file)
    head.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="content"; filename="${quoted(file.filename)}"\r\nContent-Type: ${file.mediaType}\r\n\r\n`,
    );
  const before = Buffer.from(head.join(""));
  const after = Buffer.from(`${file ? "\r\n" : ""}--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: {
      sizeBytes: before.length + (file?.sizeBytes ?? 0) + after.length,
      open: async function* () {
        yield before;
        if (file) yield* file.open();
        yield after;
      },
    },
  };
}

/** As browsers write names of files. @see WHATWG HTML, multipart/form-data encoding algorithm */
const quoted = (name: string): string =>
  name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
