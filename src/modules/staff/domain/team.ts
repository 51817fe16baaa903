import { isCalendarDay } from "../../../platform/calendar/calendar-day.ts";
/** Colleagues who share a queue. */
export type Team = {
  readonly id: string;
  readonly name: string;
  readonly memberIds: readonly string[];
  /** Leistungen whose Vorgänge come to this team. */
  readonly leistungen: readonly TeamLeistung[];
  /** Offices that the team works for; several teams may work for one. */
  readonly officeSlugs: readonly string[];
};

export type TeamLeistung = {
  readonly slug: string;
  /** Only the team sees these Vorgänge, and who substitutes one of it. */
  readonly isRestricted: boolean;
};

/** Whose work somebody does today, and what of the authority they do not see. */
export type WorkScope = {
  /** Own teams, and those of colleagues they substitute today. */
  readonly teamIds: readonly string[];
  /** Colleagues who are away today, and whom they substitute. */
  readonly substitutedIds: readonly string[];
  /** Leistungen that are another team's alone. */
  readonly hiddenSlugs: readonly string[];
  /** Offices that only other teams work for. One that no team works for is everybody's. */
  readonly hiddenOfficeSlugs: readonly string[];
};

/** Somebody who works on Vorgänge. */
export type Colleague = {
  readonly staffId: string;
  readonly displayName: string;
  readonly teamIds: readonly string[];
  /** While they are away today. */
  readonly substituteId: string | undefined;
};

/** Who works on Vorgänge of an authority. */
export type Office = {
  readonly colleagues: readonly Colleague[];
  readonly teams: readonly Team[];
};

/** True for a colleague who sees the Vorgänge of a Leistung: what is one team's alone, only as one of that team. */
export function mayBeGiven(
  { colleagues, teams }: Office,
  { staffId, slug }: { readonly staffId: string; readonly slug: string },
): boolean {
  const onlyTeam = onlyTeamOf(teams, slug);
  return colleagues.some(
    (colleague) =>
      colleague.staffId === staffId &&
      (onlyTeam === undefined || colleague.teamIds.includes(onlyTeam.id)),
  );
}

/** The team that a Leistung is alone for; undefined where all see it. */
export function onlyTeamOf(
  teams: readonly Team[],
  wanted: string,
): Team | undefined {
  return teams.find(({ leistungen }) =>
    leistungen.some(
      ({ slug, isRestricted }) => isRestricted && slug === wanted,
    ),
  );
}

/** First and last day away, `2027-03-01`, and who does the work meanwhile. */
export type Absence = {
  readonly id: string;
  readonly substituteId: string;
  readonly fromDay: string;
  readonly untilDay: string;
};

export const longestTeamName = 80;

export type TeamFault = "team-name-missing" | "team-name-too-long";

/** What is wrong with the name of a team, blanks around it cut off. */
export function faultOfTeamName(name: string): TeamFault | undefined {
  if (name === "") return "team-name-missing";
  return Array.from(name).length > longestTeamName
    ? "team-name-too-long"
    : undefined;
}

export type AbsenceFault =
  | "absence-days-missing"
  | "absence-days-reversed"
  | "absence-over"
  | "absence-substitute-missing";

/** What is wrong with an absence; `today` as the calendar has it. */
export function faultOfAbsence(
  wanted: Omit<Absence, "id">,
  {
    today,
    colleagueIds,
  }: { readonly today: string; readonly colleagueIds: readonly string[] },
): AbsenceFault | undefined {
  const { fromDay, untilDay, substituteId } = wanted;
  if (!isCalendarDay(fromDay) || !isCalendarDay(untilDay))
    return "absence-days-missing";
  if (fromDay > untilDay) return "absence-days-reversed";
  if (untilDay < today) return "absence-over";
  return colleagueIds.includes(substituteId)
    ? undefined
    : "absence-substitute-missing";
}

/** A colleague with what decides which notices they get. */
export type Duty = {
  readonly staffId: string;
  readonly email: string;
  readonly teamIds: readonly string[];
  /** Leistungen that come to these teams by themselves. */
  readonly leistungSlugs: readonly string[];
  /** Leads a team, or the office where there are no teams. */
  readonly leads: boolean;
  readonly substituteId: string | undefined;
};
