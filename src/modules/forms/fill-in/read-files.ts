import type { FileAnswer, Occurrence } from "../domain/answers.ts";
import { isFileAnswer, maxOccurrences } from "../domain/answers.ts";
import type { ValueProblem } from "../domain/field-error.ts";
import { checkValue } from "./field-value.ts";
import type { FileField } from "../domain/form-definition.ts";
import type { InputNode } from "../domain/input-tree.ts";
import { childOf, indexesOf } from "../domain/input-tree.ts";
import type { UploadedFile } from "../domain/page-input.ts";

export type FilesReading = {
  readonly files: readonly FileAnswer[];
  readonly refused: readonly (ValueProblem & { readonly filename: string })[];
};

/** Adds what was uploaded to the files the field already has, as far as the field takes them. */
export function readFiles(
  field: FileField,
  before: readonly Occurrence[],
  node: InputNode | undefined,
): FilesReading {
  let reading: FilesReading = {
    files: before.filter(isFileAnswer),
    refused: [],
  };
  for (const upload of uploadsAt(node))
    reading = addUpload(field, reading, upload);
  return reading;
}

function uploadsAt(node: InputNode | undefined): UploadedFile[] {
  const numbered = indexesOf(node).flatMap(
    (index) => childOf(node, String(index))?.files ?? [],
  );
  return [...(node?.files ?? []), ...numbered];
}

/** Adds one upload, unless the field does not take it. */
export function addUpload(
  field: FileField,
  { files, refused }: FilesReading,
  { filename, outcome }: UploadedFile,
): FilesReading {
  if (outcome.kind !== "stored")
    return {
      files,
      refused: [...refused, { ...refusalProblem(field, outcome), filename }],
    };
  const { fileId, sizeBytes, sha256, mediaType } = outcome;
  const file = { fileId, filename, sizeBytes, sha256, mediaType };
  const max = field.cardinality.max ?? maxOccurrences;
  const problem: ValueProblem | undefined =
    files.length >= max
      ? { code: "file-too-many", params: { max } }
      : checkValue(field, file);
  return problem
    ? { files, refused: [...refused, { ...problem, filename }] }
    : { files: [...files, file], refused };
}

function refusalProblem(
  field: FileField,
  outcome: Exclude<UploadedFile["outcome"], { kind: "stored" }>,
): ValueProblem {
  switch (outcome.kind) {
    case "too-large":
      return {
        code: "file-too-large",
        params: { maxBytes: Math.min(outcome.maxBytes, field.maxBytes) },
      };
    case "too-many":
      return { code: "file-too-many-at-once", params: { max: outcome.max } };
    case "no-room":
      return { code: "file-no-room", params: { maxBytes: outcome.maxBytes } };
    case "type-not-allowed":
      return {
        code: "file-type",
        params: { types: field.mediaTypes.join(" ") },
      };
    case "infected":
      return { code: "file-infected" };
    case "empty":
      return { code: "file-empty" };
  }
}
