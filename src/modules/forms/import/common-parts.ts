import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  ElementSource,
  ReleaseStatus,
} from "../domain/form-definition.ts";
import type { Dialect } from "./dialect.ts";
import { shorten, type ImportReport } from "./import-message.ts";
import { readCode } from "./read-code.ts";
import {
  maybe,
  one,
  readableText,
  readSequence,
  type Children,
  type Slot,
} from "./read-sequence.ts";
import { detailsOf, legalBasisOf } from "./source-details.ts";

/** With what the parts of one document are read. */
export type Reading = {
  readonly report: ImportReport;
  readonly dialect: Dialect;
};

export type CommonParts = {
  readonly children: Children;
  readonly source: ElementSource;
  /** What the applicant reads: its label, or the name where there is none. */
  readonly label: string;
  /** Report that names this element's id. */
  readonly report: ImportReport;
};

/** Reads and checks an element's children and its common part. */
export function readCommonParts(
  element: XmlElement,
  slots: readonly Slot[],
  reading: Reading,
): CommonParts {
  const { children, report, id, version } = openElement(
    element,
    slots,
    reading,
  );
  for (const name of [
    "gueltigAb",
    "gueltigBis",
    "freigabedatum",
    "statusGesetztAm",
    "veroeffentlichungsdatum",
  ])
    checkDate(children.find(name), report);
  readTimestamp(children.find("letzteAenderung"), report);
  const status = readStatus(children, { report, dialect: reading.dialect });
  if (children.find("schemaelementart"))
    readCode(children.find("schemaelementart"), ["ABS", "HAR", "RNG"], report);
  const title = children.text(
    slots.some(({ name }) => name === "bezeichnung")
      ? "bezeichnung"
      : "bezeichnungEingabe",
  );
  // Whether a field is required stands in the cardinality and is said by the page.
  const label = title.replace(/\s*\*+$/, "") || children.text("name") || id;
  const legalBasis = legalBasisOf(children.all("bezug"));
  const details = detailsOf(children, label);
  return {
    children,
    report,
    label,
    source: {
      id,
      ...(version === "" ? {} : { version }),
      ...(status ? { status } : {}),
      ...(legalBasis === "" ? {} : { legalBasis }),
      ...(Object.keys(details).length === 0 ? {} : { details }),
    },
  };
}

/** Reads and checks the children of an element that has an id. */
export function openElement(
  element: XmlElement,
  slots: readonly Slot[],
  { report: outer, dialect }: Reading,
) {
  const report = outer.within(peekId(element) || outer.id);
  const children = readSequence(element, slots, report);
  return {
    children,
    report,
    ...readIdentification(children.find("identifikation"), { report, dialect }),
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

function readIdentification(
  element: XmlElement | undefined,
  { report, dialect }: Reading,
): { id: string; version: string } {
  if (!element) return { id: "", version: "" };
  const children = readSequence(element, [one("id"), maybe("version")], report);
  const [id, version] = [children.text("id"), children.text("version")];
  if (children.find("id") && !usableId.test(id))
    report.error("id-invalid", children.find("id"), { value: shorten(id) });
  const { shape, example } = dialect.version;
  if (children.find("version") && !shape.test(version))
    report.error("version-invalid", children.find("version"), {
      value: shorten(version),
      example,
    });
  return { id, version };
}

function readStatus(
  children: Children,
  { report, dialect }: Reading,
): ReleaseStatus | undefined {
  const element = children.find(dialect.statusElement);
  return element && dialect.readStatus(element, report);
}

/** An empty date says as little as none; editors of FIM write it. */
function checkDate(
  element: XmlElement | undefined,
  report: ImportReport,
): void {
  if (!element) return;
  const text = readableText(element);
  if (text === "") report.warning("date-empty", element);
  else if (!isDate(text))
    report.error("date-invalid", element, { value: shorten(text) });
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
