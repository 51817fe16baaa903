import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { ImportMessage } from "../import/import-message.ts";
import { readFormDocument } from "../import/read-form-document.ts";
import type { Supplement } from "../import/supplement.ts";
import { xdf3 } from "../import/xdf3.ts";
import {
  createCodeListCollection,
  type ExportedCodeList,
} from "./code-list-collection.ts";
import { fimIds } from "./fim-id.ts";
import { ruleNodes } from "./rule-nodes.ts";
import { schemaNode } from "./schema-node.ts";
import { supplementsOf } from "./supplements-of.ts";
import { maybeNode, node, writeDocument } from "./xml-node.ts";

export type ExportedForm = {
  /** XDatenfelder 3.0.0, message 0102. */
  readonly xml: string;
  /** The code lists it names, in genericode 1.0. */
  readonly codeLists: readonly ExportedCodeList[];
};

export type ExportRefusal = {
  readonly kind: "form-not-exportable";
  /** What the standard, or our own reader of it, would refuse. */
  readonly messages: readonly ImportMessage[];
};

/**
 * Writes any form as XDatenfelder 3.0.0. The document is read back at once: what the standard could not carry goes into supplements, so
 * that importing it gives the same form, apart from its provenance and the version in three numbers. Refused: a form without a field to
 * fill in, or with counts the import would not take.
 */
export function exportXdf3(
  definition: FormDefinition,
  exportedAt: Date,
): Result<ExportedForm, ExportRefusal> {
  const bare = write(definition, exportedAt, placeholders(definition));
  const read = readFormDocument({
    schema: documentOf({ name: `${definition.key}.xml`, xml: bare.xml }),
    codeLists: bare.codeLists.map(documentOf),
    missingCodeLists: "as-text",
  });
  if (!read.ok)
    return refuse({
      kind: "form-not-exportable",
      messages: read.refusal.messages.filter(
        ({ severity }) => severity === "error",
      ),
    });
  const supplements = supplementsOf(definition, read.value.definition);
  return ok(write(definition, exportedAt, supplements));
}

/** Empty supplements keep the reader from leaving out anything. */
function placeholders(
  definition: FormDefinition,
): ReadonlyMap<string, Supplement> {
  const paths = [...fimIds(definition).elements.keys()];
  return new Map(paths.map((path) => [path, {}]));
}

function write(
  definition: FormDefinition,
  exportedAt: Date,
  supplements: ReadonlyMap<string, Supplement>,
): ExportedForm {
  const ids = fimIds(definition);
  const changedAt = definition.provenance.createdAt ?? exportedAt.toISOString();
  const codeLists = createCodeListCollection();
  const schema = schemaNode({
    definition,
    ids,
    changedAt,
    codeLists,
    supplements,
    rules: ruleNodes(definition, ids, changedAt),
  });
  const xml = writeDocument({
    name: "xdf:xdatenfelder.stammdatenschema.0102",
    attributes: { "xmlns:xdf": xdf3.namespace },
    content: [headerNode(definition, exportedAt), schema],
  });
  return { xml, codeLists: codeLists.documents() };
}

function headerNode(definition: FormDefinition, exportedAt: Date) {
  const quality = definition.provenance.details?.["datenqualitaet"];
  return node("header", [
    node("nachrichtID", `${definition.key}-${exportedAt.toISOString()}`),
    node("erstellungszeitpunkt", exportedAt.toISOString()),
    ...maybeNode("produktbezeichnung", "OpenRathaus"),
    ...(quality === undefined
      ? []
      : [
          {
            ...node("datenqualitaet", [{ name: "code", content: quality }]),
            attributes: {
              listURI: "urn:xoev-de:fim:codeliste:datenfelder.datenqualitaet",
              listVersionID: "1.0",
            },
          },
        ]),
  ]);
}

function documentOf({ name, xml }: ExportedCodeList) {
  return { name, content: new TextEncoder().encode(xml) };
}
