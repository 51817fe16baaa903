import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { commonSlots, readCommonParts } from "./common-parts.ts";
import { one } from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";

/** Keeps the rules of an element as text: in practice their script is empty and the rule stands in `definition`, in German. */
export function readRules(
  elements: readonly XmlElement[],
  reading: Pick<SchemaReading, "report" | "rules">,
  elementPath: string,
): void {
  for (const element of elements) {
    const { children, source, report } = readCommonParts(
      element,
      [...commonSlots, one("script")],
      reading.report,
    );
    const text =
      children.text("definition") ||
      children.text("beschreibung") ||
      children.text("name");
    reading.rules.push({ id: source.id, text, elementPath });
    report.warning("rule-untranslated", element, { text });
  }
}
