import type { FormDefinition } from "./form-definition.ts";

/**
 * Namespace of a form's XML: a new version of the form is a new namespace. Of a FIM schema as FIM's own stylesheet names it.
 * @see FIM-XSLT, XDF3_2_XFall 1.01 with MitVersionen = 0
 */
export function xmlNamespace(definition: FormDefinition): string {
  const { key, version, provenance } = definition;
  return provenance.standard === "own"
    ? `urn:openrathaus:form:${key}:${version}`
    : `urn:fim-de:xfall:xdf3:${xmlRoot(definition)}`;
}

/** Name of the root element: `S00000009V1.4`; of a form written here only its key. */
export function xmlRoot({ key, version, provenance }: FormDefinition): string {
  return provenance.standard === "own" ? key : `${key}V${version}`;
}
