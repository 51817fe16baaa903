import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { InLanguages } from "../domain/leistung-content.ts";

/** An element with what is inside; nothing for nothing. */
export function element(name: string, inside: string): string {
  return inside === "" ? "" : `<xzufi:${name}>${inside}</xzufi:${name}>`;
}

/** A code as XÖV writes it: its own element has no namespace. */
export function coded(name: string, code: string | undefined): string {
  return code === undefined
    ? ""
    : element(name, `<code>${escapeXml(code)}</code>`);
}

/** One element for each language, German first. */
export function languages(
  name: string,
  texts: InLanguages | undefined,
): string {
  if (!texts) return "";
  const { de, ...others } = texts;
  return Object.entries({ de, ...others })
    .map(
      ([language, text]) =>
        `<xzufi:${name} languageCode="${escapeXml(language)}">${escapeXml(text)}</xzufi:${name}>`,
    )
    .join("");
}
