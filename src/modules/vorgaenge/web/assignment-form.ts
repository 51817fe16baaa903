import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { select } from "../../../ui/select.ts";
import type { Colleague, Team } from "../../staff/index.ts";
import {
  responsibilityOf,
  reverseOf,
  type Assignment,
} from "../domain/assignment.ts";
import { assignmentKinds } from "../domain/events.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import type { OpenedVorgang } from "../use-cases/read-vorgang.ts";
import { colleagueOption } from "./colleague-option.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const assignmentFields = {
  person: "person",
  team: "team",
  position: "gesehen",
} as const;

/** Stands for giving it back, in both fields. */
const nobody = "niemand";

export type AssignmentProps = {
  readonly locale: Locale;
  readonly opened: OpenedVorgang;
  readonly ownId: string;
  readonly mayEdit: boolean;
  readonly colleagues: readonly Colleague[];
  readonly teams: readonly Team[];
  readonly error?: string | undefined;
};

/** The assignment a form asks for; undefined when nothing was chosen. */
export function assignmentOf(fields: URLSearchParams): Assignment | undefined {
  const assigneeId = fields.get(assignmentFields.person) ?? "";
  if (assigneeId === nobody) return { kind: "unassigned" };
  if (assigneeId !== "") return { kind: "assigned", assigneeId };
  const teamId = fields.get(assignmentFields.team) ?? "";
  return teamId === "" ? undefined : { kind: "moved-to-team", teamId };
}

/** Who is responsible, and giving it to somebody else. */
export function assignmentSection(props: AssignmentProps): VorgangSection {
  const { locale, mayEdit } = props;
  const t = vorgaengeTexts(locale);
  return {
    id: "zustaendig",
    title: t("assignment.title"),
    body: html`${facts(props)}
    ${mayEdit && html`${undo(props)} ${quick(props)} ${choice(props)}`}`,
  };
}

/** Who is responsible, in words; with the substitute of who is away. */
export function responsibleName({
  locale,
  opened,
  colleagues,
}: Pick<AssignmentProps, "locale" | "opened" | "colleagues">): string {
  const t = vorgaengeTexts(locale);
  const { assigneeId } = opened.vorgang;
  if (assigneeId === undefined) return t("assignment.nobody");
  const assignee = colleagues.find(({ staffId }) => staffId === assigneeId);
  const substitute = colleagues.find(
    ({ staffId }) => staffId === assignee?.substituteId,
  );
  const name = assignee?.displayName ?? t("vorgang.unknown-staff");
  return substitute
    ? t("assignment.away", { name, substitute: substitute.displayName })
    : name;
}

function facts(props: AssignmentProps) {
  const { locale, opened, teams } = props;
  const t = vorgaengeTexts(locale);
  const { teamId, leistungSlug } = opened.vorgang;
  const team = teams.find(({ id, leistungen }) =>
    teamId === undefined
      ? leistungen.some(({ slug }) => slug === leistungSlug)
      : id === teamId,
  );
  return definitionRows([
    { term: t("queue.column.assignee"), value: responsibleName(props) },
    ...(team ? [{ term: t("queue.filter.team"), value: team.name }] : []),
  ]);
}

/** Taking back what one just did oneself; nobody outside has noticed. */
function undo(props: AssignmentProps): SafeHtml | false {
  const { locale, opened, ownId } = props;
  const last = opened.events.at(-1);
  const kind = assignmentKinds.find((it) => it === last?.kind);
  if (!kind || last?.actorId !== ownId) return false;
  const before = responsibilityOf(opened.events.slice(0, -1));
  const reverse = reverseOf(before, kind);
  if (!reverse) return false;
  const t = vorgaengeTexts(locale);
  return oneClick(props, reverse, t("assignment.undo"));
}

function quick(props: AssignmentProps): SafeHtml {
  const { locale, opened, ownId } = props;
  const { assigneeId } = opened.vorgang;
  const t = vorgaengeTexts(locale);
  return html`${
    assigneeId !== ownId &&
    oneClick(
      props,
      { kind: "assigned", assigneeId: ownId },
      t("assignment.take"),
    )
  }
  ${assigneeId !== undefined && oneClick(props, { kind: "unassigned" }, t("assignment.give-back"))}`;
}

function oneClick(
  props: AssignmentProps,
  assignment: Assignment,
  label: string,
): SafeHtml {
  const { vorgang } = props.opened;
  const [name, value] = fieldOf(assignment);
  return html`<form
    method="post"
    action="${vorgaengePaths.assignment(vorgang.id)}"
    class="portal-inline-form"
  >
    ${position(props)}
    <input type="hidden" name="${name}" value="${value}" />
    ${button({ label, variant: "secondary" })}
  </form>`;
}

function fieldOf(assignment: Assignment): readonly [string, string] {
  switch (assignment.kind) {
    case "assigned":
      return [assignmentFields.person, assignment.assigneeId];
    case "unassigned":
      return [assignmentFields.person, nobody];
    case "moved-to-team":
      return [assignmentFields.team, assignment.teamId];
  }
}

function choice(props: AssignmentProps): SafeHtml {
  const { locale, opened, colleagues, teams, error, ownId } = props;
  const t = vorgaengeTexts(locale);
  const others = colleagues.filter(({ staffId }) => staffId !== ownId);
  return html`<form
    method="post"
    action="${vorgaengePaths.assignment(opened.vorgang.id)}"
    novalidate
  >
    ${position(props)}
    ${select({
      name: assignmentFields.person,
      label: t("assignment.person"),
      options: others.map((colleague) => colleagueOption(colleague, locale)),
      error,
      locale,
    })}
    ${
      teams.length > 0 &&
      select({
        name: assignmentFields.team,
        label: t("assignment.team"),
        options: teams.map(({ id, name }) => ({ value: id, label: name })),
        locale,
      })
    }
    ${button({ label: t("assignment.submit"), variant: "secondary" })}
  </form>`;
}

function position({ opened }: AssignmentProps): SafeHtml {
  return html`<input
    type="hidden"
    name="${assignmentFields.position}"
    value="${opened.vorgang.lastPosition}"
  />`;
}
