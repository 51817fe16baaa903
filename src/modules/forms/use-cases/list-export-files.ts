import type { FormDefinition } from "../domain/form-definition.ts";
import { exportXdf3 } from "../export/export-xdf3.ts";
import { toXmlSchema } from "../export/to-xml-schema.ts";

/** One document of an export. */
export type ExportedFile = { readonly name: string; readonly xml: string };

/**
 * A form as XDatenfelder 3.0.0: the schema first, then its code lists, then the XML Schema of its answers. Empty where the standard cannot
 * carry it.
 */
export function listExportFiles(
  definition: FormDefinition,
  now: Date,
): readonly ExportedFile[] {
  const exported = exportXdf3(definition, now);
  if (!exported.ok) return [];
  const { xml, codeLists } = exported.value;
  const name = `${definition.key}V${definition.version}`;
  return [
    { name: `${name}_xdf3.xml`, xml },
    ...codeLists,
    { name: `${name}.xsd`, xml: toXmlSchema(definition) },
  ];
}
