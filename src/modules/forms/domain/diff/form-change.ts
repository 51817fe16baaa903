import type {
  Cardinality,
  FormElement,
  FormField,
} from "../form-definition.ts";

/** One difference between two versions of a form, as an editor or an applicant would name it. The texts are in `i18n/`, by kind. */
export type FormChange =
  | ElementChange
  | { readonly kind: "title"; readonly before: string; readonly after: string }
  | RuleChange;

/** Where the element is: in the newer version, of a removed one in the older. */
type Place = {
  /** Keys joined by dots. */
  readonly path: string;
  /** What the groups around it and the element itself are called. */
  readonly labels: readonly string[];
};

export type ElementChange = Place &
  (
    | {
        readonly kind: "added" | "removed";
        readonly element: FormElement["kind"];
      }
    /** Into another group, or to another place among its neighbours (then `from` is its path). */
    | { readonly kind: "moved"; readonly from: string }
    | {
        readonly kind: "type";
        readonly before: ElementType;
        readonly after: ElementType;
      }
    | {
        readonly kind: "label";
        readonly before: string;
        readonly after: string;
      }
    | ({ readonly kind: "help" | "content" } & BeforeAfter)
    | {
        readonly kind: "cardinality";
        readonly before: Cardinality;
        readonly after: Cardinality;
      }
    | ({ readonly kind: "constraint"; readonly name: Constraint } & BeforeAfter)
    | ({ readonly kind: "behaviour"; readonly name: Behaviour } & BeforeAfter)
    | {
        readonly kind: "option-added" | "option-removed";
        readonly code: string;
        readonly option: string;
      }
    | {
        readonly kind: "option-renamed";
        readonly code: string;
        readonly before: string;
        readonly after: string;
      }
  );

export type ElementType = FormField["dataType"] | "group";

/** Of a rule in free text, or of a check. */
export type RuleChange = {
  readonly kind: "rule-added" | "rule-removed" | "rule-changed";
  readonly ruleId: string;
  /** Of the element it hangs on; empty for the whole form. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
};

/** Absent: there was none. */
export type BeforeAfter = { readonly before?: string; readonly after?: string };

export type Constraint =
  | "minLength"
  | "maxLength"
  | "minValue"
  | "maxValue"
  | "minDate"
  | "maxDate"
  | "pattern"
  | "format"
  | "unit"
  | "maxBytes"
  | "mediaTypes"
  | "codeList"
  | "shape";

export type Behaviour =
  | "visibleWhen"
  | "requiredWhen"
  | "computed"
  | "entry"
  | "initialValue"
  | "prefill"
  | "place"
  | "choice";
