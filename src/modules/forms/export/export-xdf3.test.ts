import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import {
  listSharedFiles,
  readSharedFile,
  sharedDataMissing,
} from "../../../platform/testing/shared-data.ts";
import { demoForms } from "../demo/seed-forms-demo.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { readFormDocument } from "../import/read-form-document.ts";
import { arbitraryRichForm } from "../testing/arbitrary-rich-form.ts";
import { comparableForm } from "../testing/comparable-form.ts";
import { documentOf, sampleSchema } from "../testing/sample-schema.ts";
import { xsdValidator } from "../testing/xsd-validator.ts";
import { exportXdf3, type ExportedForm } from "./export-xdf3.ts";

const skip = sharedDataMissing();
const now = new Date("2026-05-01T10:00:00Z");

function exported(definition: FormDefinition): ExportedForm {
  const result = exportXdf3(definition, now);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function importedAgain({ xml, codeLists }: ExportedForm): FormDefinition {
  const result = readFormDocument({
    schema: documentOf("export.xml", xml),
    codeLists: codeLists.map((list) => documentOf(list.name, list.xml)),
    missingCodeLists: "as-text",
  });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.definition;
}

const folder = "xdatenfelder/schemas";
function readSchema(path: string): FormDefinition {
  const inFolder = path.includes("/")
    ? `${folder}/${path.split("/")[0] ?? ""}`
    : "";
  const lists =
    inFolder === ""
      ? []
      : listSharedFiles(inFolder).filter((name) => name.includes("genericode"));
  const documentAt = (name: string) => ({
    name,
    content: readSharedFile(name),
  });
  const result = readFormDocument({
    schema: documentAt(`${folder}/${path}`),
    codeLists: lists.map((name) => documentAt(`${inFolder}/${name}`)),
    missingCodeLists: "as-text",
  });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.definition;
}

const of3 = ["S00000000364.xdf3.xml", "S07000000248.xdf3.xml"];
const of2 = [
  "S00000009-gewerbeanmeldung/S00000009_xdatenfelder.xml",
  "S05000058-bewohnerparkausweis/S05000058V1.0_xdf2.xml",
];

describe("by the official schema", { skip }, () => {
  const problemsOf =
    skip === false
      ? xsdValidator("xdatenfelder/xsd/3.0.0/xdatenfelder.xsd")
      : () => [];
  const problemsOfList =
    skip === false
      ? xsdValidator("xdatenfelder/xsd/2.0/genericode.xsd")
      : () => [];
  const assertValid = ({ xml, codeLists }: ExportedForm) => {
    assert.deepEqual(problemsOf(xml), []);
    for (const list of codeLists)
      assert.deepEqual(problemsOfList(list.xml), []);
  };

  for (const path of [...of3, ...of2])
    test(`${path} is valid after import and export`, () => {
      assertValid(exported(readSchema(path)));
    });

  for (const form of demoForms)
    test(`the demo form ${form.key} is valid`, () => {
      assertValid(exported(form));
    });

  test("any form is valid", () => {
    fc.assert(
      fc.property(arbitraryRichForm, (form) => {
        assertValid(exported(form));
      }),
      { numRuns: runs(15) },
    );
  });

  for (const path of of3)
    test(`${path} comes back with everything its source knew`, () => {
      const form = readSchema(path);
      const again = importedAgain(exported(form));
      const { createdAt, ...provenance } = form.provenance;
      const { createdAt: exportedAt, ...others } = again.provenance;
      assert.notEqual(exportedAt, createdAt);
      assert.deepEqual(
        { ...again, provenance: others },
        { ...form, provenance },
      );
    });

  for (const path of of2)
    test(`${path} is the same form in 3.0.0, with its version in three numbers`, () => {
      const form = readSchema(path);
      const again = importedAgain(exported(form));
      assert.deepEqual(comparableForm(again), comparableForm(form));
      assert.equal(again.version, `${form.version}.0`);
      assert.equal(again.provenance.standard, "xdatenfelder-3.0.0");
      assert.equal(again.provenance.legalBasis, form.provenance.legalBasis);
    });
});

test("any form comes back the same", () => {
  fc.assert(
    fc.property(arbitraryRichForm, (form) => {
      assert.deepEqual(
        comparableForm(importedAgain(exported(form))),
        comparableForm(form),
      );
    }),
  );
});

test("a second export of a form of our own names its elements the same way", () => {
  const [form] = demoForms;
  assert.ok(form);
  const ids = (xml: string) => xml.match(/<xdf:id>[^<]*/g);
  const first = exported(form);
  const again = exported({ ...form, title: "Neu" });
  assert.deepEqual(ids(again.xml), ids(first.xml));
  assert.match(first.xml, /<xdf:id>S99\d{9}</);
  assert.match(first.xml, /<xdf:id>F99\d{9}</);
  assert.match(first.xml, /<xdf:id>G99\d{9}</);
});

describe("a form of FIM that an overlay has changed", () => {
  const read = readFormDocument({
    schema: documentOf("S1.xml", sampleSchema()),
    codeLists: [],
    missingCodeLists: "as-text",
  });
  assert.ok(read.ok);
  const { definition } = read.value;
  const [page] = definition.pages;
  const name = page?.elements[0];
  assert.ok(page && name?.kind === "field" && name.dataType === "text");
  const form: FormDefinition = {
    ...definition,
    pages: [
      {
        ...page,
        elements: [{ ...name, label: "Ihr Name", visibleWhen: "F2 == 'rot'" }],
      },
    ],
    checks: [
      {
        id: "kurz",
        rule: "size(F1) < 10",
        message: "Kürzen Sie den Namen.",
        elementPath: "F1",
      },
    ],
  };
  const { xml } = exported(form);

  test("tells its conditions and checks as rules, for readers who do not know this portal", () => {
    assert.match(xml, /<xdf:bezeichnungEingabe>Ihr Name</);
    assert.match(xml, /<xdf:skript>F2 == &apos;rot&apos;<\/xdf:skript>/);
    assert.match(
      xml,
      /<code>V<\/code>\s*<\/xdf:typ>\s*<xdf:ziel element="F1" name="ziel"\/>\s*<xdf:skript>size\(F1\) &lt; 10<\/xdf:skript>\s*<xdf:fehler code="1">Kürzen Sie den Namen\./,
    );
  });

  test("does not take those rules for rules that nobody applies", () => {
    const again = importedAgain({ xml, codeLists: [] });
    assert.deepEqual(again.untranslatedRules, []);
    assert.deepEqual(comparableForm(again), comparableForm(form));
  });

  test("follows a label that another editor changed", () => {
    const edited = xml.replace(
      "<xdf:bezeichnungEingabe>Ihr Name<",
      "<xdf:bezeichnungEingabe>Familienname und Titel<",
    );
    const [first] =
      importedAgain({ xml: edited, codeLists: [] }).pages[0]?.elements ?? [];
    assert.equal(first?.label, "Familienname und Titel");
    assert.equal(first.visibleWhen, "F2 == 'rot'");
  });

  test("is imported without the supplements when somebody broke them", () => {
    const broken = xml.replace(
      "&quot;visibleWhen&quot;:",
      "&quot;visibleWhat&quot;:",
    );
    const result = readFormDocument({
      schema: documentOf("S1.xml", broken),
      codeLists: [],
    });
    assert.ok(result.ok);
    assert.equal(result.value.definition.checks, undefined);
    assert.ok(
      result.value.warnings.some(({ code }) => code === "supplement-ignored"),
    );
  });
});

test("a form without a field to fill in is refused", () => {
  const result = exportXdf3(
    {
      formatVersion: 1,
      key: "leer",
      version: "1.0",
      title: "Leer",
      provenance: { standard: "own", status: "active" },
      pages: [
        {
          key: "eins",
          elements: [
            {
              kind: "field",
              key: "hinweis",
              label: "Hinweis",
              cardinality: { min: 1, max: 1 },
              dataType: "label",
              content: "Nur zum Lesen",
            },
          ],
        },
      ],
      untranslatedRules: [],
    },
    now,
  );
  assert.ok(!result.ok);
  assert.deepEqual(
    result.refusal.messages.map(({ code }) => code),
    ["form-without-fields"],
  );
});
