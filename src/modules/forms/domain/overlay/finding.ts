/** Why an overlay does not fit its form, or what an editor should look at. The texts are in `i18n/`, by the same code. */
export type OverlayFindingCode =
  | "other-form"
  | "other-version"
  | "element-unknown"
  | "page-unknown"
  | "page-element-unknown"
  | "order-unknown"
  | "property-of-group"
  | "property-of-field"
  | "type-limits-reversed"
  | "type-options-missing"
  | "type-options-twice"
  | "type-pattern-unreadable"
  | "type-file-too-large"
  | "type-label-for-field"
  | "type-field-for-label"
  | "type-other-for-file"
  | "initial-value-not-an-option"
  | "required-dropped"
  | "required-loosened"
  | "cardinality-widened"
  | "cardinality-reversed"
  | "nothing-left"
  | "check-element-unknown"
  | "rule-unknown"
  | "rule-applied-by-nothing"
  | "translation-unknown";

export type OverlayFinding = {
  /** Errors keep a form from being published. */
  readonly severity: "error" | "warning";
  readonly code: OverlayFindingCode;
  /** Element path, `page:<key>`, `check:<id>`, `rule:<id>`; empty for the form as a whole. */
  readonly place: string;
  /** Authority whose overlay says it: the nearest that speaks of the place. */
  readonly authority: string;
  readonly params: Readonly<Record<string, string | number>>;
};

const warnings: ReadonlySet<OverlayFindingCode> = new Set([
  "other-version",
  "order-unknown",
  "page-unknown",
  "type-other-for-file",
  "required-loosened",
  "cardinality-widened",
  "rule-unknown",
  "translation-unknown",
]);

/** Errors are what would make the form contradict itself or its source; the rest is worth a look. */
export function severityOf(
  code: OverlayFindingCode,
): OverlayFinding["severity"] {
  return warnings.has(code) ? "warning" : "error";
}
