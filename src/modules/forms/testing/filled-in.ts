import { occurrencePath } from "../domain/answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormGroup,
  FormPage,
  InputField,
} from "../domain/form-definition.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { askedElements, isRepeatable } from "../domain/visit.ts";
import {
  invalidDeed,
  isFilledIn,
  validDeed,
  type Choose,
  type Deed,
} from "./sample-input.ts";
import { typedFor, type Typed } from "./typed-page.ts";

/** How somebody treats one field. */
export type Treatment = "right" | "wrong" | "blank";

export type TreatedField = {
  /** Of the occurrence: `G1.0.F2.0`. */
  readonly path: string;
  readonly pageKey: string;
  readonly field: InputField;
  readonly treatment: Treatment;
};

export type FilledPage = Typed & { readonly treated: readonly TreatedField[] };

/** Fills in a page as often as the form demands: each field right, wrong (where that is possible) or not at all. */
function fillInPage(
  page: FormPage,
  treat: (field: InputField) => Treatment,
  choose: Choose,
): FilledPage {
  const filling: Filling = { pageKey: page.key, treat, choose };
  return joined(page.elements.map((element) => fillIn(element, "", filling)));
}

/** All pages of a form. */
export function fillInForm(
  definition: FormDefinition,
  treat: (field: InputField) => Treatment,
  choose: Choose,
): readonly (FilledPage & { readonly page: FormPage })[] {
  return shownPages(definition).map((page) => ({
    page,
    ...fillInPage(page, treat, choose),
  }));
}

type Filling = {
  readonly pageKey: string;
  readonly treat: (field: InputField) => Treatment;
  readonly choose: Choose;
};

function fillIn(
  element: FormElement,
  parent: string,
  filling: Filling,
): FilledPage {
  const times = Math.max(1, element.cardinality.min);
  const indexes = Array.from({ length: times }, (_, index) => index);
  if (element.kind === "group") {
    return joined(
      indexes.flatMap((index) => {
        const path = occurrencePath(parent, element.key, index);
        return [placeOf(element, path), ...fillInGroup(element, path, filling)];
      }),
    );
  }
  if (!isFilledIn(element)) return joined([]);
  return joined(
    indexes.map((index) => fillInField(element, { parent, index }, filling)),
  );
}

/** The page says which occurrences it shows, also where nothing is sent of one. */
function placeOf(group: FormElement, path: string): FilledPage {
  return {
    fields: isRepeatable(group) ? [[path, "1"]] : [],
    files: [],
    treated: [],
  };
}

/** Of a choice first which alternative, then that one; who does not say sees none. */
function fillInGroup(
  group: FormGroup,
  path: string,
  filling: Filling,
): readonly FilledPage[] {
  const [question] = askedElements(group);
  if (!group.choice || question?.kind !== "field" || !isFilledIn(question))
    return group.elements.map((each) => fillIn(each, path, filling));
  const said = fillInField(question, { parent: path, index: 0 }, filling);
  const chosen = group.elements.filter(({ key }) =>
    said.fields.some(([, value]) => value === key),
  );
  return [said, ...chosen.map((each) => fillIn(each, path, filling))];
}

function fillInField(
  field: InputField,
  { parent, index }: { readonly parent: string; readonly index: number },
  { pageKey, treat, choose }: Filling,
): FilledPage {
  const wanted = treat(field);
  const deed = deedFor(field, wanted, takesTurns(field, index, choose));
  const treatment = wanted === "wrong" && !deed ? "blank" : wanted;
  const path = occurrencePath(parent, field.key, index);
  const typed = deed
    ? typedFor({ field, deed }, parent, index)
    : { fields: [], files: [] };
  return { ...typed, treated: [{ path, pageKey, field, treatment }] };
}

/** Boxes to tick are all different. */
function takesTurns(field: InputField, index: number, choose: Choose): Choose {
  return field.dataType === "select" && isRepeatable(field)
    ? (below) => index % below
    : choose;
}

function deedFor(
  field: InputField,
  treatment: Treatment,
  choose: Choose,
): Deed | undefined {
  if (treatment === "blank") return undefined;
  return treatment === "right"
    ? validDeed(field, choose)
    : invalidDeed(field, choose);
}

function joined(parts: readonly FilledPage[]): FilledPage {
  return {
    fields: parts.flatMap(({ fields }) => fields),
    files: parts.flatMap(({ files }) => files),
    treated: parts.flatMap(({ treated }) => treated),
  };
}
