import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { InLanguages } from "../../catalogue/content.ts";

/** Children of a name, whatever the namespace: 2.2 and 2.3 differ in it. */
export function all(
  element: XmlElement | undefined,
  name: string,
): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function first(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    element,
  );
}

/** Words of an element in the characters of String.Latin, composed; undefined for none. @see DIN 91379 */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  const text = element?.text.normalize("NFC").trim();
  return text === "" ? undefined : text;
}

/** Value of a code: in `code`, as in XÖV, or in the element itself. */
export function codeOf(element: XmlElement | undefined): string | undefined {
  return wordsOf(first(element, "code") ?? element);
}

/** An identifier with who gave it, so that those of two editing systems never meet. */
export function idOf(element: XmlElement | undefined): string | undefined {
  const id = wordsOf(element);
  const agency = element?.attributes.get("schemeAgencyID")?.trim();
  if (id === undefined) return undefined;
  return agency ? `${agency}:${id}` : id;
}

/** Texts by `languageCode`; undefined without a German one, because German is never left out. `de-DE` is German. */
export function textsOf(
  elements: readonly XmlElement[],
  clean: (text: string) => string = (text) => text,
): InLanguages | undefined {
  const texts = new Map<string, string>();
  for (const element of elements) {
    const text = clean(wordsOf(element) ?? "");
    const language = languageOf(element);
    if (text !== "" && !texts.has(language)) texts.set(language, text);
  }
  const de = texts.get("de");
  return de === undefined ? undefined : { ...Object.fromEntries(texts), de };
}

const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** As `languageCode` at the element says; German without one, `und` for what is no language. */
export function languageOf({ attributes }: XmlElement): string {
  const given = attributes.get("languageCode")?.trim() ?? "de";
  const language = /^(?:de|en)-[A-Z]{2}$/i.test(given)
    ? given.slice(0, 2).toLowerCase()
    : given;
  return languageTag.test(language) ? language : "und";
}
