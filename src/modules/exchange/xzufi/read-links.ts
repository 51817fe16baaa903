import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { InLanguages, NamedLink } from "../../catalogue/content.ts";
import {
  linksOf as addressesIn,
  plainTextOf,
  richText,
} from "../../catalogue/content.ts";
import { all, first, languageOf, wordsOf } from "./elements.ts";

/** Words of a field that is one line. */
export const oneLine = (markup: string) =>
  plainTextOf(richText(markup)).replaceAll(/\s+/g, " ").slice(0, 1_900);

/** A link, wherever it leads (the import reports what is not allowed), with its name where it has one. */
type ReadLink = {
  readonly url: string;
  readonly name: InLanguages | undefined;
  readonly isGerman: boolean;
};

/**
 * Links in the order of the sender, each address once: the standard writes one element for each language, with `languageCode` at it. Without
 * those within the sender's own pages.
 */
function linksOf(elements: readonly XmlElement[]): ReadLink[] {
  const titles = new Map<string, Map<string, string>>();
  for (const element of elements) {
    const url = wordsOf(first(element, "uri") ?? first(element, "link"));
    if (url === undefined || url.startsWith("/")) continue;
    const known = titles.get(url) ?? new Map<string, string>();
    titles.set(url, known);
    for (const [language, words] of titlesOf(element))
      if (!known.has(language)) known.set(language, words);
  }
  return [...titles].map(([url, names]) => ({
    url,
    name: named(names),
    isGerman: names.has("de"),
  }));
}

/** Those that are for readers of German; all of them where none is. */
export function germanLinksOf(elements: readonly XmlElement[]): ReadLink[] {
  const links = linksOf(elements);
  const german = links.filter(({ isGerman }) => isGerman);
  return german.length > 0 ? german : links;
}

/** The same under the name of the host where there is no other. */
export function namedLinksOf(elements: readonly XmlElement[]): NamedLink[] {
  return linksOf(elements).map(({ url, name }) => {
    const host = URL.parse(url)?.host ?? "";
    return { name: name ?? { de: host === "" ? url : host }, url };
  });
}

/** An empty title says which language it is, too. */
function titlesOf(element: XmlElement): (readonly [string, string])[] {
  const titles = [...all(element, "titel"), ...all(element, "bezeichnung")];
  return (titles.length > 0 ? titles : [element]).map(
    (title) =>
      [
        languageOf(title.attributes.has("languageCode") ? title : element),
        title === element ? "" : oneLine(wordsOf(title) ?? ""),
      ] as const,
  );
}

function named(names: ReadonlyMap<string, string>): InLanguages | undefined {
  const words = [...names].filter(([, title]) => title !== "");
  const [first] = words;
  if (!first) return undefined;
  const de = names.get("de");
  return { ...Object.fromEntries(words), de: de ? de : first[1] };
}

/** The text of a module with the links that stand beside it as a list below; those that it has already are not said twice. */
export function withLinks(
  texts: InLanguages | undefined,
  elements: readonly XmlElement[],
): InLanguages | undefined {
  const links = namedLinksOf(elements);
  if (links.length === 0) return texts;
  const all = texts ?? { de: "" };
  const extended = Object.entries(all).map(([language, text]) => {
    const known = addressesIn(text);
    const items = links
      .filter(({ url }) => !known.includes(url))
      .map(({ name, url }) => linkMarkup(name[language] ?? name.de, url));
    return [language, richText(text + listOf(items))] as const;
  });
  const { de = "", ...others } = Object.fromEntries(extended);
  return de === "" ? texts : { ...others, de };
}

const listOf = (items: readonly string[]) =>
  items.length === 0
    ? ""
    : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

const linkMarkup = (name: string, url: string) =>
  `<a href="${escapeXml(url)}">${escapeXml(name)}</a>`;
