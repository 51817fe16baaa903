import { z } from "zod";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import { fileInput } from "../../../ui/file-input.ts";
import { actionField } from "../domain/apply-action.ts";
import type { FileAnswer } from "../domain/answers.ts";
import type { ValueProblem } from "../domain/field-error.ts";
import { mediaTypes, type FileField } from "../domain/form-definition.ts";
import { isRepeatable } from "../domain/visit.ts";
import { describeTypes } from "./describe-types.ts";
import { fieldShape } from "./field-shape.ts";
import type { FileType } from "./field-type.ts";
import { fileErrors, fileTexts } from "./i18n/file.ts";

type FileCode = keyof typeof fileErrors.de;

/** Files somebody adds. */
export const file: FileType<FileCode> = {
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("file"),
    maxBytes: z.int().min(1),
    mediaTypes: z.array(z.enum(mediaTypes)).min(1),
  }),
  plain: {
    dataType: "file",
    maxBytes: 10_000_000,
    mediaTypes: ["application/pdf"],
  },
  errors: fileErrors,
  check: checkFile,
  missing: () => ({ code: "required-file" }),
  show: (_field, { filename }) => filename,
  render: (field, { props, kept, removeAction }) => {
    const { locale } = props;
    const limits = {
      types: describeTypes(field.mediaTypes, locale),
      maxSize: formatSize(field.maxBytes, locale),
    };
    const allowsMany = isRepeatable(field);
    const rule = fileTexts(locale)(allowsMany ? "hint.many" : "hint", limits);
    return fileInput({
      ...props,
      hint: field.help === undefined ? rule : `${field.help}\n${rule}`,
      accept: field.mediaTypes.join(","),
      allowsMany,
      kept: kept.map((each, index) => ({
        filename: each.filename,
        detail: `${describeTypes([each.mediaType], locale)}, ${formatSize(each.sizeBytes, locale)}`,
        remove: { name: actionField, value: removeAction(index) },
      })),
    });
  },
};

function checkFile(
  field: FileField,
  answer: FileAnswer,
): ValueProblem<FileCode> | undefined {
  if (answer.sizeBytes > field.maxBytes)
    return { code: "file-too-large", params: { maxBytes: field.maxBytes } };
  if (!field.mediaTypes.some((type) => type === answer.mediaType))
    return { code: "file-type", params: { types: field.mediaTypes.join(" ") } };
  return undefined;
}
