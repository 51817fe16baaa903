import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  isFileAnswer,
  isGroupAnswer,
  maxOccurrences,
  occurrencePath,
  occurrencesOf,
  type Answers,
  type FileAnswer,
  type Occurrence,
} from "../domain/answers.ts";
import type { FieldError, ValueProblem } from "../domain/field-error.ts";
import type {
  FileField,
  FormDefinition,
  FormElement,
} from "../domain/form-definition.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { visibleOccurrences } from "../domain/visit.ts";
import type { UploadedFile } from "../domain/page-input.ts";
import { addUpload } from "./read-files.ts";

/** A file field at one place of a form, with the files it has. */
export type FilePlace = {
  readonly pageKey: string;
  readonly field: FileField;
  readonly files: readonly FileAnswer[];
  readonly maxFiles: number;
};

/** The field does not take the file; `error` says why, at its place. */
export type FileNotTaken = {
  readonly kind: "not-taken";
  readonly error: FieldError;
};

/** One part of a path: `G1.0` is the first occurrence of `G1`. */
type Step = { readonly key: string; readonly index: number };

/** The file field that a path names (`G1.0.F2.0`, as the name of its input says); undefined for anything else. */
export function findFilePlace(
  definition: FormDefinition,
  answers: Answers,
  path: string,
): FilePlace | undefined {
  const steps = stepsOf(path);
  for (const page of shownPages(definition)) {
    const found = findField(page.elements, answers, steps);
    if (!found) continue;
    const { field, occurrences } = found;
    return {
      pageKey: page.key,
      field,
      files: occurrences.filter(isFileAnswer),
      maxFiles: field.cardinality.max ?? maxOccurrences,
    };
  }
  return undefined;
}

/**
 * Adds an upload to the field that its name says; the error says why the field does not take it. Adding a file again changes nothing.
 */
export function addFile(
  definition: FormDefinition,
  answers: Answers,
  upload: UploadedFile,
): Result<Answers, FileNotTaken> {
  const path = upload.field;
  const place = findFilePlace(definition, answers, path);
  if (!place)
    return notTaken(errorAt(path, undefined, { code: "file-missing" }));
  const { outcome } = upload;
  const isThere =
    outcome.kind === "stored" &&
    place.files.some(({ fileId }) => fileId === outcome.fileId);
  if (isThere) return ok(answers);
  const { files, refused } = addUpload(
    place.field,
    { files: place.files, refused: [] },
    upload,
  );
  const [problem] = refused;
  return problem
    ? notTaken(errorAt(path, place, problem))
    : ok(withFiles(answers, stepsOf(path), files));
}

function notTaken(error: FieldError): Result<Answers, FileNotTaken> {
  return refuse({ kind: "not-taken", error });
}

/** The problem as an error at this place. */
function errorAt(
  path: string,
  place: FilePlace | undefined,
  { code, params = {} }: ValueProblem,
): FieldError {
  return {
    path,
    pageKey: place?.pageKey ?? "",
    label: place?.field.label ?? "",
    code,
    params,
  };
}

function stepsOf(path: string): readonly Step[] {
  const parts = path.split(".");
  return Array.from({ length: Math.ceil(parts.length / 2) }, (_, position) => ({
    key: parts[position * 2] ?? "",
    index: Number(parts[position * 2 + 1]),
  }));
}

type FoundField = {
  readonly field: FileField;
  readonly occurrences: readonly Occurrence[];
};

function findField(
  elements: readonly FormElement[],
  answers: Answers,
  [step, ...deeper]: readonly Step[],
): FoundField | undefined {
  const element = elements.find(({ key }) => key === step?.key);
  if (!element || !step) return undefined;
  if (element.kind === "field")
    return element.dataType === "file" &&
      step.index === 0 &&
      deeper.length === 0
      ? { field: element, occurrences: occurrencesOf(answers, element.key) }
      : undefined;
  const shown = visibleOccurrences(element, answers);
  if (!(step.index in shown)) return undefined;
  const occurrence = shown[step.index];
  const inner = isGroupAnswer(occurrence) ? occurrence : {};
  return findField(element.elements, inner, deeper);
}

/** The answers with these files at the end of the path; groups on the way that nobody has touched begin to exist. */
function withFiles(
  answers: Answers,
  [step, ...deeper]: readonly Step[],
  files: readonly FileAnswer[],
): Answers {
  if (!step) return answers;
  if (deeper.length === 0) return { ...answers, [step.key]: files };
  const before = occurrencesOf(answers, step.key);
  const occurrences = Array.from(
    { length: Math.max(before.length, step.index + 1) },
    (_, index) => {
      const occurrence = before[index] ?? {};
      return index === step.index && isGroupAnswer(occurrence)
        ? withFiles(occurrence, deeper, files)
        : occurrence;
    },
  );
  return { ...answers, [step.key]: occurrences };
}

/** All files of the answers with the paths of their fields. */
export function listFilePaths(
  definition: FormDefinition,
  answers: Answers,
): readonly { readonly path: string; readonly file: FileAnswer }[] {
  return definition.pages.flatMap(({ elements }) =>
    filesIn(elements, answers, ""),
  );
}

function filesIn(
  elements: readonly FormElement[],
  answers: Answers,
  parent: string,
): readonly { readonly path: string; readonly file: FileAnswer }[] {
  return elements.flatMap((element) => {
    const occurrences = occurrencesOf(answers, element.key);
    const pathOf = (index: number) =>
      occurrencePath(parent, element.key, index);
    if (element.kind === "group")
      return occurrences.flatMap((occurrence, index) =>
        isGroupAnswer(occurrence)
          ? filesIn(element.elements, occurrence, pathOf(index))
          : [],
      );
    return occurrences
      .filter(isFileAnswer)
      .map((file) => ({ path: pathOf(0), file }));
  });
}
