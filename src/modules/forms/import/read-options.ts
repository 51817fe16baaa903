import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { SelectField } from "../domain/form-definition.ts";
import type { CommonParts } from "./common-parts.ts";
import { readIdentification } from "./common-parts.ts";
import type { CodeList } from "./read-genericode.ts";
import { one, readSequence, type Children } from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";

/** The options of a select field from the lists handed in; undefined when the field becomes free text (or the form is refused). */
export function readOptions(
  element: XmlElement,
  { children, report }: CommonParts,
  reading: SchemaReading,
): Pick<SelectField, "options" | "codeList"> | undefined {
  const reference = children.find("codelisteReferenz");
  if (!reference) {
    report.error("code-list-reference-missing", element);
    return undefined;
  }
  const parts = readSequence(
    reference,
    [one("identifikation"), one("genericodeIdentification")],
    report,
  );
  readIdentification(parts.find("identifikation"), report);
  const genericode = parts.find("genericodeIdentification");
  if (!genericode) return undefined;
  const names = readSequence(
    genericode,
    [
      one("canonicalIdentification"),
      one("version"),
      one("canonicalVersionUri"),
    ],
    report,
  );
  const codeList = findCodeList(names, reading.codeLists);
  if (codeList) {
    reading.usedCodeLists.add(codeList);
    return {
      options: codeList.options,
      codeList: { urn: codeList.canonicalUri, version: codeList.version },
    };
  }
  const list =
    names.text("canonicalVersionUri") || names.text("canonicalIdentification");
  const id = readIdOnly(parts.find("identifikation"));
  if (reading.missingCodeLists === "refuse")
    report.error("code-list-missing", reference, { list, id });
  else report.warning("code-list-as-text", reference, { list, id });
  return undefined;
}

function findCodeList(
  names: Children,
  codeLists: readonly CodeList[],
): CodeList | undefined {
  return (
    codeLists.find(
      (list) => list.canonicalVersionUri === names.text("canonicalVersionUri"),
    ) ??
    codeLists.find(
      (list) =>
        list.canonicalUri === names.text("canonicalIdentification") &&
        list.version === names.text("version"),
    )
  );
}

function readIdOnly(identification: XmlElement | undefined): string {
  return (
    identification?.children.find(({ name }) => name === "id")?.text.trim() ??
    ""
  );
}
