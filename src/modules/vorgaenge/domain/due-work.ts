/** Who has how much that is due; without an assignee it is the team's. */
export type DueWork = {
  readonly assigneeId: string | undefined;
  readonly teamId: string | undefined;
  readonly leistungSlug: string;
  /** The day is over. */
  readonly lateCount: number;
  /** The day is near. */
  readonly soonCount: number;
};

/** What one member of staff is told of. */
export type DueShare = {
  readonly staffId: string;
  readonly lateCount: number;
  readonly soonCount: number;
};

/** What of a member of staff decides what they are told. */
export type Addressee = {
  readonly staffId: string;
  readonly teamIds: readonly string[];
  /** Leistungen that come to these teams by themselves. */
  readonly leistungSlugs: readonly string[];
  readonly leads: boolean;
  /** Who does their work today, while they are away. */
  readonly substituteId: string | undefined;
};

/**
 * Who is told of what: an assignee (or who substitutes them) of all of it; the team of what nobody has taken, and without a team those who
 * lead; and those who lead of everything late in their teams, so that nothing stays with one person in silence.
 */
export function shareDueWork(
  work: readonly DueWork[],
  office: readonly Addressee[],
): DueShare[] {
  const shares = office.map((member) => {
    const own = work.filter((part) => isFor(member, part, office));
    const led = work.filter(
      (part) => !own.includes(part) && leads(member, part),
    );
    return {
      staffId: member.staffId,
      lateCount: sum([...own, ...led], ({ lateCount }) => lateCount),
      soonCount: sum(own, ({ soonCount }) => soonCount),
    };
  });
  return shares.filter(({ lateCount, soonCount }) => lateCount + soonCount > 0);
}

function isFor(
  member: Addressee,
  { assigneeId, ...part }: DueWork,
  office: readonly Addressee[],
): boolean {
  const assignee = office.find(({ staffId }) => staffId === assigneeId);
  if (assignee)
    return (assignee.substituteId ?? assignee.staffId) === member.staffId;
  const hasTeam = office.some((other) => isOfTeam(other, part));
  return hasTeam ? isOfTeam(member, part) : member.leads;
}

function leads(member: Addressee, part: DueWork): boolean {
  return (
    member.leads && (member.teamIds.length === 0 || isOfTeam(member, part))
  );
}

function isOfTeam(
  { teamIds, leistungSlugs }: Addressee,
  { teamId, leistungSlug }: Pick<DueWork, "teamId" | "leistungSlug">,
): boolean {
  return teamId === undefined
    ? leistungSlugs.includes(leistungSlug)
    : teamIds.includes(teamId);
}

function sum<T>(parts: readonly T[], count: (part: T) => number): number {
  return parts.reduce((total, part) => total + count(part), 0);
}
