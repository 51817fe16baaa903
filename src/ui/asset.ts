import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A file the portal serves, ready to send. */
export type Asset = {
  /** Path with content hash, e.g. `/assets/portal.3f1c….css`. */
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** Packed bodies, only of text that gets smaller by it. Packed when first asked for: a start does not wait for what nobody has asked for yet. */
  readonly brotli: () => Buffer | undefined;
  readonly gzip: () => Buffer | undefined;
  /** With quotes, as it goes into the header. */
  readonly etag: string;
  /** True when the path carries the hash: `Cache-Control: public, max-age=31536000, immutable`. */
  readonly isImmutable: boolean;
};

const contentTypes = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
} as const;

type Ending = keyof typeof contentTypes;

/** Makes an asset whose address changes with its content. `name` is the plain name, such as `portal.css`. */
export function makeAsset(name: string, content: string | Buffer): Asset {
  const body = Buffer.isBuffer(content) ? content : Buffer.from(content);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 16);
  const dot = name.lastIndexOf(".");
  const ending = endingOf(name);
  return {
    path: `/assets/${name.slice(0, dot)}.${hash}.${ending}`,
    contentType: contentTypes[ending],
    body,
    brotli: packed(ending, body, brotliOf),
    gzip: packed(ending, body, gzipOf),
    etag: `"${hash}"`,
    isImmutable: true,
  };
}

function endingOf(name: string): Ending {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  if (isEnding(ending)) return ending;
  throw new TypeError(`asset ${name}: no content type known for .${ending}`);
}

function isEnding(ending: string): ending is Ending {
  return Object.hasOwn(contentTypes, ending);
}

function packed(
  ending: Ending,
  body: Buffer,
  pack: (body: Buffer) => Buffer,
): () => Buffer | undefined {
  let kept: { readonly body: Buffer | undefined } | undefined;
  return () => {
    kept ??= { body: smaller(ending, body, pack) };
    return kept.body;
  };
}

function smaller(
  ending: Ending,
  body: Buffer,
  pack: (body: Buffer) => Buffer,
): Buffer | undefined {
  if (ending === "woff2") return undefined; // is Brotli inside already
  const packedBody = pack(body);
  return packedBody.length < body.length ? packedBody : undefined;
}

function brotliOf(body: Buffer): Buffer {
  // Level 11 would save one more kilobyte of the style sheet and cost its first reader a third of a second.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return brotliCompressSync(body, { params });
}

function gzipOf(body: Buffer): Buffer {
  return gzipSync(body, { level: 9 });
}
