import { parseEncodedXml } from "../../../platform/xml/parse-encoded-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { Option } from "../domain/form-definition.ts";
import {
  createImportReport,
  type ImportMessage,
  type ImportReport,
  shorten,
} from "./import-message.ts";
import { readableText } from "./read-sequence.ts";
import type { SourceDocument } from "./source-document.ts";

export type CodeList = {
  readonly canonicalUri: string;
  readonly version: string;
  readonly canonicalVersionUri: string;
  /** By the columns the list names itself for code and label; one for each row, so that a code may be repeated. */
  readonly options: readonly Option[];
  /** Ids of all columns. */
  readonly columns: readonly string[];
  /** One per option; by column id. */
  readonly rows: readonly ReadonlyMap<string, string>[];
  readonly document: string;
};

export type CodeListReading = {
  readonly codeList: CodeList | undefined;
  readonly messages: readonly ImportMessage[];
};

/**
 * Reads a code list in genericode 1.0, as XRepository and the FIM portal hand them out. Elements are recognised by
 * their local name: lists in the field put them with and without the namespace.
 */
export function readGenericode({
  name,
  content,
}: SourceDocument): CodeListReading {
  const report = createImportReport(name);
  const parsed = parseEncodedXml(content);
  if (!parsed.ok) {
    const { kind, line, detail = "" } = parsed.refusal;
    report.error(`xml-${kind}`, { name: "", line }, { detail });
    return { codeList: undefined, messages: report.messages };
  }
  const root = parsed.value;
  if (
    root.name === "CodeList" &&
    /codelist\/ns\/genericode\/1\.0/.test(root.namespace)
  )
    return {
      codeList: readList(root, name, report),
      messages: report.messages,
    };
  report.error("code-list-not-genericode", root, { name: root.name });
  return { codeList: undefined, messages: report.messages };
}

function readList(
  root: XmlElement,
  document: string,
  report: ImportReport,
): CodeList | undefined {
  const identification = child(root, "Identification");
  const part = (name: string) => readableText(child(identification, name));
  for (const name of ["CanonicalUri", "Version", "CanonicalVersionUri"])
    if (part(name) === "")
      report.error("element-missing", identification ?? root, { name });
  const columns = findColumns(root);
  const rows = children(child(root, "SimpleCodeList"), "Row").map((row) =>
    readCells(row, columns.ids),
  );
  const options = readOptions(root, { columns, rows, report });
  if (options.length === 0)
    report.error(
      "code-list-without-codes",
      child(root, "SimpleCodeList") ?? root,
    );
  return {
    canonicalUri: part("CanonicalUri"),
    version: part("Version"),
    canonicalVersionUri: part("CanonicalVersionUri"),
    options,
    columns: columns.ids,
    rows,
    document,
  };
}

type Table = {
  readonly columns: Columns;
  readonly rows: readonly ReadonlyMap<string, string>[];
  readonly report: ImportReport;
};

function readOptions(
  root: XmlElement,
  { columns, rows, report }: Table,
): Option[] {
  const elements = children(child(root, "SimpleCodeList"), "Row");
  const known = new Map<string, string>();
  return rows.flatMap((cells, index) => {
    const code = cells.get(columns.code) ?? "";
    if (code === "")
      report.error("code-list-row-without-code", elements[index], {
        column: columns.code,
      });
    if (code === "") return [];
    const label = cells.get(columns.name) || code;
    const before = known.get(code);
    known.set(code, before ?? label);
    // The same line twice says nothing else; two meanings of a code would make every answer ambiguous.
    if (before !== undefined && before !== label)
      report.error("code-list-duplicate-code", elements[index], {
        value: shorten(code),
      });
    else if (before !== undefined)
      report.warning("code-list-repeated-code", elements[index], {
        value: shorten(code),
      });
    return [{ code, label }];
  });
}

type Columns = {
  readonly ids: readonly string[];
  readonly code: string;
  readonly name: string;
};

/** The keys `codeKey` and `codenameKey` are FIM's convention; lists without them have the code first and the name second. */
function findColumns(root: XmlElement): Columns {
  const set = child(root, "ColumnSet");
  const ids = children(set, "Column").map(
    (column) => column.attributes.get("Id") ?? "",
  );
  const keyColumn = (key: string) => {
    const found = children(set, "Key").find(
      (candidate) => candidate.attributes.get("Id")?.toLowerCase() === key,
    );
    return child(found, "ColumnRef")?.attributes.get("Ref");
  };
  const code =
    keyColumn("codekey") ??
    ids.find((id) => /^(?:code|schluessel|key)$/i.test(id)) ??
    ids[0] ??
    "";
  const name =
    keyColumn("codenamekey") ??
    ids.find((id) => /^(?:name|bezeichnung|beschreibung|label)$/i.test(id)) ??
    ids.find((id) => id !== code) ??
    code;
  return { ids, code, name };
}

/** A value without ColumnRef belongs to the column after the one before. @see genericode 1.0, Value */
function readCells(
  row: XmlElement,
  ids: readonly string[],
): Map<string, string> {
  const cells = new Map<string, string>();
  let position = -1;
  for (const value of children(row, "Value")) {
    const column = value.attributes.get("ColumnRef");
    position = column === undefined ? position + 1 : ids.indexOf(column);
    cells.set(
      column ?? ids[position] ?? "",
      readableText(child(value, "SimpleValue")),
    );
  }
  return cells;
}

function children(parent: XmlElement | undefined, name: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (candidate) => candidate.name === name,
  );
}

function child(
  parent: XmlElement | undefined,
  name: string,
): XmlElement | undefined {
  return children(parent, name)[0];
}
