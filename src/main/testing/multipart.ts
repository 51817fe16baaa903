import type { VisitOptions } from "./visitor.ts";

export type Part = {
  readonly name: string;
  readonly content: Buffer | string;
  /** Present on files, also when empty. */
  readonly filename?: string;
  /** What the browser claims; the portal does not believe it. */
  readonly type?: string;
};

const boundary = "----formular7MA4YWxkTrZu0gW";

/** A form with files as a browser sends it from a page of the same portal. */
export function multipartForm(
  parts: readonly Part[],
): VisitOptions & { readonly body: Buffer } {
  return {
    method: "POST",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "sec-fetch-site": "same-origin",
    },
    body: Buffer.concat([
      ...parts.flatMap((part) => [
        Buffer.from(headOf(part)),
        Buffer.from(part.content),
        Buffer.from("\r\n"),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}

function headOf({ name, filename, type }: Part): string {
  const file =
    filename === undefined
      ? ""
      : `; filename="${filename}"\r\nContent-Type: ${type ?? "application/octet-stream"}`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
}
