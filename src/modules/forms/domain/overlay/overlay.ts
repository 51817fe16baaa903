import type {
  Cardinality,
  Check,
  FieldBase,
  FormField,
  PlacePart,
  Precheck,
  Prefill,
  Rule,
  TranslatedTexts,
} from "../form-definition.ts";
import type { FormExample } from "../form-example.ts";

/**
 * How one authority refines a form that it did not write. The form itself stays as it came. Overlays are applied from the installation
 * down to the authority; per property the nearest one that says something wins. `null` takes back what an authority above said, the
 * empty text removes what the form itself says. The same shape as JSON Schema: `../../overlay.schema.json`.
 */
export type Overlay = {
  readonly formatVersion: 1;
  /** Key of the form that is refined. */
  readonly formKey: string;
  /** The version it was written for. */
  readonly basedOn: {
    readonly version: string;
    readonly formVersionId?: string;
  };
  readonly title?: string | null;
  readonly description?: string | null;
  /** Pages made anew from the top-level elements; without it the pages of the form. */
  readonly layout?: PageLayout | null;
  /** By page key. */
  readonly pages?: Readonly<Record<string, PageChange | null>>;
  /** Keys of pages; those not named follow. */
  readonly pageOrder?: readonly string[] | null;
  /** By element path: keys joined by dots. */
  readonly elements?: Readonly<Record<string, ElementChange | null>>;
  /** By id of the check. */
  readonly checks?: Readonly<Record<string, CheckContent | null>>;
  /** By id of the rule in free text: what applies it now. */
  readonly translatedRules?: Readonly<Record<string, RuleTranslation | null>>;
  readonly precheck?: Precheck | null;
  readonly documents?: readonly string[] | null;
  readonly minutes?: number | null;
  /** As in the form, with `null` to take back. */
  readonly translations?: Readonly<
    Record<string, Readonly<Record<string, TranslatedTexts | null>>>
  >;
  /** Tests that run before the form is published; of two with the same title the nearest counts. */
  readonly examples?: readonly FormExample[];
};

/** `per-group`: a page for each top-level group. `per-field`: a page for each top-level element. */
export type PageLayout = "per-group" | "per-field";

export type PageChange = {
  readonly title?: string | null;
  readonly help?: string | null;
  readonly visibleWhen?: Rule | null;
  /** Keys of top-level elements that stand here, in order; taken from the page they stood on. */
  readonly elements?: readonly string[] | null;
};

export type ElementChange = {
  readonly label?: string | null;
  readonly help?: string | null;
  /** Left out of the form. With `initialValue` the field is carried along unseen instead. */
  readonly drop?: boolean | null;
  /** Of a group: keys of its elements; those not named follow. */
  readonly order?: readonly string[] | null;
  readonly cardinality?: Cardinality | null;
  readonly visibleWhen?: Rule | null;
  readonly requiredWhen?: Rule | null;
  readonly computed?: Rule | null;
  /** Correction of the type with all its limits: it replaces what the form says. */
  readonly type?: FieldType | null;
  readonly entry?: "open" | "locked" | "hidden" | null;
  readonly initialValue?: string | null;
  readonly prefill?: Prefill | null;
  readonly place?: PlacePart | null;
  readonly autocomplete?: string | null;
};

/** What a field is apart from its place, texts and conditions: data type and limits. */
export type FieldType = FormField extends infer Each
  ? Each extends FormField
    ? Omit<Each, keyof FieldBase>
    : never
  : never;

export type CheckContent = Omit<Check, "id">;

/** What applies a rule that the form has as free text. */
export type RuleTranslation =
  | { readonly by: "check"; readonly target: string }
  | {
      readonly by: ElementTranslation;
      /** Path of the element. */
      readonly target: string;
    }
  /** The form itself already makes sure of it, or it is none of the applicant's business. */
  | { readonly by: "not-needed"; readonly reason: string };

export type ElementTranslation =
  | "visibleWhen"
  | "requiredWhen"
  | "computed"
  | "type"
  | "cardinality";

/** An overlay with whose it is. */
export type OverlayLayer = {
  /** Slug of the authority. */
  readonly authority: string;
  readonly version: number;
  readonly overlay: Overlay;
};
