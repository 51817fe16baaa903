import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { AssuranceLevel } from "../domain/assurance-level.ts";
import {
  textModules,
  type InLanguages,
  type LeistungContent,
  type NamedLink,
} from "../domain/leistung-content.ts";
import { stableHash } from "../../../platform/values/stable-hash.ts";
import { plainTextOf, richText } from "../domain/rich-text.ts";
import { all, codeOf, first, textsOf, wordsOf } from "./elements.ts";
import { readDeadlines, readFees, readProcessingTime } from "./read-amounts.ts";

/** Each part may be there, or undefined. */
type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** Content of a `leistung` or `spezialisierung`, as far as it goes; a Leistung without a German name has none of `title`. */
export function readContent(element: XmlElement): Partial<LeistungContent> {
  const modules = modulesOf(element);
  const title = namesOf(modules.get("03") ?? modules.get("02") ?? []);
  const official = namesOf(modules.get("02") ?? []);
  const isSame =
    official && title && stableHash(official) === stableHash(title);
  const officialTitle = isSame ? undefined : official;
  return compact({
    title,
    officialTitle,
    teaser: teaserOf(modules),
    ...textsOfModules(modules),
    ...amountsOf(element),
    forms: linksOfModule(element, "14"),
    ...factsOf(element),
  });
}

function modulesOf(
  element: XmlElement,
): ReadonlyMap<string, readonly XmlElement[]> {
  const modules = new Map<string, XmlElement[]>();
  for (const module of all(element, "modulText")) {
    const code = codeOf(first(module, "leikaTextmodul"));
    if (code === undefined) continue;
    const known = modules.get(code) ?? [];
    modules.set(code, [...known, ...all(module, "inhalt")]);
  }
  return modules;
}

const oneLine = (markup: string) =>
  plainTextOf(richText(markup)).replaceAll(/\s+/g, " ").slice(0, 1_900);

const namesOf = (contents: readonly XmlElement[]) => textsOf(contents, oneLine);

/** A teaser of its own, else the first sentences of the short or the full text. */
function teaserOf(
  modules: ReadonlyMap<string, readonly XmlElement[]>,
): InLanguages | undefined {
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

function textsOfModules(
  modules: ReadonlyMap<string, readonly XmlElement[]>,
): Partial<LeistungContent> {
  const texts: Record<string, InLanguages> = {};
  for (const [key, code] of Object.entries(textModules)) {
    const found = textsOf(modules.get(code ?? "") ?? [], richText);
    if (found) texts[key] = found;
  }
  return texts;
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

/** Links that stand beside the text of a module. */
function linksOfModule(
  element: XmlElement,
  code: string,
): readonly NamedLink[] | undefined {
  const links = all(element, "modulText")
    .filter((module) => codeOf(first(module, "leikaTextmodul")) === code)
    .flatMap((module) => all(module, "weiterfuehrenderLink"))
    .flatMap(linkOf);
  return links.length > 0 ? links : undefined;
}

/** A link with its name, wherever it leads (the import reports what is not allowed); nothing for one within the sender's own pages. */
export function linkOf(element: XmlElement): NamedLink[] {
  const url = wordsOf(first(element, "uri") ?? first(element, "link"));
  if (url === undefined || url.startsWith("/")) return [];
  const name = textsOf(
    [...all(element, "titel"), ...all(element, "bezeichnung")],
    oneLine,
  );
  const host = URL.parse(url)?.host ?? "";
  return [{ name: name ?? { de: host === "" ? url : host }, url }];
}

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

/** @see urn:de:fim:codeliste:vertrauensniveau; its codes 10 to 40 are those of eIDAS from none to high, with one for high and EU-wide */
function levelOf(code: string | undefined): AssuranceLevel | undefined {
  const levels: Readonly<Record<string, AssuranceLevel>> = {
    "10": "none",
    "15": "low",
    "20": "low",
    "30": "substantial",
    "40": "high",
  };
  return code === undefined ? undefined : levels[code];
}

function dayOf(element: XmlElement | undefined): string | undefined {
  const day = wordsOf(element)?.slice(0, 10);
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
}

/** Without what is undefined: an absent key says nothing. */
function compact(content: Loose<LeistungContent>): Partial<LeistungContent> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  );
}
