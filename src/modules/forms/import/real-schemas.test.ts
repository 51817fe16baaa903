import assert from "node:assert/strict";
import { accountSources } from "../domain/form-definition.ts";
import { placeOwnData } from "../fill-in/place-own-data.ts";
import { describe, test } from "node:test";
import {
  listSharedFiles,
  readSharedFile,
  sharedDataMissing,
} from "../../../platform/testing/shared-data.ts";
import type { Answers } from "../domain/answers.ts";
import type { FormElement } from "../domain/form-definition.ts";
import { readPage } from "../fill-in/read-page.ts";
import { validateAll } from "../fill-in/validate.ts";
import { isInputField, listFields } from "../domain/visit.ts";
import { parseFormDefinition } from "../form-definition-schema.ts";
import { describeImportMessage } from "../use-cases/describe.ts";
import { toXml } from "../use-cases/to-xml.ts";
import { readFormDocument } from "./read-form-document.ts";
import { evaluated } from "../testing/evaluated.ts";

const skip = sharedDataMissing();
const folder = "xdatenfelder/schemas/S05000058-bewohnerparkausweis";
const documentAt = (path: string) => ({
  name: path.split("/").at(-1) ?? path,
  content: readSharedFile(path),
});

function readParkingPermit() {
  const result = readFormDocument({
    schema: documentAt(`${folder}/S05000058V1.0_xdf2.xml`),
    codeLists: listSharedFiles(folder)
      .filter((name) => name.startsWith("C"))
      .map((name) => documentAt(`${folder}/${name}`)),
  });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

/** One line per element: depth by indentation, id, count, type, limits. */
function outline(elements: readonly FormElement[], indent = ""): string[] {
  return elements.flatMap((element) => {
    const { key, cardinality } = element;
    const count = `${String(cardinality.min)}:${String(cardinality.max ?? "*")}`;
    if (element.kind === "group")
      return [
        `${indent}${key} ${count} group`,
        ...outline(element.elements, `${indent}  `),
      ];
    const size =
      "maxLength" in element ? ` ..${String(element.maxLength)}` : "";
    const options =
      element.dataType === "select"
        ? ` [${String(element.options.length)}]`
        : "";
    return [`${indent}${key} ${count} ${element.dataType}${size}${options}`];
  });
}

describe("S05000058, Bewohnerparkausweis, as released", { skip }, () => {
  test("becomes five pages with all fields, groups, limits and options", () => {
    const { definition } = readParkingPermit();
    assert.deepEqual(
      definition.pages
        .map(({ key, title, elements }) =>
          [`${key}: ${title ?? "–"}`, ...outline(elements)].join("\n"),
        )
        .join("\n")
        .split("\n"),
      [
        "angaben-1: –",
        "F00-4cb0dd14-629c-4661-9435-4e9eadc43e07 1:1 select [1]",
        "F05001344 1:1 select [1]",
        "G05000496: Angaben zur antragstellenden Person",
        "G05000496 1:1 group",
        "  F05000059 1:1 text ..120",
        "  F05000060 1:* text ..80",
        "  F05000351 1:1 date",
        "  F05001354 1:1 text",
        "  F05000067 0:1 text ..23",
        "  F05000068 0:1 text ..20",
        "  G05000428 1:1 group",
        "    F00000053 1:1 text ..55",
        "    F00000016 1:1 text ..9",
        "    F00000084 0:1 text ..2",
        "  G00000113 1:1 group",
        "    F00000054 1:1 text ..5",
        "    F00000035 1:1 text ..50",
        "  F05000523 1:1 select [197]",
        "G05000493: Angaben zur Antragsstellung",
        "G05000493 1:1 group",
        "  F05001064 1:1 select [2]",
        "  F05001347 1:1 select [2]",
        "  G05000599 0:1 group",
        "    F05001346 1:1 number",
        "    F05001345 1:1 date",
        "  F05001348 0:1 date",
        "G05000477: Angaben zum Fahrzeug",
        "G05000477 1:1 group",
        "  F05000627 1:1 text",
        "  F05001062 1:1 number",
        "  F05001047 1:1 select [2]",
        "G05000499: Angaben zur Fahrzeughalterin, zum Fahrzeughalter",
        "G05000499 0:1 group",
        "  F05001243 1:1 text ..120",
        "  F05001244 1:1 text ..80",
        "  F05001245 1:1 text ..55",
        "  F05001246 1:1 text ..9",
        "  F05001247 1:1 text ..2",
        "  G05000554 1:1 group",
        "    F00000054 1:1 text ..5",
        "    F00000035 1:1 text ..50",
        "  F05001249 1:1 select [197]",
        "  F05001355 1:1 text",
        "  F05001248 1:1 file",
        "  F05001045 1:1 file",
      ],
    );
    assert.equal(
      listFields(definition.pages.flatMap(({ elements }) => elements)).length,
      33,
    );
  });

  test("keeps labels readable, options with their list, and where it comes from", () => {
    const { definition } = readParkingPermit();
    const fields = listFields(
      definition.pages.flatMap(({ elements }) => elements),
    );
    const consent = fields.find(({ key }) => key === "F05001344");
    assert.equal(
      consent?.label,
      "Einwilligung zum Abgleich mit dem Melde- und Zulassungsregister",
    );
    assert.deepEqual(
      consent.dataType === "select" && [consent.options, consent.codeList],
      [
        [{ code: "01", label: "Ich bestätige." }],
        { urn: "Bestätigung", version: "0.1" },
      ],
    );
    const country = fields.find(({ key }) => key === "F05000523");
    assert.deepEqual(country?.dataType === "select" && country.options[0], {
      code: "000",
      label: "Deutschland",
    });
    const suffix = fields.find(({ key }) => key === "F00000084");
    assert.equal(
      suffix?.dataType === "text" && suffix.pattern,
      String.raw`[\p{L}0-9. ]*`,
    );
    const { status, releasedOn, legalBasis } = definition.provenance;
    assert.deepEqual(
      [definition.version, status, releasedOn],
      ["1.0", "active", "2021-10-20"],
    );
    assert.match(
      legalBasis ?? "",
      /^Als Rechtsgrundlage dient die Straßenverkehrsordnung § 45/,
    );
  });

  test("fills in only the applicant's own data, not the vehicle holder's", () => {
    const { definition } = readParkingPermit();
    const tokens = listFields(
      definition.pages.flatMap(({ elements }) => elements),
    ).flatMap((field) =>
      field.autocomplete === undefined
        ? []
        : [`${field.key} ${field.autocomplete}`],
    );
    assert.deepEqual(tokens, [
      "F05000059 family-name",
      "F05000060 given-name",
      "F05000351 bday",
      "F05001354 email",
      "F05000067 tel",
      "F00000054 postal-code",
      "F00000035 address-level2",
    ]);
  });

  test("tells the editor what to look at", () => {
    const { warnings, definition } = readParkingPermit();
    assert.deepEqual(
      warnings.map(({ code, line, id }) => `${code} ${String(line)} ${id}`),
      [
        "rule-untranslated 48 R05000281",
        "option-single 73 F00-4cb0dd14-629c-4661-9435-4e9eadc43e07",
        "option-single 123 F05001344",
        "given-name-repeatable 241 F05000060",
        "rule-untranslated 805 R05000334",
        "number-for-identifier 973 F05001346",
        "number-for-identifier 1154 F05001062",
      ],
    );
    assert.deepEqual(
      definition.untranslatedRules.map(({ id, elementPath }) => [
        id,
        elementPath,
      ]),
      [
        ["R05000281", ""],
        ["R05000334", "G05000493"],
      ],
    );
  });

  test("can be filled in page by page until nothing is missing", () => {
    const { definition } = readParkingPermit();
    const input: Readonly<Record<string, string>> = {
      "F00-4cb0dd14-629c-4661-9435-4e9eadc43e07.0": "01",
      "F05001344.0": "01",
      "G05000496.0.F05000059.0": "Groß-Gerau",
      "G05000496.0.F05000060.0": "Łucja",
      "G05000496.0.F05000060.1": "Marie",
      "G05000496.0.F05000351.0-day": "29",
      "G05000496.0.F05000351.0-month": "2",
      "G05000496.0.F05000351.0-year": "1984",
      "G05000496.0.F05001354.0": "lucja@example.org",
      "G05000496.0.G05000428.0.F00000053.0": "Schloßstraße",
      "G05000496.0.G05000428.0.F00000016.0": "1",
      "G05000496.0.G00000113.0.F00000054.0": "19053",
      "G05000496.0.G00000113.0.F00000035.0": "Schwerin",
      "G05000496.0.F05000523.0": "000",
      "G05000493.0.F05001064.0": "2",
      "G05000493.0.F05001347.0": "01",
      "G05000477.0.F05000627.0": "SN-AB 123",
      "G05000477.0.F05001062.0": "001234",
      "G05000477.0.F05001047.0": "01",
    };
    const answers = definition.pages.reduce<Answers>(
      (previous, page) =>
        readPage(definition, page.key, {
          fields: new URLSearchParams({ ...input }),
          files: [],
          previous,
        }).answers,
      {},
    );
    assert.deepEqual(validateAll(evaluated(definition, answers)), []);
    const xml = toXml(definition, answers);
    assert.match(xml, /<F05001062>001234<\/F05001062>/);
    assert.match(xml, /<F05000351>1984-02-29<\/F05000351>/);
    assert.doesNotMatch(xml, /G05000499/);
  });

  test("is a definition the store can keep", () => {
    const { definition } = readParkingPermit();
    assert.deepEqual(
      parseFormDefinition(JSON.parse(JSON.stringify(definition))),
      definition,
    );
  });
});

describe("S00000009, Gewerbeanmeldung, as released", { skip }, () => {
  const schema = () =>
    documentAt(
      "xdatenfelder/schemas/S00000009-gewerbeanmeldung/S00000009_xdatenfelder.xml",
    );

  test("is refused without its code lists, each named once per field", () => {
    const result = readFormDocument({ schema: schema(), codeLists: [] });
    assert.ok(!result.ok);
    const errors = result.refusal.messages.filter(
      ({ severity }) => severity === "error",
    );
    assert.deepEqual(
      [...new Set(errors.map(({ code }) => code))],
      ["code-list-missing"],
    );
    assert.equal(new Set(errors.map(({ params }) => params["list"])).size, 9);
  });

  test("imports with free text where lists are missing", () => {
    const result = readFormDocument({
      schema: schema(),
      codeLists: [],
      missingCodeLists: "as-text",
    });
    assert.ok(result.ok);
    const { definition } = result.value;
    const fields = listFields(
      definition.pages.flatMap(({ elements }) => elements),
    );
    assert.equal(fields.length, 131, "all but the signature");
    assert.equal(fields.filter(isInputField).length, 127);
    assert.deepEqual(
      definition.pages.map(({ key }) => key),
      [
        "angaben-1",
        "G00000246",
        "G00000091",
        "G00000095",
        "G00000109",
        "angaben-6",
      ],
    );
    assert.deepEqual(
      parseFormDefinition(JSON.parse(JSON.stringify(definition))),
      definition,
    );
  });
});

describe("S00000000364, Heimarbeit, as released in 3.0.0", { skip }, () => {
  const read = () => {
    const result = readFormDocument({
      schema: documentAt("xdatenfelder/schemas/S00000000364.xdf3.xml"),
      codeLists: [],
    });
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };

  test("becomes pages with groups, limits and counts", () => {
    assert.deepEqual(
      read().definition.pages.flatMap(({ elements }) => outline(elements)),
      [
        "F60000000319 1:1 text ..1000",
        "G60000000086 1:1 group",
        "  F60000000243 1:1 text ..55",
        "  F60000000244 0:1 text ..11",
        "  F60000000246 1:1 text ..5",
        "  F60000000247 1:1 text ..50",
        "  F60000000248 0:1 text ..21",
        "F00000003446 0:1 text",
        "F00000003445 1:1 boolean",
        "G00000002211 1:1 group",
        "  G60000000086 1:1 group",
        "    F60000000243 1:1 text ..55",
        "    F60000000244 0:1 text ..11",
        "    F60000000246 1:1 text ..5",
        "    F60000000247 1:1 text ..50",
        "    F60000000248 0:1 text ..21",
        "  F60000000240 0:1 text ..23",
      ],
    );
  });

  test("keeps where it comes from, and its rule in the words of the source", () => {
    const { definition, warnings } = read();
    const { standard, status, publisher, legalBasis } = definition.provenance;
    assert.deepEqual(
      [standard, status, definition.version, publisher],
      ["xdatenfelder-3.0.0", "released-gold", "1.0.0", "BMAS IIIa5"],
    );
    assert.match(legalBasis ?? "", /^§ 7 HAG vom 23\.10\.2024; § 6 HAG/);
    const [rule] = definition.untranslatedRules;
    assert.match(rule?.text ?? "", /^WENN Datenfeld F00000003445/);
    assert.equal(rule?.details?.["typ"], "K");
    assert.deepEqual(
      warnings.map(({ code, id }) => `${code} ${id}`),
      ["rule-untranslated R00000002589"],
    );
    assert.deepEqual(
      parseFormDefinition(JSON.parse(JSON.stringify(definition))),
      definition,
    );
  });
});

describe("S07000000248, Jagdschein, as released in 3.0.0", { skip }, () => {
  const read = (missingCodeLists: "refuse" | "as-text") =>
    readFormDocument({
      schema: documentAt("xdatenfelder/schemas/S07000000248.xdf3.xml"),
      codeLists: [],
      missingCodeLists,
    });

  test("offers the values written in the schema, and asks for the lists it names", () => {
    const refused = read("refuse");
    assert.ok(!refused.ok);
    const lists = refused.refusal.messages
      .filter(({ severity }) => severity === "error")
      .map(({ code, params }) => `${code} ${String(params["list"])}`);
    assert.deepEqual(
      [...new Set(lists)].map((list) => list.split(":").at(-1)),
      [
        "staat_2023-02-24",
        "staatsangehoerigkeit_2023-02-24",
        "kreis_2021-07-31",
      ],
    );
    const result = read("as-text");
    assert.ok(result.ok);
    const fields = listFields(
      result.value.definition.pages.flatMap(({ elements }) => elements),
    );
    assert.equal(fields.length, 44);
    const kind = fields.find(({ key }) => key === "F07000001339");
    assert.ok(kind?.dataType === "select");
    assert.ok(kind.options.length > 1);
    assert.deepEqual(
      parseFormDefinition(JSON.parse(JSON.stringify(result.value.definition))),
      result.value.definition,
    );
  });

  test("gets the applicant's own data by the ids of its base fields", () => {
    const result = read("as-text");
    assert.ok(result.ok);
    const values = placeOwnData(result.value.definition, {
      party: "person",
      today: "2027-03-03",
      values: new Map(
        accountSources.map((source) => [
          source,
          source === "account.date-of-birth" ? "1981-05-07" : "Beispiel",
        ]),
      ),
    });
    assert.deepEqual(
      values.map(({ path, value }) => `${path.slice(-14)} ${value}`),
      [
        "F60000000227.0 Beispiel",
        "F60000000230.0 Beispiel",
        "F60000000228.0 Beispiel",
        "F60000000229.0 Beispiel",
        "F60000000234.0 Beispiel",
        "F60000000231.0 7",
        "F60000000232.0 5",
        "F60000000233.0 1981",
      ],
    );
  });
});

describe("broken documents", { skip }, () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    "v2-data-group-rule.xml": ["group-empty 34", "form-without-fields 7"],
    "v2-duplicate-required-value.xml": [
      "element-repeated 13",
      "form-without-fields 7",
    ],
    "v2-label.xml": ["form-without-fields 7"],
    "v2-minimal.xml": ["form-without-fields 7"],
    "v2-unknown-namespace.xml": ["namespace-unknown 2"],
    "v3-duplicate-id-node.xml": ["message-not-a-schema 3"],
    "v3-missing-id-node.xml": ["message-not-a-schema 3"],
    "v3-unknown-namespace.xml": ["namespace-unknown 3"],
    "xdf1-unsupported-version.xml": ["xdf1-not-supported 2"],
  };

  test("the list below knows every document of the folder", () => {
    assert.deepEqual(
      listSharedFiles("xdatenfelder/broken"),
      Object.keys(expected).sort(),
    );
  });

  for (const [name, reasons] of Object.entries(expected))
    test(`${name} is refused with line and reason`, () => {
      const result = readFormDocument({
        schema: documentAt(`xdatenfelder/broken/${name}`),
        codeLists: [],
      });
      assert.ok(!result.ok);
      const errors = result.refusal.messages.filter(
        ({ severity }) => severity === "error",
      );
      assert.deepEqual(
        errors.map(({ code, line }) => `${code} ${String(line)}`),
        reasons,
      );
      for (const error of errors)
        assert.match(
          describeImportMessage(error, "de"),
          new RegExp(`^${name}, Zeile ${String(error.line)}`),
        );
    });
});
