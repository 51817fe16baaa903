import type {
  BooleanField,
  Cardinality,
  DateField,
  FileField,
  FormDefinition,
  FormElement,
  FormGroup,
  FormPage,
  LabelField,
  NumberField,
  Option,
  SelectField,
  TextField,
} from "../domain/form-definition.ts";

type Extras<Field> = Partial<
  Omit<Field, "kind" | "dataType" | "key" | "label">
>;
type Base = {
  readonly kind: "field";
  readonly key: string;
  readonly label: string;
  readonly cardinality: Cardinality;
};

export const optional: { readonly cardinality: Cardinality } = {
  cardinality: { min: 0, max: 1 },
};

const required: Cardinality = { min: 1, max: 1 };

function base(key: string, label: string): Base {
  return { kind: "field", key, label, cardinality: required };
}

export function text(
  key: string,
  label: string,
  extras: Extras<TextField> = {},
): TextField {
  return { ...base(key, label), dataType: "text", maxLength: 100, ...extras };
}

export function date(
  key: string,
  label: string,
  extras: Extras<DateField> = {},
): DateField {
  return { ...base(key, label), dataType: "date", ...extras };
}

export function integer(
  key: string,
  label: string,
  extras: Extras<NumberField> = {},
): NumberField {
  return { ...base(key, label), dataType: "integer", ...extras };
}

/** An amount the form works out itself. */
export function computedMoney(
  key: string,
  label: string,
  { computed, help }: { readonly computed: string; readonly help?: string },
): NumberField {
  return {
    ...base(key, label),
    ...optional,
    dataType: "currency",
    computed,
    ...(help === undefined ? {} : { help }),
  };
}

export function yesNo(
  key: string,
  label: string,
  extras: Extras<BooleanField> = {},
): BooleanField {
  return { ...base(key, label), dataType: "boolean", ...extras };
}

export function choice(
  key: string,
  label: string,
  options: readonly Option[],
): SelectField {
  return { ...base(key, label), dataType: "select", options };
}

/** One box to tick: agreeing is the only answer that leads on. */
export function consent(key: string, label: string, help: string): SelectField {
  return {
    ...choice(key, label, [{ code: "ja", label: "Ja, das bestätige ich." }]),
    help,
  };
}

export function file(
  key: string,
  label: string,
  extras: Extras<FileField> = {},
): FileField {
  return {
    ...base(key, label),
    dataType: "file",
    maxBytes: 10_000_000,
    mediaTypes: ["application/pdf", "image/jpeg", "image/png"],
    ...extras,
  };
}

export function note(key: string, content: string): LabelField {
  return { ...base(key, "Hinweis"), dataType: "label", content };
}

export function group(
  key: string,
  label: string,
  elements: readonly FormElement[],
): FormGroup {
  return { kind: "group", key, label, cardinality: required, elements };
}

export function page(
  key: string,
  title: string,
  elements: readonly FormElement[],
): FormPage {
  return { key, title, elements };
}

export function form(
  key: string,
  title: string,
  {
    description,
    legalBasis,
    pages,
    ...extras
  }: {
    readonly description: string;
    readonly legalBasis: string;
    readonly pages: readonly FormPage[];
  } & Pick<
    FormDefinition,
    "checks" | "precheck" | "documents" | "minutes" | "translations"
  >,
): FormDefinition {
  return {
    formatVersion: 1,
    key,
    version: "1.0",
    title,
    description,
    provenance: {
      standard: "own",
      status: "active",
      legalBasis,
    },
    pages,
    untranslatedRules: [],
    ...extras,
  };
}
