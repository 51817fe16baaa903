import {
  findForeignCharacter,
  withCommonCharacters,
} from "../../../platform/values/latin-characters.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { RemarkKind } from "../domain/import-problem.ts";
import { foreignTagsOf } from "../../catalogue/content.ts";
import { all, codeOf, first, languageOf, wordsOf } from "./elements.ts";
import { hidesHours } from "./read-organisation.ts";
import { oneLine } from "./read-links.ts";

/** What an editor should know of a record that arrives: what exactly was taken out, or does not belong there. */
export type Remark = {
  readonly problem: RemarkKind;
  readonly detail?: string | undefined;
};

/** Looks at a record as it was sent: tags that the Portalverbund does not allow, characters outside of String.Latin, hours that cannot be read. */
export function remarksOn(element: XmlElement): Remark[] {
  const tags = new Set<string>();
  const characters = new Set<string>();
  visit(element, "de", { tags, characters });
  const isOffice = element.name === "organisationseinheit";
  return [
    ...(tags.size === 0
      ? []
      : [{ problem: "tag-removed" as const, detail: listed(tags) }]),
    ...(characters.size === 0
      ? []
      : [{ problem: "not-latin" as const, detail: listed(characters) }]),
    ...(isOffice && hidesHours(element)
      ? [{ problem: "hours-not-read" as const }]
      : []),
  ];
}

type Found = {
  readonly tags: Set<string>;
  readonly characters: Set<string>;
};

const mostNamed = 5;
const listed = (items: ReadonlySet<string>) =>
  [...items].slice(0, mostNamed).join(", ");

/** Elements that hold formatted text. */
const formatted = ["inhalt", "beschreibung", "infoOeffnungszeitenText"];
/** Languages that are exchanged in Latin script. */
const inLatin = ["de", "en"];
const isPlain = (text: string) => /^[\n\r\t -~äöüÄÖÜß§€–„“]*$/.test(text);

function visit(element: XmlElement, language: string, found: Found): void {
  const { text, name, attributes } = element;
  const own = attributes.has("languageCode") ? languageOf(element) : language;
  if (formatted.includes(name) && text.includes("<"))
    for (const tag of foreignTagsOf(text)) found.tags.add(tag);
  if (inLatin.includes(own) && !isPlain(text)) {
    for (const character of foreignCharacters(text))
      found.characters.add(character);
  }
  for (const child of element.children) visit(child, own, found);
}

/** The first ones, such as "☎ (U+260E)"; what word processors put in by themselves is not meant. */
function foreignCharacters(text: string): string[] {
  const found: string[] = [];
  let rest = withCommonCharacters(text).replaceAll(/[\n\r]/g, " ");
  while (found.length < mostNamed) {
    const character = findForeignCharacter(rest, "text");
    if (character === undefined) break;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    found.push(`${character} (U+${code.padStart(4, "0")})`);
    rest = rest.replaceAll(character, "");
  }
  return found;
}

/** How a record calls itself, for a report: also one that cannot be used. */
export function nameOfRecord(element: XmlElement): string | undefined {
  const modules = all(element, "modulText");
  const titles = ["03", "02"].flatMap((code) =>
    modules
      .filter((module) => codeOf(first(module, "leikaTextmodul")) === code)
      .flatMap((module) => all(module, "inhalt")),
  );
  const names = [
    ...titles,
    ...all(first(element, "name"), "name"),
    ...all(element, "bezeichnung"),
  ];
  const german = names.find((name) => languageOf(name) === "de") ?? names[0];
  const words = oneLine(wordsOf(german) ?? "").slice(0, longestName);
  return words === "" ? undefined : words;
}

const longestName = 150;
