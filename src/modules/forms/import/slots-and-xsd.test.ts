import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  readSharedFile,
  sharedDataMissing,
} from "../../../platform/testing/shared-data.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { Dialect, SlotTables } from "./dialect.ts";
import type { Slot } from "./read-sequence.ts";
import { xdf2 } from "./xdf2.ts";
import { xdf3 } from "./xdf3.ts";

const skip = sharedDataMissing();

/** Types of the official schema that our tables were written from. */
const typeOfTable: Readonly<Record<keyof SlotTables, string>> = {
  header: "Header",
  schema: "Stammdatenschema",
  group: "Datenfeldgruppe",
  field: "Datenfeld",
  rule: "Regel",
  structure: "Struktur",
  codeListReference: "CodelisteReferenz",
};

const dialects: readonly (readonly [string, Dialect])[] = [
  ["2.0", xdf2],
  ["3.0.0", xdf3],
];

for (const [version, dialect] of dialects)
  describe(
    `the tables of XDatenfelder ${version} say what its XSD says:`,
    { skip },
    () => {
      const types = readTypes(version);
      for (const [table, name] of Object.entries(typeOfTable)) {
        const type =
          version === "3.0.0" && name === "CodelisteReferenz"
            ? "GenericodeIdentification"
            : name;
        test(type, () => {
          assert.deepEqual(
            Object.entries(dialect.slots).find(([key]) => key === table)?.[1],
            sequenceOf(type, types).map(asWeReadIt),
          );
        });
      }

      test("Feldart and Datentyp", () => {
        assert.deepEqual(
          [...dialect.fieldKinds].sort(),
          valuesOf("Feldart", types),
        );
        assert.deepEqual(
          [...dialect.dataTypes].sort(),
          valuesOf("Datentyp", types),
        );
      });
    },
  );

/** A schema or group without anything in it is told in words of its own. */
function asWeReadIt(slot: Slot): Slot {
  return slot.name === "struktur" ? { ...slot, min: 0 } : slot;
}

type Types = ReadonlyMap<string, XmlElement>;

function readTypes(version: string): Types {
  const parsed = parseXml(
    readSharedFile(`xdatenfelder/xsd/${version}/xdatenfelder-baukasten.xsd`),
  );
  assert.ok(parsed.ok);
  return new Map(
    parsed.value.children
      .filter(({ name }) => name.endsWith("Type"))
      .map((type) => [type.attributes.get("name") ?? "", type]),
  );
}

/** The children of a type, those it inherits first. */
function sequenceOf(type: string, types: Types): Slot[] {
  const element = types.get(type) ?? assert.fail(type);
  const extension = childrenNamed(element, "complexContent").flatMap(
    (content) => childrenNamed(content, "extension"),
  )[0];
  const base = extension?.attributes.get("base")?.replace(/^xdf:/, "");
  const own = childrenNamed(extension ?? element, "sequence").flatMap(
    (sequence) => childrenNamed(sequence, "element"),
  );
  return [
    ...(base === undefined ? [] : sequenceOf(base, types)),
    ...own.map(slotOf),
  ];
}

function slotOf({ attributes }: XmlElement): Slot {
  return {
    name: attributes.get("name") ?? "",
    min: attributes.get("minOccurs") === "0" ? 0 : 1,
    max: attributes.get("maxOccurs") === "unbounded" ? "many" : 1,
  };
}

function valuesOf(type: string, types: Types): string[] {
  const element = types.get(type) ?? assert.fail(type);
  return childrenNamed(element, "restriction")
    .flatMap((restriction) => childrenNamed(restriction, "enumeration"))
    .map(({ attributes }) => attributes.get("value") ?? "")
    .sort();
}

function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}
