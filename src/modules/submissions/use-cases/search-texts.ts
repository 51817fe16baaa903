import { isGroupAnswer } from "../../forms/correction.ts";
import {
  listFields,
  type Answers,
  type FormDefinition,
} from "../../forms/index.ts";

/** Texts of these kinds are for reaching or paying somebody: nobody looks for an application by them. */
const leftOut: readonly string[] = ["email", "phone", "iban", "bic", "tax-id"];

/**
 * What an application is found by: the sender's name and short texts that somebody typed or the form worked out. Left out: long texts, which
 * say most about a person; dates and numbers; what reaches or pays somebody.
 */
export function searchTextsOf(
  answers: Answers,
  {
    definition,
    senderName,
  }: {
    readonly definition: FormDefinition;
    readonly senderName: string | undefined;
  },
): readonly string[] {
  const keys = new Set(
    listFields(definition.pages.flatMap((page) => page.elements)).flatMap(
      (field) =>
        field.dataType === "text" &&
        field.multiline !== true &&
        !leftOut.includes(field.format ?? "")
          ? [field.key]
          : [],
    ),
  );
  const typed = textsIn(answers, keys);
  return senderName === undefined ? typed : [senderName, ...typed];
}

function textsIn(answers: Answers, keys: ReadonlySet<string>): string[] {
  return Object.entries(answers).flatMap(([key, occurrences]) =>
    occurrences.flatMap((occurrence) => {
      if (isGroupAnswer(occurrence)) return textsIn(occurrence, keys);
      return typeof occurrence === "string" && keys.has(key)
        ? [occurrence]
        : [];
    }),
  );
}
