import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** What is sent to one visitor. */
export type SentPage = {
  /** About how many bytes it has when nothing compresses it. */
  readonly size: number;
  bytes(encoding: Encoding): Buffer;
};

/** A page's bytes, ready to send again and again; compressed forms are made when first asked for. */
export type RenderedPage = SentPage & { readonly etag: string };

const smallestToCompress = 1024;

/** Where markup becomes bytes on its way into the compressor. */
const workspace = Buffer.allocUnsafeSlow(256 * 1024);
const mostBytesPerCharacter = 3;

/** A page made for one visitor and sent once: compressed quickly, and only what is sent has a buffer of its own. */
export function personalPage(html: string): SentPage {
  return {
    size: html.length,
    bytes: (encoding) =>
      encoding === "identity"
        ? Buffer.from(html)
        : compress(inWorkspace(html), encoding, personalQuality),
  };
}

/** Good until the next call. */
function inWorkspace(html: string): Buffer {
  return html.length * mostBytesPerCharacter > workspace.length
    ? Buffer.from(html)
    : workspace.subarray(0, workspace.write(html));
}

const personalQuality = 1;

/** `quality` 1 to 11: low for pages made for few visitors, higher for pages many will get. */
export function renderedPage(html: string, quality: number): RenderedPage {
  const identity = Buffer.from(html);
  const forms: Partial<Record<Encoding, Buffer>> = { identity };
  let etag: string | undefined;
  return {
    size: identity.length,
    // Made when asked for: a page for one visitor has none.
    get etag() {
      etag ??= `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
      return etag;
    },
    bytes: (encoding) =>
      (forms[encoding] ??= compress(identity, encoding, quality)),
  };
}

/** The best encoding the client takes and the size is worth. */
export function chooseEncoding(
  acceptEncoding: string | string[] | undefined,
  sizeBytes: number,
): Encoding {
  const accepted = String(acceptEncoding ?? "");
  if (sizeBytes < smallestToCompress) return "identity";
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return "br";
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return "gzip";
  return "identity";
}

function compress(bytes: Buffer, encoding: Encoding, quality: number): Buffer {
  switch (encoding) {
    case "br":
      return brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      });
    case "gzip":
      return gzipSync(bytes, { level: Math.min(quality, 9) });
    case "identity":
      return bytes;
  }
}
