/** `warning`: something does not work, which is said before everything else. */
export const noticeKinds = ["info", "warning"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** On which pages a notice stands. */
export const noticePlaces = [
  "home",
  "leistungen",
  "account",
  "everywhere",
] as const;
export type NoticePlace = (typeof noticePlaces)[number];

type Language = "de" | "en";
type NoticeWords = { readonly title: string; readonly body: string };

/** What an authority tells everybody in its portal. Those of the operator for all portals belong to the tenant of the installation. */
export type Notice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly de: NoticeWords;
  /** Missing: the German words are shown, marked as such. */
  readonly en: NoticeWords | undefined;
  readonly place: NoticePlace;
  /** Also in the portals of all authorities below. */
  readonly isInCommunes: boolean;
  readonly visibleFrom: Date;
  /** Null: until somebody ends it. */
  readonly visibleUntil: Date | null;
};

export type NoticeState = "planned" | "visible" | "over";

/** Where a notice is between its beginning and its end. */
export function noticeStateAt(
  { visibleFrom, visibleUntil }: Notice,
  now: Date,
): NoticeState {
  if (visibleUntil && visibleUntil <= now) return "over";
  return visibleFrom <= now ? "visible" : "planned";
}

/** The words in the language of the page, else the German ones. */
export function noticeWords(
  { de, en }: Notice,
  locale: Language,
): NoticeWords & { readonly language: Language } {
  return locale === "en" && en
    ? { ...en, language: "en" }
    : { ...de, language: "de" };
}

/** Beginnings of the addresses of a place; whole segments. */
const beginnings: Readonly<
  Record<"leistungen" | "account", readonly string[]>
> = {
  leistungen: ["leistungen", "anbieter", "aemter"],
  account: ["konto", "postfach", "antraege", "anmelden", "status"],
};

/**
 * Whether a notice stands above a page. Own information about the home page has its place further down on it, below the search; warnings come
 * first there, too.
 */
export function isAbovePage(
  { kind, place }: Pick<Notice, "kind" | "place">,
  { path, isOwn }: { readonly path: string; readonly isOwn: boolean },
): boolean {
  const [, first = ""] = path.split("/");
  switch (place) {
    case "everywhere":
      return true;
    case "home":
      return path === "/" && (kind === "warning" || !isOwn);
    case "leistungen":
    case "account":
      return beginnings[place].includes(first);
  }
}
