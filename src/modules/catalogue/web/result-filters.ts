import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { attributes } from "../../../ui/attributes.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import { goesOnline } from "../domain/leistung.ts";
import {
  pathTo,
  type Audience,
  type Situation,
} from "../domain/situations/situations.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { LeistungCard } from "./leistung-cards.ts";

/** What somebody narrows the hits of a search to. */
export type ResultFilter = {
  readonly isOnline: boolean;
  readonly offeredBy: string | undefined;
  /** Address of a situation on top. */
  readonly situation: string | undefined;
  readonly audience: Audience | undefined;
};

const names = {
  isOnline: "online",
  offeredBy: "von",
  situation: "thema",
  audience: "fuer",
} as const;

const audiences = { privat: "citizen", unternehmen: "business" } as const;

export function readFilter(query: URLSearchParams): ResultFilter {
  const audience = query.get(names.audience) ?? "";
  return {
    isOnline: query.get(names.isOnline) === "ja",
    offeredBy: query.get(names.offeredBy) ?? undefined,
    situation: query.get(names.situation) ?? undefined,
    audience:
      audience === "privat" || audience === "unternehmen"
        ? audiences[audience]
        : undefined,
  };
}

type Tree = readonly Situation[];

/** The hits that fit; a filter that names what no hit has leaves none. */
export function filterHits(
  hits: readonly LeistungCard[],
  filter: ResultFilter,
  tree: Tree,
): readonly LeistungCard[] {
  return hits.filter((hit) => {
    const top = topOf(hit, tree);
    return (
      (!filter.isOnline || isOnline(hit)) &&
      [undefined, hit.offeredBy].includes(filter.offeredBy) &&
      [undefined, top?.address].includes(filter.situation) &&
      [undefined, top?.audience].includes(filter.audience)
    );
  });
}

const isOnline = ({ leistung }: LeistungCard) =>
  goesOnline(leistung) || leistung.isOnlineElsewhere === true;

const topOf = ({ leistung }: LeistungCard, tree: Tree) =>
  pathTo(leistung.lifeSituation, tree)[0];

type FilterInput = {
  readonly query: string;
  readonly hits: readonly LeistungCard[];
  readonly filter: ResultFilter;
  readonly tree: Tree;
  readonly locale: Locale;
};

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
};

/** Links that narrow the hits, each with how many it leaves; one that is chosen takes itself back. Only what tells hits apart is offered. */
export function filterChips(input: FilterInput): SafeHtml | undefined {
  const { query, filter, locale } = input;
  const choices = choicesOf(input);
  if (choices.length === 0) return undefined;
  const given = new URLSearchParams({ q: query });
  if (filter.isOnline) given.set(names.isOnline, "ja");
  for (const choice of choices)
    if (choice.isChosen) given.set(choice.name, choice.value);
  const title = catalogueTexts(locale)("filter.label");
  return accordion({
    title,
    isOpen: choices.some(({ isChosen }) => isChosen),
    body: html`<nav aria-label="${title}">
      <ul class="portal-list portal-chips">
        ${choices.map((choice) => html`<li>${chip(choice, given)}</li>`)}
      </ul>
    </nav>`,
  });
}

function chip(
  { name, value, label, isChosen }: Choice,
  given: URLSearchParams,
): SafeHtml {
  const target = new URLSearchParams(given);
  if (isChosen) target.delete(name);
  else target.set(name, value);
  const link = attributes({
    class: "portal-chip",
    href: `/leistungen?${target.toString()}`,
    "aria-current": isChosen ? "true" : undefined,
  });
  return html`<a${link}>${label}</a>`;
}

function choicesOf({ hits, filter, tree, locale }: FilterInput): Choice[] {
  const t = catalogueTexts(locale);
  const choice = (name: string, value: string, label: string): Choice[] => {
    const one = readFilter(new URLSearchParams({ [name]: value }));
    const count = filterHits(hits, one, tree).length;
    const isChosen = isSame(filter, one, name);
    const tellsApart = count > 0 && count < hits.length;
    return tellsApart || isChosen
      ? [{ name, value, label: `${label} (${String(count)})`, isChosen }]
      : [];
  };
  const offering = new Set(hits.map(({ offeredBy }) => offeredBy ?? ""));
  const tops = new Set(hits.map((hit) => topOf(hit, tree)));
  return [
    ...choice(names.isOnline, "ja", t("list.online")),
    ...choice(names.audience, "privat", t("filter.citizen")),
    ...choice(names.audience, "unternehmen", t("filter.business")),
    ...[...offering].flatMap((name) => choice(names.offeredBy, name, name)),
    ...[...tops].flatMap((top) =>
      top
        ? choice(
            names.situation,
            top.address,
            inLanguage(top.names, locale).text,
          )
        : [],
    ),
  ];
}

/** True when the filter has what this one choice sets. */
function isSame(
  filter: ResultFilter,
  one: ResultFilter,
  name: string,
): boolean {
  const part = Object.entries(names).find(([, query]) => query === name)?.[0];
  if (part === "isOnline") return filter.isOnline;
  if (part === "offeredBy") return filter.offeredBy === one.offeredBy;
  if (part === "situation") return filter.situation === one.situation;
  return filter.audience === one.audience;
}
