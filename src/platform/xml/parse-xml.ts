import { SaxesParser, type SaxesTagNS } from "saxes";
import { OpenElement } from "./open-element.ts";
import { ok, refuse } from "../result/result.ts";
import type { Result } from "../result/result.ts";
import type { XmlElement } from "./xml-element.ts";

/** Why a document was not read. `detail` is the parser's own words, for the log of an editor; never shown alone. */
export type XmlRefusal = {
  readonly kind:
    | "not-utf-8"
    /** Of documents in other encodings; `detail` is the encoding. */
    | "encoding-not-supported"
    | "not-as-declared"
    | "not-well-formed"
    | "doctype-not-allowed"
    | "entity-not-allowed"
    | "nested-too-deeply"
    | "too-large"
    | "too-many-elements"
    | "too-many-attributes";
  /** Counted from 1. */
  readonly line: number;
  readonly detail?: string;
};

export type XmlLimits = {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributes: number;
};

export const defaultXmlLimits: XmlLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxDepth: 100,
  maxElements: 1_000_000,
  maxAttributes: 50,
};

/**
 * Reads a document of strangers into a tree. Refuses document types and entities altogether, so there is nothing to
 * expand and nothing to fetch, and stops at the limits while reading. Comments and processing instructions are dropped.
 */
export function parseXml(
  document: Uint8Array,
  limits: XmlLimits = defaultXmlLimits,
): Result<XmlElement, XmlRefusal> {
  if (document.byteLength > limits.maxBytes)
    return refuse({ kind: "too-large", line: 1 });
  const text = decodeUtf8(document);
  if (text === undefined) return refuse({ kind: "not-utf-8", line: 1 });
  try {
    return ok(buildTree(text, limits));
  } catch (error) {
    if (error instanceof RefusedXml) return refuse(error.refusal);
    throw error;
  }
}

class RefusedXml extends Error {
  readonly code = "xml-refused";
  readonly refusal: XmlRefusal;

  constructor(refusal: XmlRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

function decodeUtf8(document: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(document);
  } catch {
    // TextDecoder throws exactly when the bytes are not UTF-8; that is what the caller is told.
    return undefined;
  }
}

const chunkLength = 64 * 1024;

function buildTree(text: string, limits: XmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stop = (kind: XmlRefusal["kind"], detail?: string): never => {
    throw new RefusedXml({
      kind,
      line: parser.line,
      ...(detail === undefined ? {} : { detail }),
    });
  };
  const tree = createTreeBuilder(limits, stop);
  let attributes = 0;
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      stop("not-utf-8");
  });
  parser.on("doctype", () => stop("doctype-not-allowed"));
  parser.on("opentagstart", () => {
    attributes = 0;
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > limits.maxAttributes) stop("too-many-attributes");
  });
  parser.on("opentag", (tag) => {
    tree.open(tag, parser.line);
  });
  parser.on("text", tree.text);
  parser.on("cdata", tree.text);
  parser.on("closetag", tree.close);
  parser.on("error", ({ message }) =>
    stop(
      /entity/i.test(message) ? "entity-not-allowed" : "not-well-formed",
      message,
    ),
  );
  for (let start = 0; start < text.length; start += chunkLength)
    parser.write(text.slice(start, start + chunkLength));
  parser.close();
  return tree.root() ?? stop("not-well-formed");
}

type TreeBuilder = {
  readonly open: (tag: SaxesTagNS, line: number) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
  readonly root: () => XmlElement | undefined;
};

function createTreeBuilder(
  limits: XmlLimits,
  stop: (kind: XmlRefusal["kind"]) => never,
): TreeBuilder {
  const path: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  return {
    open(tag, line) {
      count += 1;
      if (count > limits.maxElements) stop("too-many-elements");
      if (path.length >= limits.maxDepth) stop("nested-too-deeply");
      const element = new OpenElement(tag, line);
      path.at(-1)?.children.push(element);
      root ??= element;
      path.push(element);
    },
    text(text) {
      const element = path.at(-1);
      if (element) element.text += text;
    },
    close() {
      path.pop();
    },
    root: () => root,
  };
}
