import type { Answer } from "./visitor.ts";

/** What is wrong with a page, in words; empty when nothing is. For pages of the frame, error pages too. */
export function faultsOfPage({ text, headers }: Answer): readonly string[] {
  const checks: readonly (readonly [string, boolean])[] = [
    ["a doctype", /^<!doctype html>/i.test(text)],
    ["a language", /<html lang="(?:de|en)">/.test(text)],
    ["one title", count(text, /<title>[^<]+<\/title>/g) === 1],
    ["one h1", count(text, /<h1[\s>]/g) === 1],
    ["one main", count(text, /<main[\s>]/g) === 1],
    ["no inline style", !/<style|\sstyle\s*=/i.test(tagsOf(text))],
    [
      "no inline script",
      // Data is no script: no browser runs it.
      !/<script(?![^>]*\ssrc=| type="application\/ld\+json">)/i.test(text),
    ],
    ["no on… attribute", !/\son[a-z]+\s*=/i.test(tagsOf(text))],
    [
      "no javascript: address",
      !/(?:href|action|src)="\s*(?:javascript|data):/i.test(text),
    ],
    ["nothing of other hosts", foreignResources(text).length === 0],
    ["ids that are unique", hasUniqueIds(text)],
    [
      "no raw undefined, null or object",
      !/\bundefined\b|\[object |\bNaN\b/.test(text),
    ],
    ...headerChecks(headers),
  ];
  return checks.filter(([, isRight]) => !isRight).map(([what]) => what);
}

/** Addresses that a page leads to inside its own portal, without fragments. */
export function linksOf({ text }: Pick<Answer, "text">): readonly string[] {
  return [...text.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
    .map(([, href = ""]) => decode(href).split("#", 1)[0] ?? "")
    .filter((href) => /^\/(?!\/)/.test(href));
}

/** Style sheets, scripts, pictures and fonts that the page loads. */
export function resourcesOf({ text }: Pick<Answer, "text">): readonly string[] {
  return [
    ...text.matchAll(
      /<(?:link|script|img|source|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"[^>]*>/g,
    ),
  ]
    .filter(([tag]) => !/rel="(?:alternate|canonical)"/.test(tag))
    .map(([, address = ""]) => decode(address));
}

function headerChecks(
  headers: Answer["headers"],
): readonly (readonly [string, boolean])[] {
  const policy = String(headers["content-security-policy"]);
  return [
    [
      "a strict policy",
      /default-src 'none'/.test(policy) && !/unsafe|\*|data:|http/.test(policy),
    ],
    ["nosniff", headers["x-content-type-options"] === "nosniff"],
    ["no frames", headers["x-frame-options"] === "DENY"],
    [
      "no shared window",
      headers["cross-origin-opener-policy"] === "same-origin",
    ],
    [
      "nothing for other origins",
      headers["access-control-allow-origin"] === undefined &&
        headers["cross-origin-resource-policy"] === "same-origin",
    ],
    ["a referrer policy", headers["referrer-policy"] === "same-origin"],
    ["a cache rule", headers["cache-control"] !== undefined],
    [
      "no version of the server",
      headers["server"] === undefined && headers["x-powered-by"] === undefined,
    ],
  ];
}

function foreignResources(text: string): readonly string[] {
  return resourcesOf({ text }).filter((address) => !/^\/(?!\/)/.test(address));
}

function hasUniqueIds(text: string): boolean {
  const ids = [...tagsOf(text).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  return new Set(ids).size === ids.length;
}

/** Only what stands in tags: text may say anything. */
function tagsOf(text: string): string {
  return (text.match(/<[a-z][^>]*>/gi) ?? [])
    .join("\n")
    .replaceAll(/="[^"]*"/g, (value) =>
      /^="[\w .:#/-]*"$/.test(value) ? value : '=""',
    );
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function decode(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');
}
