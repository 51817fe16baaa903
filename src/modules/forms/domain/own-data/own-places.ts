import { groupAnswers, occurrencePath, type Answers } from "../answers.ts";
import type {
  AccountSource,
  FormDefinition,
  FormElement,
  FormField,
  FormGroup,
} from "../form-definition.ts";
import { findPage } from "../shown-pages.ts";
import { isRepeatable, visibleOccurrences } from "../visit.ts";
import { accountSourceOf } from "./account-source.ts";

/** A field that something of the account belongs into. */
export type OwnPlace = {
  /** Of its only occurrence. */
  readonly path: string;
  readonly field: FormField;
  readonly source: AccountSource;
  /** Whom the fields around it are about. */
  readonly about: About;
};

type About = "person" | "organisation" | "either";

/** A group that can be filled in with one's own data on request. */
export type OwnGroup = {
  readonly path: string;
  readonly places: readonly OwnPlace[];
};

const places = new WeakMap<FormDefinition, readonly OwnPlace[]>();

/**
 * The fields that are about the applicant. The first group that asks for a thing asks for the applicant's; one that asks again for what was
 * asked before is about somebody else, and so is all in it, unless the form says otherwise. Nothing in what may be left out (a value would
 * count as its beginning), repeats, or is one of several alternatives.
 */
export function ownPlaces(definition: FormDefinition): readonly OwnPlace[] {
  const known = places.get(definition);
  if (known) return known;
  const used = new Set<AccountSource>();
  const found = definition.pages.flatMap(({ elements }) =>
    placesIn(elements, { ...outermost, used }),
  );
  places.set(definition, found);
  return found;
}

/**
 * The groups of a page that look like a person or an address: two or more such fields side by side. Of groups in each other the outermost.
 */
export function ownGroups(
  definition: FormDefinition,
  pageKey: string,
  answers: Answers,
): readonly OwnGroup[] {
  const page = findPage(definition, pageKey);
  return page ? groupsIn(page.elements, "", answers) : [];
}

type Surroundings = {
  readonly parent: string;
  readonly group: FormGroup | undefined;
  readonly about: About;
  /** False in a group about somebody else: then only what the form says itself counts. */
  readonly isOwn: boolean;
  readonly used: Set<AccountSource>;
};

const outermost = {
  parent: "",
  group: undefined,
  about: "either",
  isOwn: true,
} as const;

function placesIn(
  elements: readonly FormElement[],
  around: Surroundings,
): OwnPlace[] {
  const fields = fieldsOf(elements, around.group);
  const implied = fields.filter(({ isSaid }) => !isSaid);
  const isOwn =
    around.isOwn && implied.every(({ source }) => !around.used.has(source));
  const about = aboutOf(fields, around.about);
  const own = fields.filter(({ isSaid }) => isSaid || isOwn);
  for (const { source } of own) around.used.add(source);
  const inner = elements.flatMap((element) =>
    element.kind === "group" && isAlwaysThere(element)
      ? placesIn(element.elements, {
          ...around,
          parent: occurrencePath(around.parent, element.key, 0),
          group: element,
          about,
          isOwn,
        })
      : [],
  );
  return [
    ...own.map(({ field, source }) => ({
      path: occurrencePath(around.parent, field.key, 0),
      field,
      source,
      about: aboutOfSource(source) ?? about,
    })),
    ...inner,
  ];
}

function fieldsOf(
  elements: readonly FormElement[],
  group: FormGroup | undefined,
) {
  return elements.flatMap((element) => {
    if (element.kind === "group" || isRepeatable(element)) return [];
    if (element.computed !== undefined) return [];
    const found = accountSourceOf(element, group);
    return found ? [{ field: element, ...found }] : [];
  });
}

function isAlwaysThere(group: FormGroup): boolean {
  return (
    !isRepeatable(group) && group.choice !== true && group.cardinality.min > 0
  );
}

const ofPersons: readonly AccountSource[] = [
  "account.family-name",
  "account.birth-name",
  "account.given-names",
  "account.academic-title",
  "account.date-of-birth",
  "account.day-of-birth",
  "account.month-of-birth",
  "account.year-of-birth",
  "account.place-of-birth",
  "account.nationality",
];

function aboutOfSource(source: AccountSource): About | undefined {
  if (source === "account.organisation-name") return "organisation";
  return ofPersons.includes(source) ? "person" : undefined;
}

/** An organisation with its contact is about the organisation. */
function aboutOf(
  fields: readonly { readonly source: AccountSource }[],
  inherited: About,
): About {
  const found = fields.map(({ source }) => aboutOfSource(source));
  if (found.includes("organisation")) return "organisation";
  return found.includes("person") ? "person" : inherited;
}

function groupsIn(
  elements: readonly FormElement[],
  parent: string,
  answers: Answers,
): OwnGroup[] {
  return elements.flatMap((element) =>
    element.kind === "group"
      ? visibleOccurrences(element, answers).flatMap((occurrence, index) =>
          groupsAt(
            element,
            occurrencePath(parent, element.key, index),
            groupAnswers(occurrence),
          ),
        )
      : [],
  );
}

function groupsAt(
  group: FormGroup,
  path: string,
  answers: Answers,
): OwnGroup[] {
  if (group.choice === true || fieldsOf(group.elements, group).length < 2)
    return groupsIn(group.elements, path, answers);
  const around = {
    ...outermost,
    parent: path,
    group,
    used: new Set<AccountSource>(),
  };
  return [{ path, places: placesIn(group.elements, around) }];
}
