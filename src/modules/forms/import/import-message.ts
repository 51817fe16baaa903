import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { XmlRefusal } from "../../../platform/xml/parse-xml.ts";

/** Reasons to refuse a document. The texts are in `i18n/`, by the same code. */
export type ImportErrorCode =
  | `xml-${XmlRefusal["kind"]}`
  | "xdf1-not-supported"
  | "xdf-version-not-supported"
  | "namespace-unknown"
  | "message-not-a-schema"
  | "element-missing"
  | "element-repeated"
  | "element-unexpected"
  | "text-unexpected"
  | "id-invalid"
  | "version-invalid"
  | "date-invalid"
  | "timestamp-invalid"
  | "count-invalid"
  | "count-contradictory"
  | "count-too-large"
  | "code-unknown"
  | "precision-not-json"
  | "group-empty"
  | "form-without-fields"
  | "form-too-large"
  | "code-list-missing"
  | "code-list-reference-missing"
  | "code-list-not-genericode"
  | "code-list-without-codes"
  | "code-list-row-without-code"
  | "code-list-duplicate-code"
  | "code-list-duplicate";

/** Things an editor should look at; the form works nevertheless. */
export type ImportWarningCode =
  | "code-list-as-text"
  | "code-list-unused"
  | "code-list-repeated-code"
  | "namespace-renamed"
  | "code-list-column-unknown"
  | "options-missing-as-text"
  | "options-unused"
  | "option-single"
  | "option-without-code"
  | "option-duplicate"
  | "precision-ignored"
  | "precision-contradictory"
  | "pattern-ignored"
  | "pattern-unmatchable"
  | "number-for-identifier"
  | "given-name-repeatable"
  | "label-missing"
  | "label-too-long"
  | "label-twice"
  | "label-empty-dropped"
  | "signature-dropped"
  | "group-empty-dropped"
  | "count-beyond-options"
  | "length-contradictory"
  | "object-as-file"
  | "element-misplaced"
  | "element-twice"
  | "group-in-itself"
  | "element-unknown"
  | "element-switched-off"
  | "date-empty"
  | "content-ignored"
  | "entry-without-value"
  | "file-size-ignored"
  | "file-size-small"
  | "media-type-ignored"
  | "schema-not-released"
  | "xdf-version-newer"
  | "test-document"
  | "supplement-ignored"
  | "rule-untranslated";

export type ImportMessage = {
  readonly severity: "error" | "warning";
  readonly code: ImportErrorCode | ImportWarningCode;
  /** Name of the handed-in document, as the caller called it. */
  readonly document: string;
  /** Counted from 1. */
  readonly line: number;
  /** Name of the XML element, e.g. `praezisierung`; empty where the document as a whole is meant. */
  readonly element: string;
  /** Id of the nearest Datenfeld, Datenfeldgruppe, Regel or schema around it; empty outside of them. */
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** What a message points to. */
type Where = Pick<XmlElement, "name" | "line">;

type Params = ImportMessage["params"];

/** Collects messages while one document is read. `within` gives the same report for an element with an id. */
export type ImportReport = {
  readonly messages: readonly ImportMessage[];
  error(code: ImportErrorCode, at: Where | undefined, params?: Params): void;
  warning(
    code: ImportWarningCode,
    at: Where | undefined,
    params?: Params,
  ): void;
  within(id: string): ImportReport;
  readonly id: string;
};

/** Beyond this many of a kind nobody reads on; the rest is left out. Warnings never crowd out an error: it decides whether the form is taken. */
const maxMessages = 200;

export function createImportReport(document: string): ImportReport {
  return reportFor(document, "", []);
}

function reportFor(
  document: string,
  id: string,
  messages: ImportMessage[],
): ImportReport {
  const add =
    (severity: ImportMessage["severity"], code: ImportMessage["code"]) =>
    (at: Where | undefined, params: Params = {}) => {
      const message: ImportMessage = {
        severity,
        code,
        document,
        line: at?.line ?? 1,
        element: at?.name ?? "",
        id,
        params,
      };
      const before = messages.filter((each) => each.severity === severity);
      if (before.length >= maxMessages || isKnown(message, before)) return;
      messages.push(message);
    };
  return {
    id,
    messages,
    error: (code, at, params) => {
      add("error", code)(at, params);
    },
    warning: (code, at, params) => {
      add("warning", code)(at, params);
    },
    within: (innerId) => reportFor(document, innerId, messages),
  };
}

/** Building blocks of FIM stand in a schema many times; what is to be said of one is said once. */
function isKnown(
  { severity, code, id, params }: ImportMessage,
  before: readonly ImportMessage[],
): boolean {
  const words = JSON.stringify(params);
  return (
    (severity === "warning" || code === "code-list-missing") &&
    id !== "" &&
    before.some(
      (each) =>
        each.code === code &&
        (each.id === id || code === "code-list-missing") &&
        JSON.stringify(each.params) === words,
    )
  );
}

/** Enough of a value to recognise it in a message. */
export function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
