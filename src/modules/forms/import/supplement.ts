import { z } from "zod";

/**
 * What XDatenfelder cannot carry travels in a Stichwort of the element it belongs to: properties of ours as JSON, `null` for one
 * that the reader would add and the form does not have. Other readers see a keyword of a category they do not know.
 */
export const supplementUri = "urn:openrathaus:forms:supplement:1";

/** Marks a regel that only repeats, for other readers, what a supplement says. */
export const repeatedRule = "regel";

export type Supplement = Readonly<Record<string, unknown>>;

/** As it stands in the Stichwort: a token, so no white space but single spaces, and nothing that Unicode would compose anew. */
export function writeSupplement(supplement: Supplement): string {
  return JSON.stringify(supplement).replaceAll(
    /[^\x21-\x7E ÄÖÜäöüß]|(?<= ) /g,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Undefined when it is no supplement: then somebody else wrote it. */
export function readSupplement(text: string): Supplement | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return record.safeParse(value).data;
  } catch {
    // Not JSON; the caller reports it.
    return undefined;
  }
}

const record = z.record(z.string(), z.unknown());

/** A part of the form with what its supplement says; nothing is believed before the whole form was checked. */
export function supplemented(
  part: object,
  supplement: Supplement,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ ...part, ...supplement }).filter(
      ([, property]) => property !== null,
    ),
  );
}

type Page = { readonly elements: readonly Readonly<Record<string, unknown>>[] };

/** The same elements on the pages that name them by key; the pages as they are where those names do not fit any more. */
export function regroup(
  pages: readonly Page[],
  named: unknown,
): readonly unknown[] {
  const read = pageNames.safeParse(named);
  const elements = pages.flatMap((page) => page.elements);
  const keys = new Set(read.data?.flatMap((page) => page.elements));
  const isSame =
    keys.size === elements.length &&
    elements.every(({ key }) => typeof key === "string" && keys.has(key));
  if (!read.success || !isSame) return pages;
  return read.data.map((page) => ({
    ...page,
    elements: page.elements.flatMap((key) =>
      elements.filter((element) => element["key"] === key),
    ),
  }));
}

const pageNames = z.array(
  z.looseObject({ elements: z.array(z.string()).min(1) }),
);
