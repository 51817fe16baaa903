import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { attributes } from "../../../ui/attributes.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Portal } from "../../tenants/index.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import {
  goesOnline,
  namesIn,
  type LeistungSummary,
} from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { Situation } from "../domain/situations/situations.ts";
import type {
  LeistungenByLetter,
  Topic,
} from "../use-cases/list-leistungen.ts";
import { inline } from "./german.ts";
import { leistungSearch, pathOf } from "./leistung-cards.ts";
import { situationPath } from "./situation-path.ts";

export type ListPageInput = LeistungenByLetter & {
  readonly portal: Portal;
  readonly locale: Locale;
  readonly initial: string | undefined;
};

/** Leistungen from A to Z, of one letter or of one situation. */
export function listPage(input: ListPageInput): SafeHtml {
  const { leistungen, topic } = input;
  const t = catalogueTexts(input.locale);
  return html`${topic ? topicHead(topic, input) : letterHead(input)}
  ${
    leistungen.length === 0
      ? emptyState({
          title: t("list.empty.title"),
          body: t("list.empty.body"),
          action: { label: t("list.title"), href: "/leistungen" },
        })
      : lettersOf(leistungen).map((letter) => letterSection(letter, input))
  }`;
}

function letterHead(input: ListPageInput): SafeHtml {
  const t = catalogueTexts(input.locale);
  return html`${pageHeading({ title: t("list.title"), lead: t("list.lead") })}
  ${leistungSearch(input)} ${letterNavigation(input)}`;
}

/** The way down to the topic, and further down. */
function topicHead(
  { situation, above, below }: Topic,
  input: ListPageInput,
): SafeHtml {
  const { locale } = input;
  const t = catalogueTexts(locale);
  const nameOf = ({ names }: Situation) => inLanguage(names, locale).text;
  const name = nameOf(situation);
  return html`${breadcrumb({
    parents: [
      { label: t("list.title"), href: "/leistungen" },
      ...above.map((it) => ({ label: nameOf(it), href: situationPath(it) })),
    ],
    current: name,
    locale,
  })}
  ${pageHeading({
    title: name,
    preline: t(`home.audience.${situation.audience}`),
  })}
  ${leistungSearch(input)}
  ${
    below.length > 0 &&
    html`<nav aria-label="${t("list.topics", { name })}">
      <p class="kern-label" aria-hidden="true">${t("list.topics.below")}</p>
      <ul class="portal-list portal-chips">
        ${below.map((it) =>
          chip(situationPath(it), { label: nameOf(it), isCurrent: false }),
        )}
      </ul>
    </nav>`
  }`;
}

function letterNavigation({
  letters,
  initial,
  locale,
}: ListPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const isAll = initial === undefined;
  return html`<nav aria-label="${t("list.letters")}">
    <ul class="portal-list portal-chips">
      ${chip("/leistungen", { label: t("list.all"), isCurrent: isAll })}
      ${letters.map((letter) =>
        chip(`/leistungen?buchstabe=${encodeURIComponent(letter.initial)}`, {
          label: letter.initial,
          isCurrent: letter.initial === initial,
        }),
      )}
    </ul>
  </nav>`;
}

function chip(
  href: string,
  { label, isCurrent }: { label: string; isCurrent: boolean },
): SafeHtml {
  const given = attributes({
    class: "portal-chip",
    href,
    "aria-current": isCurrent ? "page" : undefined,
  });
  return html`<li><a${given}>${label}</a></li>`;
}

function lettersOf(leistungen: readonly LeistungSummary[]): string[] {
  return [...new Set(leistungen.map(({ initial }) => initial))];
}

function letterSection(
  letter: string,
  { leistungen, locale }: ListPageInput,
): SafeHtml {
  const ofLetter = leistungen.filter(({ initial }) => initial === letter);
  return section({
    title: letter,
    body: html`<ul>
      ${ofLetter.map((leistung) => listEntry(leistung, locale))}
    </ul>`,
  });
}

/** The letter is that of the German name, which offices use: it stands beside another one. */
function listEntry(leistung: LeistungSummary, locale: Locale): SafeHtml {
  const t = catalogueTexts(locale);
  const { title, teaser } = namesIn(leistung, locale);
  const name = link(pathOf(leistung), title.text);
  return html`<li>
    ${inline({ content: name, language: title.language }, locale)}
    ${title.language !== "de" && html`<span lang="de">(${leistung.title})</span>`}
    ${goesOnline(leistung) && html`<span lang="${locale}">(${t("list.online")})</span>`}
    ${leistung.provider && html`<br /><strong>${inline({ content: leistung.provider.name, language: "de" }, locale)}</strong>`}
    <br />${inline({ content: teaser.text, language: teaser.language }, locale)}
  </li>`;
}
