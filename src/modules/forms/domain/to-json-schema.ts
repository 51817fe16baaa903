import type {
  FormDefinition,
  FormElement,
  FormGroup,
  InputField,
} from "./form-definition.ts";
import { isInputField, isRepeatable } from "./visit.ts";

/** As much of JSON Schema (draft 2020-12) as a form needs. */
export type JsonSchema = {
  readonly [keyword: string]:
    | string
    | number
    | boolean
    | JsonSchema
    | readonly (string | JsonSchema)[];
};

/**
 * What `toJson` makes of answers that may be sent, as JSON Schema: for receivers that check what they get. Properties are the FIM ids.
 * Conditions are not in it: whatever a condition can leave out is not required here.
 * @see JSON Schema draft 2020-12
 */
export function toJsonSchema(definition: FormDefinition): JsonSchema {
  const elements = definition.pages.flatMap((page) => {
    const isAlways = page.visibleWhen === undefined;
    return page.elements.map((element) => ({ element, isAlways }));
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:openrathaus:form:${definition.key}:${definition.version}`,
    title: definition.title,
    type: "object",
    properties: {
      form: {
        type: "object",
        properties: {
          key: { const: definition.key },
          version: { const: definition.version },
          codeLists: {
            type: "object",
            additionalProperties: {
              type: "object",
              properties: textsNamed("urn", "version"),
              required: ["urn", "version"],
            },
          },
        },
        required: ["key", "version"],
      },
      data: {
        ...objectSchema(elements.map(({ element }) => element)),
        required: elements
          .filter(({ element, isAlways }) => isAlways && isAsked(element))
          .map(({ element }) => element.key),
      },
    },
    required: ["form", "data"],
    additionalProperties: false,
  };
}

function objectSchema(elements: readonly FormElement[]): JsonSchema {
  const answered = elements.filter(
    (element) => element.kind === "group" || isInputField(element),
  );
  return {
    type: "object",
    properties: Object.fromEntries(
      answered.map((element) => [element.key, elementSchema(element)]),
    ),
    required: answered.filter(isAsked).map(({ key }) => key),
    additionalProperties: false,
  };
}

function elementSchema(element: FormElement): JsonSchema {
  const single = {
    title: element.label,
    ...(element.kind === "group"
      ? groupSchema(element)
      : isInputField(element)
        ? valueSchema(element)
        : {}),
  };
  if (!isRepeatable(element)) return single;
  const { max } = element.cardinality;
  return {
    type: "array",
    items: single,
    minItems: 1,
    ...(max === null ? {} : { maxItems: max }),
  };
}

/** Of an Auswahlgruppe exactly one element is there; none where the one chosen may be left out. */
function groupSchema(group: FormGroup): JsonSchema {
  if (!group.choice) return objectSchema(group.elements);
  return {
    ...objectSchema(group.elements),
    required: [],
    ...(group.elements.every(isAsked) ? { minProperties: 1 } : {}),
    maxProperties: 1,
  };
}

/** True when every complete answer holds the element: required, whatever else was answered, and not only made of optional parts. */
export function isAsked(element: FormElement): boolean {
  if (element.cardinality.min === 0 || element.visibleWhen !== undefined)
    return false;
  if (element.kind === "field")
    return (
      isInputField(element) &&
      element.computed === undefined &&
      element.entry === undefined
    );
  return element.choice === true
    ? element.elements.every(isAsked)
    : element.elements.some(isAsked);
}

/** Values are text in canonical form, except yes and no and files; lengths count code points here as there. */
function valueSchema(field: InputField): JsonSchema {
  switch (field.dataType) {
    case "boolean":
      return { type: "boolean" };
    case "file":
      return fileSchema;
    case "select":
      return { enum: field.options.map(({ code }) => code) };
    case "text":
      return { ...textSchema, ...lengthsOf(field) };
    default:
      return textSchema;
  }
}

const textSchema: JsonSchema = { type: "string", minLength: 1 };

function lengthsOf(field: {
  readonly minLength?: number;
  readonly maxLength?: number;
}): JsonSchema {
  const { minLength = 1, maxLength } = field;
  return {
    minLength: Math.max(1, minLength),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function textsNamed(...names: readonly string[]): JsonSchema {
  return Object.fromEntries(names.map((name) => [name, { type: "string" }]));
}

const fileSchema: JsonSchema = {
  type: "object",
  properties: {
    ...textsNamed("fileId", "filename", "sha256", "mediaType"),
    sizeBytes: { type: "integer", minimum: 0 },
  },
  required: ["fileId", "filename", "sizeBytes", "sha256", "mediaType"],
};
