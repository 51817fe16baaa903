import type { ImportErrorCode } from "../import/import-message.ts";
import type { Fault } from "./fault.ts";
import { faultsOfBoth } from "./faults-of-both.ts";
import { faultsOf2, faultsOf3 } from "./faults-of-versions.ts";
import { sampleSchema } from "./sample-schema.ts";
import { sampleXdf3 } from "./sample-xdf3.ts";

/** A document with one fault, and what must be said about it. */
export type BrokenDocument = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly code: ImportErrorCode;
  readonly line: number;
  /** Id of the element around the fault; empty outside of all. */
  readonly id: string;
  /** What the German message must tell to do. */
  readonly cure: RegExp;
};

type Sample = { readonly name: string; readonly content: string };

const samples: Readonly<Record<"2.0" | "3.0.0", Sample>> = {
  "2.0": { name: "2.0", content: sampleSchema() },
  "3.0.0": { name: "3.0.0", content: sampleXdf3() },
};

/** At least one fault for everything a reader can meet, in both versions of the standard. */
export function brokenDocuments(): readonly BrokenDocument[] {
  return [
    ...faultsOfBoth.flatMap((fault) => [
      broken(fault, samples["2.0"]),
      broken(fault, samples["3.0.0"]),
    ]),
    ...faultsOf2.map((fault) => broken(fault, samples["2.0"])),
    ...faultsOf3.map((fault) => broken(fault, samples["3.0.0"])),
    ...noSchemas,
  ];
}

function broken(
  { name, from, to, at, ...expected }: Fault,
  sample: Sample,
): BrokenDocument {
  const content = sample.content.replace(from, to);
  if (content === sample.content)
    throw new Error(`${name}: nothing to replace in ${sample.name}`);
  const before = content.slice(0, content.indexOf(at));
  return {
    ...expected,
    name: `${name} (${sample.name})`,
    content: new TextEncoder().encode(content),
    line: before.split("\n").length,
  };
}

const encode = (text: string) => new TextEncoder().encode(text);

/** What is handed in by mistake. */
const noSchemas: readonly BrokenDocument[] = [
  ...[
    "dokumentsteckbrief.0101",
    "datenfeldgruppe.0103",
    "datenfeld.0104",
    "codeliste.0105",
    "uebersetzung.0106",
  ].map((message): BrokenDocument => ({
    name: `the message ${message}`,
    content: encode(
      `<x:xdatenfelder.${message} xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"/>`,
    ),
    code: "message-not-a-schema",
    line: 1,
    id: "",
    cure: new RegExp(`${message}.*Exportieren Sie das Stammdatenschema`),
  })),
  {
    name: "an empty file",
    content: encode(""),
    code: "xml-not-well-formed",
    line: 1,
    id: "",
    cure: /exportieren Sie/,
  },
  {
    name: "a file of JSON",
    content: encode('{"schema": "S1"}'),
    code: "xml-not-well-formed",
    line: 1,
    id: "",
    cure: /exportieren Sie/,
  },
  {
    name: "a page of HTML",
    content: encode("<html><body>404</body></html>"),
    code: "namespace-unknown",
    line: 1,
    id: "",
    cure: /Exportieren Sie/,
  },
  {
    name: "a code list",
    content: encode(
      '<c:CodeList xmlns:c="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"/>',
    ),
    code: "namespace-unknown",
    line: 1,
    id: "",
    cure: /Exportieren Sie/,
  },
  {
    name: "a compressed file",
    content: new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]),
    code: "xml-not-utf-8",
    line: 1,
    id: "",
    cure: /Speichern Sie/,
  },
  {
    name: "half a document",
    content: encode(sampleXdf3().slice(0, 900)),
    code: "xml-not-well-formed",
    line: sampleXdf3().slice(0, 900).split("\n").length,
    id: "",
    cure: /exportieren Sie/,
  },
  {
    name: "a nest without end",
    content: encode("<a>".repeat(500)),
    code: "xml-nested-too-deeply",
    line: 1,
    id: "",
    cure: /Vereinfachen Sie/,
  },
  {
    name: "a flood of attributes",
    content: encode(
      `<a ${Array.from({ length: 60 }, (_, index) => `a${String(index)}=""`).join(" ")}/>`,
    ),
    code: "xml-too-many-attributes",
    line: 1,
    id: "",
    cure: /Entfernen Sie/,
  },
  {
    name: "more than 50 MB",
    content: new Uint8Array(50 * 1024 * 1024 + 1),
    code: "xml-too-large",
    line: 1,
    id: "",
    cure: /Prüfen Sie/,
  },
];
