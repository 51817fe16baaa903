import { parseEncodedXml } from "../../../platform/xml/parse-encoded-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { Dialect } from "./dialect.ts";
import {
  createImportReport,
  shorten,
  type ImportMessage,
  type ImportReport,
} from "./import-message.ts";
import { readGenericode, type CodeList } from "./read-genericode.ts";
import { readSchema } from "./read-schema.ts";
import type { SourceDocument } from "./source-document.ts";
import { xdf2 } from "./xdf2.ts";
import { xdf3 } from "./xdf3.ts";

export type FormDocuments = {
  /** Stammdatenschema in XDatenfelder 2.0 or 3.0.0 (message 0102). */
  readonly schema: SourceDocument;
  /** Code lists in genericode 1.0 that the schema refers to. */
  readonly codeLists: readonly SourceDocument[];
  /** Lists that are known already, for what is not handed in. */
  readonly knownCodeLists?: readonly CodeList[];
  /** Without a list a select field cannot be offered: refuse (default), or ask for free text instead, with a warning. */
  readonly missingCodeLists?: "refuse" | "as-text";
};

export type ReadForm = {
  readonly definition: FormDefinition;
  /** Those of the lists that the form uses. */
  readonly usedCodeLists: ReadonlySet<CodeList>;
  readonly warnings: readonly ImportMessage[];
};

export type FormDocumentRefusal = {
  readonly kind: "form-invalid";
  /** Errors first by document, then warnings; at least one error. */
  readonly messages: readonly ImportMessage[];
};

/** Turns documents of a standard into a form of ours, or says everything that is wrong with them. Changes nothing. */
export function readFormDocument(
  documents: FormDocuments,
): Result<ReadForm, FormDocumentRefusal> {
  const lists = documents.codeLists.map(readGenericode);
  const codeLists = lists
    .map(({ codeList }) => codeList)
    .filter((list) => list !== undefined);
  const report = createImportReport(documents.schema.name);
  const usedCodeLists = new Set<CodeList>();
  const definition = readDocument(documents, {
    report,
    codeLists: [...codeLists, ...(documents.knownCodeLists ?? [])],
    usedCodeLists,
  });
  const messages = [
    ...report.messages,
    ...lists.flatMap((list) => list.messages),
    ...checkLists(codeLists, usedCodeLists),
  ];
  const errors = messages.filter(({ severity }) => severity === "error");
  const warnings = messages.filter(({ severity }) => severity === "warning");
  if (errors.length > 0 || !definition)
    return refuse({ kind: "form-invalid", messages: [...errors, ...warnings] });
  return ok({ definition, usedCodeLists, warnings });
}

type Lists = {
  readonly report: ImportReport;
  readonly codeLists: readonly CodeList[];
  readonly usedCodeLists: Set<CodeList>;
};

function readDocument(
  { schema, missingCodeLists = "refuse" }: FormDocuments,
  lists: Lists,
): FormDefinition | undefined {
  const parsed = parseEncodedXml(schema.content);
  if (!parsed.ok) {
    const { kind, line, detail = "" } = parsed.refusal;
    lists.report.error(`xml-${kind}`, { name: "", line }, { detail });
    return undefined;
  }
  const dialect = dialectOf(parsed.value, lists.report);
  if (!dialect) return undefined;
  return readSchema(parsed.value, {
    ...lists,
    dialect,
    missingCodeLists,
    rules: [],
  });
}

const dialects: readonly Dialect[] = [xdf2, xdf3];

/** How tools write the version into the name, whose standard forms are `_2` and `_3.0.0`. */
const otherNames: ReadonlyMap<string, Dialect> = new Map([
  ["2.0", xdf2],
  ["2.0.0", xdf2],
  ["2.0.1", xdf2],
  ["3", xdf3],
  ["3.0", xdf3],
]);

/** Which version of the standard the document is in; reports what is not a Stammdatenschema of one we read. */
function dialectOf(
  root: XmlElement,
  report: ImportReport,
): Dialect | undefined {
  const isCorrected = corrected.test(root.namespace);
  const renamed = otherNames.get(versionOf(root) ?? "");
  const dialect = isCorrected
    ? xdf3
    : (dialects.find(({ namespace }) => namespace === root.namespace) ??
      renamed);
  if (!dialect) {
    reportNamespace(root, report);
    return undefined;
  }
  if (isCorrected)
    report.warning("xdf-version-newer", root, {
      version: versionOf(root) ?? "",
    });
  if (dialect === renamed)
    report.warning("namespace-renamed", root, {
      namespace: shorten(root.namespace),
      expected: dialect.namespace,
    });
  if (root.name === "xdatenfelder.stammdatenschema.0102") return dialect;
  report.error("message-not-a-schema", root, { name: shorten(root.name) });
  return undefined;
}

/** A correction of 3.0 changes no meaning; it may add what we do not know, which is told. */
const corrected = /^urn:xoev-de:fim:standard:xdatenfelder_3\.0\.[1-9]\d{0,2}$/;

function versionOf({ namespace }: XmlElement): string | undefined {
  return /^urn:xoev-de:fim:standard:xdatenfelder_(\d+(?:\.\d+)*)$/.exec(
    namespace,
  )?.[1];
}

function reportNamespace(root: XmlElement, report: ImportReport): void {
  const namespace = shorten(root.namespace);
  const version = versionOf(root);
  if (version === undefined)
    report.error("namespace-unknown", root, {
      namespace,
      expected: dialects.map((dialect) => dialect.namespace).join(", "),
    });
  else if (version.startsWith("1"))
    report.error("xdf1-not-supported", root, { namespace });
  else report.error("xdf-version-not-supported", root, { namespace, version });
}

function checkLists(
  codeLists: readonly CodeList[],
  used: ReadonlySet<CodeList>,
): readonly ImportMessage[] {
  return codeLists.flatMap((list, index) => {
    const report = createImportReport(list.document);
    const isSecond =
      codeLists.findIndex(
        ({ canonicalVersionUri }) =>
          canonicalVersionUri === list.canonicalVersionUri,
      ) < index;
    if (isSecond)
      report.error("code-list-duplicate", undefined, {
        list: list.canonicalVersionUri,
      });
    else if (!used.has(list))
      report.warning("code-list-unused", undefined, {
        list: list.canonicalVersionUri,
      });
    return report.messages;
  });
}
