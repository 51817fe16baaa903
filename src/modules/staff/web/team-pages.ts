import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  longestTeamName,
  type Colleague,
  type Team,
  type TeamFault,
} from "../domain/team.ts";
import type { Office } from "../../tenants/index.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { LeistungName } from "../ports.ts";
import { memberPaths, teamPaths } from "./staff-paths.ts";
import { leistungBoxes } from "./team-leistungen.ts";

/** All teams: who is in them, what comes to them. */
export function teamsPage({
  locale,
  teams,
  colleagues,
}: {
  readonly locale: Locale;
  readonly teams: readonly Team[];
  readonly colleagues: readonly Colleague[];
}): Page {
  const t = staffTexts(locale);
  const nameOf = new Map(
    colleagues.map(({ staffId, displayName }) => [staffId, displayName]),
  );
  const rows = teams.map(({ id, name, memberIds, leistungen }) => ({
    cells: [
      link(teamPaths.team(id), name),
      memberIds.flatMap((it) => nameOf.get(it) ?? []).join(", ") || "–",
      String(leistungen.length),
    ],
  }));
  return page({
    title: t("teams.title"),
    section: memberPaths.list,
    layout: "wide",
    main: html`${backLink({ label: t("members.title"), href: memberPaths.list })}
      ${pageHeading({ title: t("teams.title"), lead: t("teams.lead") })}
      <p>${linkButton({ label: t("teams.add"), href: teamPaths.add })}</p>
      ${
        rows.length === 0
          ? emptyState({ title: t("teams.none"), body: t("teams.none.body") })
          : table({
              caption: t("teams.title"),
              isCaptionHidden: true,
              columns: [
                { label: t("teams.name") },
                { label: t("teams.members") },
                { label: t("teams.leistungen.count"), isNumeric: true },
              ],
              rows,
            })
      }`,
  });
}

export type TeamProblem = TeamFault | "team-name-taken";

/** What was typed and what is wrong with it. */
export type TeamInput = {
  readonly name: string;
  readonly memberIds: readonly string[];
  readonly slugs: readonly string[];
  readonly restrictedSlugs: readonly string[];
  readonly officeSlugs: readonly string[];
  readonly problem?: TeamProblem;
};

export type TeamPageProps = {
  readonly locale: Locale;
  /** Undefined for a new one. */
  readonly teamId: string | undefined;
  readonly colleagues: readonly Colleague[];
  readonly teams: readonly Team[];
  readonly leistungen: readonly LeistungName[];
  readonly offices: readonly Pick<Office, "slug" | "name">[];
  readonly input: TeamInput;
};

/** One team: name, members, Leistungen. */
export function teamPage(props: TeamPageProps): Page {
  const { locale, teamId, input } = props;
  const t = staffTexts(locale);
  const { problem } = input;
  const error = problem && t(`teams.${problem}`, { count: longestTeamName });
  const errors = error === undefined ? [] : [{ fieldId: "name", text: error }];
  const title = teamId === undefined ? t("teams.add") : t("teams.edit");
  const action = teamId === undefined ? teamPaths.add : teamPaths.team(teamId);
  return page({
    status: error === undefined ? 200 : 422,
    title: error === undefined ? title : t("sign-in.error-title", { title }),
    section: memberPaths.list,
    scripts: error === undefined ? [] : ["focus-error-summary"],
    main: html`${backLink({ label: t("teams.title"), href: teamPaths.list })}
      ${errorSummary({ errors, locale })} ${pageHeading({ title })}
      <form method="post" action="${action}" novalidate>
        ${textInput({
          name: "name",
          label: t("teams.name"),
          hint: t("teams.name.hint"),
          value: input.name,
          autocomplete: "off",
          error,
          locale,
        })}
        ${memberBoxes(props)} ${officeBoxes(props)}
        ${leistungBoxes({ ...props, ...input })}
        ${button({ label: t("teams.save") })}
      </form>
      ${
        teamId !== undefined &&
        html`<p class="kern-body">
          ${link(teamPaths.removal(teamId), t("teams.remove"))}
        </p>`
      }`,
  });
}

function memberBoxes({ locale, colleagues, input }: TeamPageProps): SafeHtml {
  const t = staffTexts(locale);
  return checkboxes({
    name: "mitglieder",
    label: t("teams.members"),
    values: input.memberIds,
    options: colleagues.map(({ staffId, displayName }) => ({
      value: staffId,
      label: displayName,
    })),
    locale,
  });
}

function officeBoxes({ locale, offices, input }: TeamPageProps): SafeHtml {
  const t = staffTexts(locale);
  if (offices.length === 0) return html``;
  return checkboxes({
    name: "aemter",
    label: t("teams.offices"),
    hint: t("teams.offices.hint"),
    values: input.officeSlugs,
    options: offices.map(({ slug, name }) => ({ value: slug, label: name })),
    locale,
  });
}

/** Asks before a team is gone. */
export function removeTeamPage({ id, name }: Team, locale: Locale): Page {
  const t = staffTexts(locale);
  return page({
    title: t("teams.remove.title", { team: name }),
    section: memberPaths.list,
    main: confirmation({
      question: t("teams.remove.title", { team: name }),
      consequence: t("teams.remove.consequence"),
      action: teamPaths.removal(id),
      confirmLabel: t("teams.remove.confirm"),
      cancel: { label: t("teams.remove.cancel"), href: teamPaths.team(id) },
    }),
  });
}
