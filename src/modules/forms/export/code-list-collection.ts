import type { CodeListReference, Option } from "../domain/form-definition.ts";
import { writeDocument, type XmlNode } from "./xml-node.ts";

/** A code list as a document of its own. */
export type ExportedCodeList = {
  /** Name of the file, as the import looks for it: `…_genericode.xml`. */
  readonly name: string;
  readonly xml: string;
};

export type ListColumns = {
  readonly code: string;
  readonly name: string;
  readonly help: string;
};

export type ListContent = {
  readonly reference: CodeListReference;
  readonly versionUri: string;
  /** Id of the list in FIM's catalogue, if it has one. */
  readonly id: string;
  readonly columns: ListColumns;
  readonly options: readonly Option[];
};

/** The code lists a form needs, each once. */
export type CodeListCollection = {
  /** False when another field uses the same list with other options: then they must be written at the field. */
  readonly add: (list: ListContent) => boolean;
  readonly documents: () => readonly ExportedCodeList[];
};

export function createCodeListCollection(): CodeListCollection {
  const lists = new Map<string, ListContent>();
  return {
    add(list) {
      const known = lists.get(list.versionUri);
      if (known) return JSON.stringify(known) === JSON.stringify(list);
      if (!isWritable(list)) return false;
      lists.set(list.versionUri, list);
      return true;
    },
    documents: () =>
      [...lists.values()].map((list, index) => ({
        name: `${list.id === "" ? `C${String(index + 1)}` : list.id}_genericode.xml`,
        xml: writeDocument(codeListNode(list)),
      })),
  };
}

/** Names that a reader would change, and codes that a list must not have, cannot be found again. */
function isWritable({ reference, versionUri, options }: ListContent): boolean {
  const names = [reference.urn, reference.version, versionUri];
  const codes = options.map(({ code }) => code);
  return (
    new Set(codes).size === codes.length &&
    [...names, ...codes].every(
      (name) => name !== "" && !/^\s|\s$|\s\s|[^\S ]/.test(name),
    )
  );
}

const namespace = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";

/** @see genericode 1.0 */
function codeListNode(list: ListContent): XmlNode {
  const { reference, versionUri, columns, options } = list;
  const hasHelp = options.some(({ help }) => help !== undefined);
  const names = [
    columns.code,
    columns.name,
    ...(hasHelp ? [columns.help] : []),
  ];
  return {
    name: "gc:CodeList",
    attributes: { "xmlns:gc": namespace },
    content: [
      plain("Identification", [
        plain("ShortName", reference.urn),
        plain("Version", reference.version),
        plain("CanonicalUri", reference.urn),
        plain("CanonicalVersionUri", versionUri),
      ]),
      plain("ColumnSet", [
        ...names.map((name) =>
          columnNode(name, name === columns.help ? "optional" : "required"),
        ),
        {
          ...plain("Key", [
            plain("ShortName", "codeKey"),
            { ...plain("ColumnRef", []), attributes: { Ref: columns.code } },
          ]),
          attributes: { Id: "codeKey" },
        },
      ]),
      plain(
        "SimpleCodeList",
        options.map((option) => rowNode(option, columns)),
      ),
    ],
  };
}

function columnNode(id: string, use: "optional" | "required"): XmlNode {
  return {
    name: "Column",
    attributes: { Id: id, Use: use },
    content: [
      plain("ShortName", id),
      { name: "Data", attributes: { Type: "string" }, content: [] },
    ],
  };
}

function rowNode({ code, label, help }: Option, columns: ListColumns): XmlNode {
  const cells = [
    [columns.code, code],
    [columns.name, label],
    ...(help === undefined ? [] : [[columns.help, help]]),
  ];
  return plain(
    "Row",
    cells.map(([column = "", value = ""]) => ({
      name: "Value",
      attributes: { ColumnRef: column },
      content: [plain("SimpleValue", value)],
    })),
  );
}

function plain(name: string, content: XmlNode["content"]): XmlNode {
  return { name, content };
}
