import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import type { Team } from "../domain/team.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { LeistungName } from "../ports.ts";

type LeistungBoxes = {
  readonly locale: Locale;
  /** Undefined for a new one. */
  readonly teamId: string | undefined;
  readonly teams: readonly Team[];
  readonly leistungen: readonly LeistungName[];
  readonly slugs: readonly string[];
  readonly restrictedSlugs: readonly string[];
};

/** Which Leistungen come to a team, and which nobody else sees. What is ticked is in sight; the others, which may be hundreds, are folded by letter. */
export function leistungBoxes(props: LeistungBoxes): SafeHtml {
  const { locale, slugs, restrictedSlugs } = props;
  const t = staffTexts(locale);
  return html`${boxes(props, {
    name: "leistungen",
    label: t("teams.leistungen"),
    hint: t("teams.leistungen.hint"),
    ticked: slugs,
    hintOf: (slug) => ownerHint(props, slug),
  })}
  ${boxes(props, {
    name: "nur-team",
    label: t("teams.restricted"),
    hint: t("teams.restricted.hint"),
    ticked: restrictedSlugs,
    hintOf: () => undefined,
  })}`;
}

/** A Leistung that is another team's says so: ticking it moves it. */
function ownerHint(
  { locale, teamId, teams }: LeistungBoxes,
  slug: string,
): string | undefined {
  const other = teams.find(
    ({ id, leistungen }) =>
      id !== teamId && leistungen.some((it) => it.slug === slug),
  );
  return (
    other && staffTexts(locale)("teams.leistungen.other", { team: other.name })
  );
}

type Group = {
  readonly name: "leistungen" | "nur-team";
  readonly label: string;
  readonly hint: string;
  readonly ticked: readonly string[];
  readonly hintOf: (slug: string) => string | undefined;
};

function boxes({ locale, leistungen }: LeistungBoxes, group: Group): SafeHtml {
  const isTicked = ({ slug }: LeistungName) => group.ticked.includes(slug);
  const box = (leistung: LeistungName) =>
    checkbox({
      name: group.name,
      id: `${group.name}-${leistung.slug}`,
      value: leistung.slug,
      label: leistung.title,
      hint: group.hintOf(leistung.slug),
      isChecked: isTicked(leistung),
      locale,
    });
  const others = leistungen.filter((it) => !isTicked(it));
  return fieldset({
    id: group.name,
    label: group.label,
    hint: group.hint,
    locale,
    body: html`${leistungen.filter(isTicked).map(box)}
    ${byLetter(others).map(([letter, some]) =>
      accordion({
        title: staffTexts(locale)("teams.leistungen.others", {
          letter,
          count: some.length,
        }),
        body: html`<div class="portal-checks-in-columns">
          ${some.map(box)}
        </div>`,
      }),
    )}`,
  });
}

/** As in a German dictionary: Ä stands with A. A short list is one. */
function byLetter(
  leistungen: readonly LeistungName[],
): readonly (readonly [string, readonly LeistungName[]])[] {
  const sorted = leistungen.toSorted((a, b) =>
    german.compare(a.title, b.title),
  );
  if (sorted.length === 0) return [];
  if (sorted.length <= mostInOne) return [[range(sorted), sorted]];
  const groups = new Map<string, LeistungName[]>();
  for (const leistung of sorted) {
    const letter = letterOf(leistung);
    groups.set(letter, [...(groups.get(letter) ?? []), leistung]);
  }
  return [...groups];
}

const mostInOne = 15;
const german = new Intl.Collator("de");

function range(sorted: readonly LeistungName[]): string {
  const letters = [sorted.at(0), sorted.at(-1)].map((it) =>
    it ? letterOf(it) : "",
  );
  return [...new Set(letters)].join("–");
}

const letterOf = ({ title }: LeistungName) =>
  title.normalize("NFD").charAt(0).toUpperCase();
