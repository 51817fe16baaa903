import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import fc from "fast-check";
import { runs } from "../testing/thorough.ts";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
} from "./testing/identity-provider.ts";
import {
  expectation,
  portalKey,
  providerKey,
  withoutEncryption,
} from "./testing/expectation.ts";
import type { ResponseExpectation } from "./response-expectation.ts";
import { validateResponse } from "./validate-response.ts";

type Node = {
  readonly parentNode: Node | null;
  readonly childNodes: { readonly length: number };
  readonly cloneNode: (deep: boolean) => Node;
  readonly removeChild: (child: Node) => void;
  readonly appendChild: (child: Node) => void;
  readonly insertBefore: (child: Node, before: Node | null) => void;
  readonly contains?: (other: Node) => boolean;
};
type Document = {
  readonly getElementsByTagName: (name: string) => Record<number, Node> & {
    readonly length: number;
  };
  readonly toString: () => string;
};

const { DOMParser } = createRequire(import.meta.url)("@xmldom/xmldom") as {
  DOMParser: new () => {
    parseFromString: (text: string, type: string) => Document;
  };
};

const signing = { key: providerKey };
const plain = responseXml(answer, signXml(assertionXml(answer), signing));
const around = signXml(responseXml(answer, assertionXml(answer)), signing);
const encrypted = signXml(
  responseXml(
    answer,
    await encryptXml(signXml(assertionXml(answer), signing), {
      certificate: portalKey.certificate,
    }),
  ),
  signing,
);

const starts = {
  plain: start(plain, withoutEncryption),
  around: start(around, withoutEncryption),
  encrypted: start(encrypted, expectation),
};

type Start = {
  readonly xml: string;
  readonly expected: ResponseExpectation;
  readonly said: unknown;
};

function start(xml: string, expected: ResponseExpectation): Start {
  const result = validateResponse(encode(xml), expected);
  assert.ok(result.ok);
  return { xml, expected, said: withoutLines(result.value) };
}

/** Whatever was done to it: if it is accepted, then it says what the provider said. */
function saysTheSameOrNothing(
  changed: string,
  { expected, said }: Start,
): void {
  const result = validateResponse(encode(changed), expected);
  if (result.ok) assert.deepEqual(withoutLines(result.value), said);
}

/** Lines and places of elements in the text are no part of what was said. */
function withoutLines(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === "elements" ? undefined : part instanceof Map ? [...part] : part,
    ),
  );
}

test("no change of characters yields another person or attribute", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("plain", "around", "encrypted" as const),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          length: fc.nat({ max: 3 }),
          by: fc.oneof(
            fc.string({ unit: "binary", maxLength: 3 }),
            fc.constantFrom("<!---->", "&#0;", "&amp;", "<x/>", '"', " ", "="),
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      (kind, changes) => {
        const changed = changes.reduce((xml, { at, length, by }) => {
          const place = Math.floor(at * xml.length);
          return xml.slice(0, place) + by + xml.slice(place + length);
        }, starts[kind].xml);
        saysTheSameOrNothing(changed, starts[kind]);
      },
    ),
    { numRuns: runs(100) },
  );
});

test("no flipped bit yields another person or attribute", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("plain", "around", "encrypted" as const),
      fc.nat({ max: 1_000_000 }),
      fc.nat({ max: 7 }),
      (kind, place, bit) => {
        const bytes = Buffer.from(starts[kind].xml);
        const index = place % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        saysTheSameOrNothing(bytes.toString("latin1"), starts[kind]);
      },
    ),
    { numRuns: runs(100) },
  );
});

test("no moved, copied or removed element yields another person or attribute", () => {
  const place = fc.nat({ max: 1_000 });
  fc.assert(
    fc.property(
      fc.constantFrom("plain", "around", "encrypted" as const),
      fc.array(
        fc.record({
          kind: fc.constantFrom("move", "copy", "remove", "replace" as const),
          which: place,
          where: place,
        }),
        { minLength: 1, maxLength: 3 },
      ),
      (kind, changes) => {
        const document = new DOMParser().parseFromString(
          starts[kind].xml,
          "text/xml",
        );
        for (const change of changes) rearrange(document, change);
        saysTheSameOrNothing(document.toString(), starts[kind]);
      },
    ),
    { numRuns: runs(100) },
  );
});

type Change = {
  readonly kind: "move" | "copy" | "remove" | "replace";
  readonly which: number;
  readonly where: number;
};

function rearrange(document: Document, change: Change): void {
  const elements = Array.from(document.getElementsByTagName("*"));
  const which = elements[1 + (change.which % (elements.length - 1))];
  const where = elements[change.where % elements.length];
  if (!which || !where || isInside(where, which)) return;
  const copy = which.cloneNode(true);
  switch (change.kind) {
    case "remove":
      which.parentNode?.removeChild(which);
      break;
    case "move":
      where.appendChild(which);
      break;
    case "copy":
      where.appendChild(copy);
      break;
    case "replace":
      // The root has no element around it that another one could stand in.
      if (where !== elements[0]) replace(where, copy);
  }
}

function replace(node: Node, by: Node): void {
  const { parentNode } = node;
  parentNode?.insertBefore(by, node);
  parentNode?.removeChild(node);
}

function isInside(node: Node | null, outer: Node): boolean {
  return node !== null && (node === outer || isInside(node.parentNode, outer));
}
