import assert from "node:assert/strict";
import {
  readFormDocument,
  type FormDocuments,
} from "../import/read-form-document.ts";
import { describeImportMessage } from "../use-cases/describe.ts";
import {
  documentOf,
  sampleCodeList,
  sampleField,
  sampleSchema,
  struktur,
} from "./sample-schema.ts";

type Options = Partial<Pick<FormDocuments, "missingCodeLists">> & {
  readonly lists?: readonly string[];
};

export function read(
  schema: string,
  { lists = [sampleCodeList()], ...rest }: Options = {},
) {
  const codeLists = lists.map((list, index) =>
    documentOf(`C${String(index)}.xml`, list),
  );
  return readFormDocument({
    schema: documentOf("S1.xml", schema),
    codeLists,
    ...rest,
  });
}

/** `code@line id` of all errors. */
export function errorsOf(schema: string, options?: Options): string[] {
  const result = read(schema, options);
  assert.equal(result.ok, false, "should be refused");
  const errors = result.refusal.messages.filter(
    ({ severity }) => severity === "error",
  );
  for (const error of errors) {
    const text = describeImportMessage(error, "de");
    assert.match(text, /^\S+, Zeile \d+/);
    assert.doesNotMatch(text, /\{\w+\}/);
  }
  return errors.map(({ code, line, id }) =>
    `${code}@${String(line)} ${id}`.trim(),
  );
}

export function definitionOf(schema: string, options?: Options) {
  const result = read(schema, options);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

/** The sample schema, for tests that cut it to pieces. */
export const valid = sampleSchema();

/** The sample schema with one place changed. */
export const replaced = (from: string | RegExp, to: string) => {
  const changed = valid.replace(from, to);
  assert.notEqual(changed, valid, `nothing to replace: ${String(from)}`);
  return changed;
};
/** The sample schema with one more field at the end. */
export const insertedField = (
  field: Parameters<typeof sampleField>[0],
  count = "1:1",
) =>
  replaced(
    "</xdf:stammdatenschema>",
    `${struktur(count, sampleField(field))}</xdf:stammdatenschema>`,
  );
