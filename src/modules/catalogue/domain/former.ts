/** What stood at an address of this portal once. */
export type Former = {
  readonly slug: string;
  /** What it was called and until when it was shown; undefined where that may not be told: editors hid it. */
  readonly told: { readonly title: string; readonly goneAt: Date } | undefined;
  /** Leistungsschlüssel (LeiKa). */
  readonly leikaKey: string | null;
  /** Key of its main situation. */
  readonly lifeSituation: string;
  /** Its new name. */
  readonly renamedTo: string | undefined;
  /** Slug of what an editor chose to stand in its place; that may be gone, too. */
  readonly chosen: string | undefined;
  /** Slug of the only other one with its Leistungsschlüssel. */
  readonly namesake: string | undefined;
};

/** A provider or a topic that stood at an address of this portal once. */
export type FormerPage = {
  readonly address: string;
  /** What it was called in German and since when it is gone; undefined where that may not be told. */
  readonly told: { readonly title: string; readonly goneAt: Date } | undefined;
  /** A provider's new address; key of what a topic stood below. */
  readonly leadsTo: string | undefined;
};

/** What to search for in its stead: its name, else what the visitor brought along, the words of the address. */
export function wordsOfFormer({
  slug,
  told,
}: Pick<Former, "slug" | "told">): string {
  return told?.title ?? wordsOfAddress(slug);
}

/** What an address says in words. */
export function wordsOfAddress(address: string): string {
  return address
    .split("-")
    .filter((part) => !/^\d+$/.test(part))
    .join(" ");
}
