import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  ElementSource,
  FormProvenance,
} from "../domain/form-definition.ts";
import type { ImportReport } from "./import-message.ts";
import {
  maybe,
  one,
  readableText,
  readSequence,
  type Children,
  type Slot,
} from "./read-sequence.ts";

/** What every element of XDatenfelder 2.0 begins with. @see XDatenfelder 2.0, AllgemeineAngaben */
export const commonSlots: readonly Slot[] = [
  one("identifikation"),
  one("name"),
  one("bezeichnungEingabe"),
  maybe("bezeichnungAusgabe"),
  one("beschreibung"),
  one("definition"),
  one("bezug"),
  one("status"),
  maybe("gueltigAb"),
  maybe("gueltigBis"),
  maybe("fachlicherErsteller"),
  maybe("versionshinweis"),
  maybe("freigabedatum"),
  maybe("veroeffentlichungsdatum"),
];

/** Further start of Datenfeld and Datenfeldgruppe. @see XDatenfelder 2.0, Schemaelementangaben */
export const elementSlots: readonly Slot[] = [
  ...commonSlots,
  one("schemaelementart"),
  one("hilfetextEingabe"),
  one("hilfetextAusgabe"),
];

export type CommonParts = {
  readonly children: Children;
  readonly source: ElementSource;
  /** Report that names this element's id. */
  readonly report: ImportReport;
};

/** Reads and checks an element's children and its common part. */
export function readCommonParts(
  element: XmlElement,
  slots: readonly Slot[],
  outer: ImportReport,
): CommonParts {
  const report = outer.within(peekId(element) || outer.id);
  const children = readSequence(element, slots, report);
  const { id, version } = readIdentification(
    children.find("identifikation"),
    report,
  );
  for (const name of [
    "gueltigAb",
    "gueltigBis",
    "freigabedatum",
    "veroeffentlichungsdatum",
  ])
    checkDate(children.find(name), report);
  const status = readStatus(children.find("status"), report);
  if (children.find("schemaelementart"))
    readCode(children.find("schemaelementart"), ["ABS", "HAR", "RNG"], report);
  const legalBasis = children.text("bezug");
  return {
    children,
    report,
    source: {
      id,
      ...(version === "" ? {} : { version }),
      ...(status ? { status } : {}),
      ...(legalBasis === "" ? {} : { legalBasis }),
    },
  };
}

/** The id before anything is checked, so that messages can name the element even when its structure is wrong. */
function peekId(element: XmlElement): string {
  const identification = element.children.find(
    ({ name }) => name === "identifikation",
  );
  return readableText(
    identification?.children.find(({ name }) => name === "id"),
  );
}

// The standard asks only for a token; ids become names of XML elements, parts of addresses and of input names.
const usableId = /^[A-Za-z][A-Za-z0-9_-]{0,99}$/;

export function readIdentification(
  element: XmlElement | undefined,
  report: ImportReport,
): { id: string; version: string } {
  if (!element) return { id: "", version: "" };
  const children = readSequence(element, [one("id"), maybe("version")], report);
  const [id, version] = [children.text("id"), children.text("version")];
  if (children.find("id") && !usableId.test(id))
    report.error("id-invalid", children.find("id"), { value: shorten(id) });
  if (children.find("version") && !/^\d+\.\d+$/.test(version))
    report.error("version-invalid", children.find("version"), {
      value: shorten(version),
    });
  return { id, version };
}

const statuses: Readonly<Record<string, FormProvenance["status"]>> = {
  inVorbereitung: "in-preparation",
  aktiv: "active",
  inaktiv: "inactive",
};

function readStatus(
  element: XmlElement | undefined,
  report: ImportReport,
): FormProvenance["status"] | undefined {
  return statuses[readCode(element, Object.keys(statuses), report)];
}

/** The value of a coded element (`<status><code>aktiv</code></status>`; `code` stands without a namespace). Empty when it is not one of `allowed`. */
export function readCode(
  element: XmlElement | undefined,
  allowed: readonly string[],
  report: ImportReport,
): string {
  if (!element) return "";
  const codes = element.children.filter(
    ({ name, namespace }) => name === "code" && namespace === "",
  );
  const other = element.children.find((child) => !codes.includes(child));
  if (other)
    report.error("element-unexpected", other, {
      name: other.name,
      parent: element.name,
      expected: "code",
    });
  const [code, second] = codes;
  if (second) report.error("element-repeated", second, { name: "code" });
  if (!code) {
    report.error("element-missing", element, { name: "code" });
    return "";
  }
  const value = readableText(code);
  if (allowed.includes(value)) return value;
  report.error("code-unknown", code, {
    value: shorten(value),
    element: element.name,
    allowed: allowed.join(", "),
  });
  return "";
}

function checkDate(
  element: XmlElement | undefined,
  report: ImportReport,
): void {
  if (element && !isDate(readableText(element)))
    report.error("date-invalid", element, {
      value: shorten(readableText(element)),
    });
}

function isDate(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1];
  const date = day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
  return (
    date !== undefined &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === day
  );
}

/** A moment as ISO text; empty when it is none. */
export function readTimestamp(
  element: XmlElement | undefined,
  report: ImportReport,
): string {
  const text = readableText(element);
  const isShaped =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/.test(
      text,
    );
  const isValid =
    isShaped &&
    isDate(text.slice(0, 10)) &&
    !Number.isNaN(new Date(text).getTime());
  if (element && !isValid)
    report.error("timestamp-invalid", element, { value: shorten(text) });
  return isValid ? text : "";
}

/** Enough of a value to recognise it in a message. */
export function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
