import type { Answers } from "../domain/answers.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { readPage } from "../fill-in/read-page.ts";
import { fillInForm, type Treatment } from "./filled-in.ts";
import { chooser } from "./sample-input.ts";

/** Somebody fills in the whole form, page by page. */
export function fillWhole(
  definition: FormDefinition,
  treatments: () => Treatment,
  seed: number,
) {
  const pages = fillInForm(definition, treatments, chooser(seed));
  let answers: Answers = {};
  const refused: string[] = [];
  for (const { page, fields, files } of pages) {
    const reading = readPage(definition, page.key, {
      fields: new URLSearchParams(
        fields.map(([name, value]): [string, string] => [name, value]),
      ),
      files,
      previous: answers,
    });
    answers = reading.answers;
    refused.push(...reading.uploadErrors.map(({ path }) => path));
  }
  return { answers, refused, treated: pages.flatMap(({ treated }) => treated) };
}
