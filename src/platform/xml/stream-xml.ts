import { SaxesParser, type SaxesTagNS } from "saxes";
import { OpenElement } from "./open-element.ts";
import type { XmlRefusal } from "./parse-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/** A part of a long document that was read to its end. */
export type XmlRecord = {
  readonly root: XmlElement;
  /** Name of the element it stands in. */
  readonly parent: string;
  /** What is said at that element. */
  readonly parentAttributes: XmlElement["attributes"];
  readonly element: XmlElement;
};

/** The document ends here: what came before is not to be trusted. */
export class BrokenXml extends Error {
  readonly code = "broken-xml";
  readonly refusal: XmlRefusal;

  constructor(refusal: XmlRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

const maxDepth = 60;
/** Of one record. */
const maxElements = 50_000;
const maxCharacters = 5_000_000;

/**
 * Reads a document of any length from strangers, one record after the other: the root as it opens, then the
 * elements two levels below it.
 * Only one record is in memory. Throws `BrokenXml` on document types, entities, bad bytes and wherever it is not well formed.
 */
export async function* streamXml(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<XmlRecord> {
  const reader = new RecordReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) {
    reader.write(decode(decoder, chunk, reader.line));
    yield* reader.take();
  }
  reader.write(decode(decoder, undefined, reader.line));
  reader.close();
  yield* reader.take();
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  line: number,
): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    // TextDecoder throws exactly when the bytes are not UTF-8.
    throw new BrokenXml({ kind: "not-utf-8", line });
  }
}

class RecordReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  #ready: XmlRecord[] = [];
  #path: OpenElement[] = [];
  #elements = 0;
  #characters = 0;

  constructor() {
    const parser = this.#parser;
    parser.on("doctype", () => this.#stop("doctype-not-allowed"));
    parser.on("opentag", (tag) => {
      this.#open(tag);
    });
    const take = (text: string) => {
      this.#text(text);
    };
    parser.on("text", take);
    parser.on("cdata", take);
    parser.on("closetag", () => {
      this.#close();
    });
    parser.on("error", ({ message }) =>
      this.#stop(
        /entity/i.test(message) ? "entity-not-allowed" : "not-well-formed",
        message,
      ),
    );
  }

  get line(): number {
    return this.#parser.line;
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    this.#parser.close();
  }

  take(): XmlRecord[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #stop(kind: XmlRefusal["kind"], detail?: string): never {
    throw new BrokenXml({
      kind,
      line: this.line,
      ...(detail !== undefined && { detail }),
    });
  }

  #open(tag: SaxesTagNS): void {
    if (this.#path.length >= maxDepth) this.#stop("nested-too-deeply");
    this.#elements += 1;
    if (this.#elements > maxElements) this.#stop("too-many-elements");
    const element = new OpenElement(tag, this.line);
    if (this.#path.length === 0)
      this.#ready.push({
        root: element,
        parent: "",
        parentAttributes: new Map(),
        element,
      });
    // What stands two levels below the root is a record; it is not kept by what it stands in.
    if (this.#path.length > 2) this.#path.at(-1)?.children.push(element);
    this.#path.push(element);
  }

  #text(text: string): void {
    if (this.#path.length < 3) return;
    this.#characters += text.length;
    if (this.#characters > maxCharacters) this.#stop("too-large");
    const element = this.#path.at(-1);
    if (element) element.text += text;
  }

  #close(): void {
    const element = this.#path.pop();
    const [root, parent] = this.#path;
    if (!element || !root || !parent || this.#path.length !== 2) return;
    this.#elements = 0;
    this.#characters = 0;
    const { name, attributes } = parent;
    this.#ready.push({
      root,
      parent: name,
      parentAttributes: attributes,
      element,
    });
  }
}
