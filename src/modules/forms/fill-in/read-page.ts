import type { Answers, FileAnswer, Occurrence } from "../domain/answers.ts";
import {
  besides,
  elementPath,
  groupAnswers,
  isBlank,
  maxOccurrences,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import type { WrittenField } from "../field-types/field-type.ts";
import { fieldTypeOf, togetherOf } from "../field-types/field-types.ts";
import type { FieldError } from "../domain/field-error.ts";
import type {
  FileField,
  FormDefinition,
  FormElement,
  FormGroup,
} from "../domain/form-definition.ts";
import type { InputNode } from "../domain/input-tree.ts";
import { childOf, indexesOf, inputTree } from "../domain/input-tree.ts";
import type { PageInput, PageReading } from "../domain/page-input.ts";
import { readFiles } from "./read-files.ts";
import { findPage } from "../domain/shown-pages.ts";
import { askedElements, isGivenField, isRepeatable } from "../domain/visit.ts";

/**
 * Takes one page's input into the answers. Never throws on what visitors send: unknown names are ignored,
 * values that cannot be read stay exactly as typed, `validatePage` then says what is wrong with them.
 * An unknown page changes nothing.
 */
export function readPage(
  definition: FormDefinition,
  pageKey: string,
  input: PageInput,
): PageReading {
  const page = findPage(definition, pageKey);
  if (!page) return { answers: input.previous, uploadErrors: [] };
  const uploadErrors: FieldError[] = [];
  const place = {
    node: inputTree(input),
    previous: input.previous,
    parent: "",
    pageKey,
    today: input.today,
    uploadErrors,
  };
  const others = besides(page.elements, input.previous);
  return {
    answers: { ...others, ...readElements(page.elements, place) },
    uploadErrors,
  };
}

/** One occurrence of a group (or the form itself): its input, its answers so far, where refused files are noted. */
type Place = {
  readonly node: InputNode | undefined;
  readonly previous: Answers;
  readonly parent: string;
  readonly pageKey: string;
  readonly today: string | undefined;
  readonly uploadErrors: FieldError[];
};

function readElements(elements: readonly FormElement[], place: Place): Answers {
  const entries = elements.map(
    (element) => [element.key, readElement(element, place)] as const,
  );
  return Object.fromEntries(
    entries.filter(([, occurrences]) => occurrences.length > 0),
  );
}

function readElement(
  element: FormElement,
  place: Place,
): readonly Occurrence[] {
  if (element.kind === "group") return readGroup(element, place);
  if (element.dataType === "label" || isGivenField(element)) return [];
  if (element.dataType === "file") return readUploads(element, place);
  return readValues(element, childOf(place.node, element.key), place.today);
}

/** Occurrences left blank are kept while they are repeatable: they are places on the screen that somebody asked for. */
function readGroup(group: FormGroup, place: Place): readonly Answers[] {
  const node = childOf(place.node, group.key);
  const before = occurrencesOf(place.previous, group.key);
  const indexes = isRepeatable(group) ? indexesOf(node) : [0];
  const occurrences = indexes.map((index, position) => {
    const previous = groupAnswers(before[index]);
    const read = readElements(askedElements(group), {
      ...place,
      node: childOf(node, String(index)),
      previous,
      parent: occurrencePath(place.parent, group.key, position),
    });
    // Of a long group this page may show a part.
    return { ...besides(askedElements(group), previous), ...read };
  });
  return isRepeatable(group)
    ? occurrences
    : occurrences.filter((answers) => !isBlank(answers));
}

function readValues(
  field: WrittenField,
  node: InputNode | undefined,
  today: string | undefined,
): readonly string[] {
  const type = fieldTypeOf(field);
  const readAt = (index: number) =>
    type.read(
      field,
      (suffix = "") =>
        childOf(node, `${String(index)}${suffix}`)?.values[0] ?? "",
      today,
    );
  if (!isRepeatable(field))
    return [readAt(0)].filter((value) => !isBlank(value));
  const indexes = indexesOf(node);
  const together = togetherOf(field);
  if (!together) return indexes.map(readAt);
  const given = indexes.flatMap(
    (index) => childOf(node, String(index))?.values ?? [],
  );
  return together.read(given).slice(0, maxOccurrences);
}

function readUploads(field: FileField, place: Place): readonly FileAnswer[] {
  const before = occurrencesOf(place.previous, field.key);
  const { files, refused } = readFiles(
    field,
    before,
    childOf(place.node, field.key),
  );
  const path = `${elementPath(place.parent, field.key)}.0`;
  for (const { code, params, filename } of refused)
    place.uploadErrors.push({
      path,
      pageKey: place.pageKey,
      label: field.label,
      code,
      params: { ...params, filename },
    });
  return files;
}
