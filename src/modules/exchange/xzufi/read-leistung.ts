import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import {
  textModules,
  type InLanguages,
  type LeistungContent,
  type NamedLink,
} from "../../catalogue/content.ts";
import { stableHash } from "../../../platform/values/stable-hash.ts";
import { richText } from "../../catalogue/content.ts";
import { all, codeOf, first, textsOf, wordsOf } from "./elements.ts";
import { levelOf } from "./level-codes.ts";
import { readDeadlines, readFees, readProcessingTime } from "./read-amounts.ts";
import { dayOf } from "./read-day.ts";
import { namedLinksOf, oneLine, withLinks } from "./read-links.ts";

/** Each part may be there, or undefined. */
type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** Content of a `leistung` or `spezialisierung`, as far as it goes; a Leistung without a German name has none of `title`. */
export function readContent(element: XmlElement): Partial<LeistungContent> {
  const modules = inModules(element, "inhalt");
  const links = inModules(element, "weiterfuehrenderLink");
  const title = namesOf(modules.get("03") ?? modules.get("02") ?? []);
  const official = namesOf(modules.get("02") ?? []);
  const isSame =
    official && title && stableHash(official) === stableHash(title);
  const officialTitle = isSame ? undefined : official;
  return compact({
    title,
    officialTitle,
    teaser: teaserOf(modules),
    ...textsOfModules(modules, links),
    ...amountsOf(element),
    forms: formsOf(links),
    ...factsOf(element),
  });
}

type Modules = ReadonlyMap<string, readonly XmlElement[]>;

/** The elements of this name in the text modules, by the code of the module. */
function inModules(element: XmlElement, name: string): Modules {
  const modules = new Map<string, XmlElement[]>();
  for (const module of all(element, "modulText")) {
    const code = codeOf(first(module, "leikaTextmodul"));
    if (code === undefined) continue;
    const known = modules.get(code) ?? [];
    modules.set(code, [...known, ...all(module, name)]);
  }
  return modules;
}

const namesOf = (contents: readonly XmlElement[]) => textsOf(contents, oneLine);

/** A teaser of its own, else the first sentences of the short or the full text. */
function teaserOf(modules: Modules): InLanguages | undefined {
  const teaser = namesOf(modules.get("24") ?? []);
  if (teaser) return teaser;
  const source = modules.get("05") ?? modules.get("06") ?? [];
  return textsOf(source, (markup) => shortened(oneLine(markup)));
}

const longestTeaser = 240;

function shortened(text: string): string {
  if (text.length <= longestTeaser) return text;
  const cut = text.slice(0, longestTeaser);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "));
  return end > 60
    ? cut.slice(0, end + 1)
    : `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}

/** Forms are links of their own; those of other modules are part of the text. */
const codeOfForms = "14";

function textsOfModules(
  modules: Modules,
  links: Modules,
): Partial<LeistungContent> {
  const texts: Record<string, InLanguages> = {};
  for (const [key, code] of Object.entries(textModules)) {
    if (code === null) continue;
    const words = textsOf(modules.get(code) ?? [], richText);
    const found =
      code === codeOfForms ? words : withLinks(words, links.get(code) ?? []);
    if (found) texts[key] = found;
  }
  return texts;
}

function formsOf(links: Modules): readonly NamedLink[] | undefined {
  const forms = namedLinksOf(links.get(codeOfForms) ?? []);
  return forms.length > 0 ? forms : undefined;
}

function amountsOf(element: XmlElement): Partial<LeistungContent> {
  return {
    feeText: describedBy(first(element, "modulKosten")),
    fees: readFees(first(element, "modulKosten")),
    deadlineText: describedBy(first(element, "modulFrist")),
    deadlines: readDeadlines(first(element, "modulFrist")),
    processingText: describedBy(first(element, "modulBearbeitungsdauer")),
    processingTime: readProcessingTime(
      first(element, "modulBearbeitungsdauer"),
    ),
  };
}

const describedBy = (module: XmlElement | undefined) =>
  textsOf(all(module, "beschreibung"), richText);

function factsOf(element: XmlElement): Loose<LeistungContent> {
  const [leikaKey, ...furtherLeikaKeys] = all(element, "referenzLeiKa")
    .map(codeOf)
    .filter((code) => code !== undefined && /^99\d{12}$/.test(code));
  const validity = first(element, "gueltigkeit");
  return {
    leikaKey,
    furtherLeikaKeys: some(furtherLeikaKeys),
    structure: structureOf(first(element, "struktur")),
    typing: some(all(element, "typisierung").map(codeOf)),
    assuranceLevel: levelOf(codeOf(first(element, "vertrauensniveau"))),
    sdgAreas: some(all(element, "informationsbereichSDG").map(codeOf)),
    keywords: some(keywordsOf(element)) ?? [],
    validFrom: dayOf(first(validity, "beginn")),
    validUntil: dayOf(first(validity, "ende")),
  };
}

const some = (items: readonly (string | undefined)[]) => {
  const known = items.filter((item) => item !== undefined);
  return known.length > 0 ? [...new Set(known)] : undefined;
};

/** Words of the module of terms (modulBegriffImKontext). */
function keywordsOf(element: XmlElement): (string | undefined)[] {
  return all(element, "modulBegriffImKontext")
    .flatMap((module) => all(module, "begriffImKontext"))
    .flatMap((term) => all(term, "begriff"))
    .filter(({ attributes }) =>
      (attributes.get("languageCode") ?? "de").startsWith("de"),
    )
    .map((term) => wordsOf(term)?.slice(0, 200));
}

function structureOf(
  element: XmlElement | undefined,
): LeistungContent["structure"] {
  if (!element) return undefined;
  if (first(element, "verrichtungsdetail")) return "LOVD";
  if (first(element, "verrichtung")) return "LOV";
  return "LO";
}

/** Without what is undefined: an absent key says nothing. */
function compact(content: Loose<LeistungContent>): Partial<LeistungContent> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  );
}
