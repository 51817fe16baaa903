import { elementPath } from "../domain/answers.ts";
import type { InputField } from "../domain/form-definition.ts";
import type { UploadedFile } from "../domain/page-input.ts";
import type { Deed } from "./sample-input.ts";

export type Typed = {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly UploadedFile[];
};

/** What a browser sends for a deed at the occurrence `index` of a field of the group occurrence `parent`. */
export function typedFor(
  { field, deed }: { readonly field: InputField; readonly deed: Deed },
  parent: string,
  index: number,
): Typed {
  const path = `${elementPath(parent, field.key)}.${String(index)}`;
  switch (deed.kind) {
    case "type":
      return fieldsOnly([[path, deed.text]]);
    case "date":
      return fieldsOnly([
        [`${path}-day`, deed.day],
        [`${path}-month`, deed.month],
        [`${path}-year`, deed.year],
        ...(deed.time === undefined
          ? []
          : [[`${path}-time`, deed.time] as const]),
      ]);
    case "choose":
      return fieldsOnly([[path, codeOf(field, deed.label)]]);
    case "tick":
      return fieldsOnly([[path, "true"]]);
    case "describe":
      return fieldsOnly([[`${path}-words`, deed.words]]);
    case "upload":
      return { fields: [], files: [uploadedAt(path, deed.mediaType)] };
  }
}

const fieldsOnly = (fields: Typed["fields"]): Typed => ({ fields, files: [] });

function codeOf(field: InputField, label: string): string {
  if (field.dataType === "select")
    return (
      field.options.find((option) => option.label === label)?.code ?? label
    );
  if (field.dataType === "country") return "DE";
  return label === "Ja" ? "true" : "false";
}

function uploadedAt(field: string, mediaType: string): UploadedFile {
  return {
    field,
    filename: "Nachweis.pdf",
    outcome: {
      kind: "stored",
      fileId: "00000000-0000-4000-8000-000000000000",
      sizeBytes: 900,
      sha256: "ab",
      mediaType,
    },
  };
}
