import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { startOfDay } from "../../../platform/calendar/calendar-day.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import { button } from "../../../ui/button.ts";
import { textBlock } from "../../../ui/text-block.ts";
import {
  opinionState,
  type Opinion,
  type OpinionState,
} from "../domain/opinion.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import { uploadList } from "./upload-list.ts";
import type { VorgangPageProps } from "./vorgang-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

const badgeOfState = {
  waiting: "info",
  overdue: "danger",
  answered: "success",
  withdrawn: "neutral",
} as const satisfies Record<OpinionState, BadgeKind>;

/** Who was asked for an opinion, and what came back. */
export function opinionsSection(props: VorgangPageProps): VorgangSection {
  const { locale, opened } = props;
  const t = vorgaengeTexts(locale);
  const { opinions } = opened.collaboration;
  return {
    id: "stellungnahmen",
    title: t("opinions.title"),
    body:
      opinions.length === 0
        ? html`<p class="portal-muted">${t("opinions.none")}</p>`
        : html`<ol class="portal-list portal-messages" role="list">
            ${opinions.map((opinion) => entry(opinion, props))}
          </ol>`,
  };
}

/** State of an opinion as a word with a mark. */
export function opinionBadge(state: OpinionState, locale: Locale): SafeHtml {
  const word = vorgaengeTexts(locale)(`opinion.state.${state}`);
  return badge(badgeOfState[state], word);
}

/** A calendar day in words. */
export function dayInWords(day: string, locale: Locale): string {
  return formatDate(startOfDay(day), locale);
}

function entry(opinion: Opinion, props: VorgangPageProps): SafeHtml {
  const { locale, now } = props;
  const t = vorgaengeTexts(locale);
  const state = opinionState(opinion, germanDay(now));
  return html`<li>
    <p class="kern-body">
      ${opinionBadge(state, locale)}
      ${t("opinions.asked", {
        name: askedName(opinion, props),
        date: formatDate(opinion.askedAt, locale),
        due: dayInWords(opinion.dueDay, locale),
      })}
    </p>
    <div class="kern-body">${textBlock(opinion.question)}</div>
    ${answerOf(opinion, props)} ${takeBack(opinion, props)}
  </li>`;
}

function askedName(
  { askedTenantId, staffId, teamId }: Opinion,
  { locale, office, authorities }: VorgangPageProps,
): string {
  const t = vorgaengeTexts(locale);
  const team = office.teams.find(({ id }) => id === teamId);
  if (team) return t("opinion.who.team", { name: team.name });
  const person = office.colleagues.find((it) => it.staffId === staffId);
  if (person) return person.displayName;
  if (teamId !== undefined || staffId !== undefined)
    return t("opinion.who.former");
  return authorityName(askedTenantId, authorities);
}

function authorityName(
  tenantId: string,
  authorities: VorgangPageProps["authorities"],
): string {
  return authorities.find((it) => it.tenantId === tenantId)?.name ?? "";
}

function answerOf(
  { id, answer, answeredAt, askedTenantId }: Opinion,
  { locale, authorities, opened }: VorgangPageProps,
): SafeHtml | false {
  if (!answer || !answeredAt) return false;
  const t = vorgaengeTexts(locale);
  const files = opened.collaboration.opinionFiles.filter(
    ({ opinionId }) => opinionId === id,
  );
  return html`<div class="portal-answer">
    <p class="portal-muted">
      ${t("opinions.answered", {
        by: answer.by,
        authority: authorityName(askedTenantId, authorities),
        date: formatDate(answeredAt, locale),
      })}
    </p>
    ${textBlock(answer.text)}
    ${
      files.length > 0 &&
      uploadList(files, locale, {
        href: (fileId) => vorgaengePaths.answerFile(opened.vorgang.id, fileId),
      })
    }
  </div>`;
}

/** Nothing has come back yet: the question can be taken back. */
function takeBack(
  { id, answeredAt, withdrawnAt }: Opinion,
  { locale, opened, mayEdit }: VorgangPageProps,
): SafeHtml | false {
  if (!mayEdit || answeredAt || withdrawnAt) return false;
  return html`<form
    method="post"
    action="${vorgaengePaths.opinionRemoval(opened.vorgang.id, id)}"
  >
    ${button({ label: vorgaengeTexts(locale)("opinions.take-back"), variant: "tertiary" })}
  </form>`;
}
