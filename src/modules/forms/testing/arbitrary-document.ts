import fc from "fast-check";
import {
  node,
  text,
  title,
  writing,
  type ArbitraryField,
  type Version,
} from "./arbitrary-nodes.ts";
import { DocumentWriter } from "./write-document.ts";

/**
 * Documents in XDatenfelder 2.0 and 3.0.0 with whatever the official XSD allows: each kind of field with each data type, limits that make
 * sense or none, elements left out, repeated, nested and used twice, texts as editors leave them, and XML as tools write it.
 */
export type ArbitraryDocument = {
  readonly version: Version;
  readonly xml: string;
};

export const arbitraryDocument: fc.Arbitrary<ArbitraryDocument> = fc
  .record({
    version: fc.constantFrom<Version>("2.0", "3.0.0"),
    name: title,
    help: text,
    nodes: fc.array(node, { minLength: 1, maxLength: 6 }),
    writing,
  })
  .map(({ version, nodes, writing, ...schema }) => {
    const all = [...nodes, { field: plainField }];
    const own = {
      ...plainField.own,
      ...schema,
      label: schema.name,
      rules: 1 as const,
    };
    return {
      version,
      xml: new DocumentWriter(version, writing).document(own, all),
    };
  });

/** What anybody can fill in, so that the form is one. */
const plainField: ArbitraryField = {
  own: {
    id: 99,
    name: "Bemerkung",
    label: "Bemerkung",
    help: undefined,
    description: undefined,
    reference: undefined,
    rules: 0,
    count: "1:1",
    extras: false,
  },
  kind: "input",
  type: "text",
  limits: {},
  content: undefined,
  values: [],
  list: "none",
  keys: false,
  prefill: "keine",
  maxSize: undefined,
  mediaTypes: [],
};
