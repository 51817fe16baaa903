/**
 * The inner model of a form, whatever it came from (XDatenfelder, written here, later the editor).
 * Immutable once stored; `formatVersion` grows only when old readers would misunderstand.
 * The same shape as JSON Schema: `../form-definition.schema.json`.
 */
export type FormDefinition = {
  readonly formatVersion: 1;
  /** Id of the form, for FIM the Stammdatenschema's: `S05000058`. Also the name of the root element in XML. */
  readonly key: string;
  /** Version of the content as its editors count: `1.0`. */
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  readonly provenance: FormProvenance;
  /** In the order they are filled in; never empty. */
  readonly pages: readonly FormPage[];
  /** Rules in free German that no program applies yet; editors translate them. */
  readonly untranslatedRules: readonly FreeTextRule[];
  readonly translations?: Translations;
};

/** Where a form comes from. Kept so that everybody can check what the portal shows against its source. */
export type FormProvenance = {
  /** `own` for forms written in this project. */
  readonly standard: "xdatenfelder-2.0" | "own";
  readonly status: "in-preparation" | "active" | "inactive";
  /** When the source document was made, ISO 8601. */
  readonly createdAt?: string;
  readonly releasedOn?: string;
  readonly publisher?: string;
  readonly legalBasis?: string;
};

/** One step of the online form: either one top-level group, or top-level fields that stand next to each other. */
export type FormPage = {
  /** Stands in the address of the step; unique in the form. */
  readonly key: string;
  /** Absent for a page of loose fields: the screen then uses a general title. */
  readonly title?: string;
  readonly elements: readonly FormElement[];
};

export type FormElement = FormGroup | FormField;

export type FormGroup = ElementBase & {
  readonly kind: "group";
  /** Set where the source gives the group no heading of its own: its fields appear as if they stood in the parent. */
  readonly hideLabel?: true;
  readonly elements: readonly FormElement[];
};

export type FormField =
  | TextField
  | DateField
  | NumberField
  | BooleanField
  | SelectField
  | FileField
  | LabelField;

/** A field somebody fills in. */
export type InputField = Exclude<FormField, LabelField>;

type ElementBase = {
  /** Stable id, unique among its siblings; no dots. For FIM the element's id. */
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly cardinality: Cardinality;
  readonly source?: ElementSource;
};

type FieldBase = ElementBase & {
  readonly kind: "field";
  /** Value of HTML's `autocomplete`, so that the browser can offer what it knows (WCAG 1.3.5). */
  readonly autocomplete?: string;
};

/** How often an element may occur within one occurrence of its parent. `max: null` is "any number". */
export type Cardinality = { readonly min: number; readonly max: number | null };

/** The element in its source standard. */
export type ElementSource = {
  readonly id: string;
  readonly version?: string;
  readonly status?: FormProvenance["status"];
  readonly legalBasis?: string;
};

type LengthLimits = {
  /** In Unicode code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
};

export type TextField = FieldBase &
  LengthLimits & {
    readonly dataType: "text";
    /** Regular expression in the dialect of XML Schema; matches the whole value. */
    readonly pattern?: string;
    /** Shown in the message when the value does not match: `SN-AB 123`. */
    readonly example?: string;
    readonly format?: "email" | "phone" | "postcode";
    readonly multiline?: true;
  };

/** Stored as `2026-12-31`. */
export type DateField = FieldBase & { readonly dataType: "date" };

/** Stored with a decimal point; `currency` with two decimals; plain digits of a `number` as typed, zeros in front included. */
export type NumberField = FieldBase &
  LengthLimits & {
    readonly dataType: "number" | "integer" | "currency";
    readonly minValue?: number;
    readonly maxValue?: number;
  };

/** Stored as `true` or `false`. */
export type BooleanField = FieldBase & { readonly dataType: "boolean" };

/** Stored as the option's code. */
export type SelectField = FieldBase & {
  readonly dataType: "select";
  readonly options: readonly Option[];
  readonly codeList?: CodeListReference;
};

export type Option = { readonly code: string; readonly label: string };

/** The code list the options were taken from, so that a receiver can name it. */
export type CodeListReference = {
  readonly urn: string;
  readonly version: string;
};

export type FileField = FieldBase & {
  readonly dataType: "file";
  readonly maxBytes: number;
  readonly mediaTypes: readonly MediaType[];
};

export type MediaType = "application/pdf" | "image/jpeg" | "image/png";

/** Text to read between the fields; nothing to fill in. */
export type LabelField = FieldBase & {
  readonly dataType: "label";
  readonly content: string;
};

export type FreeTextRule = {
  readonly id: string;
  readonly text: string;
  /** Element the rule hangs on: keys joined by dots; empty for the whole form. */
  readonly elementPath: string;
};

/** Texts in other languages by element path (keys joined by dots, empty for the form itself). */
export type Translations = Readonly<
  Record<string, Readonly<Record<string, { label?: string; help?: string }>>>
>;
