import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { Option, SelectField } from "../domain/form-definition.ts";
import type { CommonParts } from "./common-parts.ts";
import { shorten, type ImportReport } from "./import-message.ts";
import type { CodeList } from "./read-genericode.ts";
import {
  maybe,
  one,
  many,
  readSequence,
  type Children,
} from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";
import { present, unlessSame, type Details } from "./source-details.ts";

export type ReadOptions = {
  /** Undefined when the field becomes free text, or the form is refused. */
  readonly select: Pick<SelectField, "options" | "codeList"> | undefined;
  readonly details: Details;
};

/** The options of a select field: written out in the schema (3.0.0), or from the lists handed in. */
export function readOptions(
  element: XmlElement,
  { children, report }: CommonParts,
  reading: SchemaReading,
): ReadOptions {
  const values = children.find("werte");
  const options = values ? readValues(values, report) : [];
  if (options.length > 0) return { select: { options }, details: {} };
  const reference = children.find("codelisteReferenz");
  if (reference)
    return readFromList(reference, children, { ...reading, report });
  if (reading.missingCodeLists === "refuse")
    report.error("code-list-reference-missing", element);
  else report.warning("options-missing-as-text", element);
  return { select: undefined, details: {} };
}

/** @see XDatenfelder 3.0.0, Werteliste */
function readValues(values: XmlElement, report: ImportReport): Option[] {
  const entries = readSequence(values, [many("wert")], report).all("wert");
  if (entries.length === 0)
    report.error("element-missing", values, { name: "wert" });
  const known = new Set<string>();
  return entries.flatMap((entry) => {
    const option = readValue(entry, report);
    if (option.code === "") report.warning("option-without-code", entry);
    else if (known.has(option.code))
      report.warning("option-duplicate", entry, {
        value: shorten(option.code),
      });
    else {
      known.add(option.code);
      return [option];
    }
    return [];
  });
}

function readValue(entry: XmlElement, report: ImportReport): Option {
  const parts = readSequence(
    entry,
    [one("code"), one("name"), maybe("hilfe")],
    report,
  );
  const [code, help] = [parts.text("code"), parts.lines("hilfe")];
  const label = parts.text("name") || code;
  return { code, label, ...(help === "" ? {} : { help }) };
}

/** How the schema names a list. */
type ListName = {
  readonly uri: string;
  readonly version: string;
  readonly versionUri: string;
  /** Id of the list in FIM's own catalogue, 2.0 only: `C60000016`. */
  readonly id: string;
};

function readFromList(
  reference: XmlElement,
  field: Children,
  reading: SchemaReading,
): ReadOptions {
  const { report, missingCodeLists } = reading;
  const name = readListName(reference, reading);
  if (!name) return { select: undefined, details: {} };
  const keys = columnKeys(field.text);
  const found = findCodeList(name, reading.codeLists);
  if (found) {
    reading.usedCodeLists.add(found);
    const codeList = { urn: found.canonicalUri, version: found.version };
    return {
      select: {
        options: optionsBy(found, keys, { reference, report }),
        codeList,
      },
      details: {
        ...keys,
        ...present([
          ["codelisteReferenz.id", name.id],
          [
            "codelisteReferenz.canonicalVersionUri",
            unlessSame(
              found.canonicalVersionUri,
              `${found.canonicalUri}_${found.version}`,
            ),
          ],
        ]),
      },
    };
  }
  const params = {
    list: name.versionUri || name.uri,
    id: name.id === "" ? "" : ` (${name.id})`,
  };
  if (missingCodeLists === "refuse")
    report.error("code-list-missing", reference, {
      ...params,
      address: addressOf(name),
    });
  else report.warning("code-list-as-text", reference, params);
  return {
    select: undefined,
    details: { ...keys, ...missingListDetails(name) },
  };
}

/** Where the XRepository hands out the list. */
function addressOf({ uri, versionUri }: ListName): string {
  return versionUri === ""
    ? `https://www.xrepository.de/details/${uri}`
    : `https://www.xrepository.de/api/version_codeliste/${versionUri}/genericode`;
}

function missingListDetails({
  id,
  uri,
  version,
  versionUri,
}: ListName): Details {
  return present([
    ["codelisteReferenz.id", id],
    ["codelisteReferenz.canonicalIdentification", uri],
    ["codelisteReferenz.version", version],
    ["codelisteReferenz.canonicalVersionUri", versionUri],
  ]);
}

/** 2.0 wraps the names into an element of their own and adds the id; in 3.0.0 each of them may be left out. */
function readListName(
  reference: XmlElement,
  { report, dialect }: SchemaReading,
): ListName | undefined {
  const parts = readSequence(
    reference,
    dialect.slots.codeListReference,
    report,
  );
  if (dialect.standard === "xdatenfelder-3.0.0") return listName(parts, "");
  const wrapped = parts.find("genericodeIdentification");
  const identification = parts.find("identifikation");
  const id = identification
    ? readSequence(identification, [one("id"), maybe("version")], report).text(
        "id",
      )
    : "";
  if (!wrapped) return undefined;
  const names = ["canonicalIdentification", "version", "canonicalVersionUri"];
  return listName(readSequence(wrapped, names.map(one), report), id);
}

function listName(parts: Children, id: string): ListName {
  return {
    id,
    uri: parts.text("canonicalIdentification"),
    version: parts.text("version"),
    versionUri: parts.text("canonicalVersionUri"),
  };
}

function findCodeList(
  { uri, version, versionUri }: ListName,
  codeLists: readonly CodeList[],
): CodeList | undefined {
  const byVersion = codeLists.find(
    (list) => versionUri !== "" && list.canonicalVersionUri === versionUri,
  );
  const ofUri = codeLists.filter((list) => list.canonicalUri === uri);
  if (version === "" && versionUri === "") return newestOf(ofUri);
  return byVersion ?? ofUri.find((list) => list.version === version);
}

/** A reference without a version means the list as it is today; the form keeps the version that was at hand. */
function newestOf(codeLists: readonly CodeList[]): CodeList | undefined {
  return codeLists.toSorted((one, other) =>
    other.version.localeCompare(one.version, "en", { numeric: true }),
  )[0];
}

type ListPlace = {
  readonly reference: XmlElement | undefined;
  readonly report: ImportReport;
};

/** The columns of a list that a field asks for itself. @see XDatenfelder 3.0.0, codeKey */
export function columnKeys(textOf: (key: string) => string): Details {
  return present(
    ["codeKey", "nameKey", "helpKey"].map((key) => [key, textOf(key)]),
  );
}

/** The options by the columns the field asks for. */
export function optionsBy(
  list: CodeList,
  keys: Details,
  at: ListPlace,
): readonly Option[] {
  const known = new Set<string>();
  const isFirst = ({ code }: Option) => {
    const isNew = code !== "" && !known.has(code);
    known.add(code);
    return isNew;
  };
  if (Object.keys(keys).length === 0) return list.options.filter(isFirst);
  const column = (key: string) => findColumn(list, keys[key], at);
  const columns = {
    code: column("codeKey"),
    name: column("nameKey"),
    help: column("helpKey"),
  };
  return list.options
    .map((usual, index) =>
      optionOf(usual, list.rows[index] ?? new Map(), columns),
    )
    .filter(isFirst);
}

type OptionColumns = {
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly help: string | undefined;
};

function optionOf(
  usual: Option,
  row: ReadonlyMap<string, string>,
  { code, name, help }: OptionColumns,
): Option {
  const cell = (column: string | undefined, otherwise: string) =>
    column === undefined ? otherwise : (row.get(column) ?? "");
  const [value, hint] = [cell(code, usual.code), cell(help, "")];
  return {
    code: value,
    label: cell(name, usual.label) || value,
    ...(hint === "" ? {} : { help: hint }),
  };
}

function findColumn(
  { columns, canonicalVersionUri }: CodeList,
  key: string | undefined,
  { reference, report }: ListPlace,
): string | undefined {
  if (key === undefined) return undefined;
  const column = columns.find((id) => id.toLowerCase() === key.toLowerCase());
  if (column === undefined)
    report.warning("code-list-column-unknown", reference, {
      column: shorten(key),
      list: canonicalVersionUri,
      columns: columns.join(", "),
    });
  return column;
}
