import { textModules, type LeistungContent } from "./leistung-content.ts";
import { linksOf } from "./rich-text.ts";

const linkParts = ["forms", "onlineServices", "signLanguageVideos"] as const;

/** Addresses that a Leistung leads to: in its texts of all languages, its forms, online services, films and appointment. Each once. */
export function linksOfContent(content: LeistungContent): string[] {
  const modules = new Map<string, unknown>(Object.entries(content));
  const inTexts = Object.keys(textModules).flatMap((module) =>
    textsIn(modules.get(module)).flatMap(linksOf),
  );
  const named = linkParts.flatMap((part) =>
    (content[part] ?? []).map(({ url }) => url),
  );
  const url = content.appointment?.url;
  return [
    ...new Set([...inTexts, ...named, ...(url === undefined ? [] : [url])]),
  ];
}

const textsIn = (texts: unknown): string[] =>
  typeof texts === "object" && texts !== null
    ? Object.values(texts).filter((text) => typeof text === "string")
    : [];
