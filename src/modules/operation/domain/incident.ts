import {
  components,
  type Component,
  type ComponentState,
} from "./component.ts";

const minuteMs = 60_000;

/** Looks at one part that found something wrong, one soon after the other. */
export type Trouble = {
  readonly component: Component;
  /** Minutes of the first and the last of them. */
  readonly first: Date;
  readonly last: Date;
  /** How many found it not working at all; the others found it disturbed. */
  readonly down: number;
};

export type Affected = {
  readonly component: Component;
  readonly state: Exclude<ComponentState, "up">;
};

/** What went wrong in one or several parts at the same time. */
export type Incident = {
  readonly begin: Date;
  /** Undefined: it is not over. */
  readonly end: Date | undefined;
  readonly affected: readonly Affected[];
};

/** What lies closer together is one incident: who works again for a moment only does not work. */
export const togetherMs = 5 * minuteMs;

/** How the parts are at this moment, as far as somebody looked. */
export type Present = {
  readonly now: Date;
  readonly states: ReadonlyMap<Component, ComponentState>;
};

/** Parts that one cause hits fail within a few minutes of each other, though each is looked at in its own way. The newest first. */
export function incidentsOf(
  troubles: readonly Trouble[],
  present: Present,
): readonly Incident[] {
  const groups: Trouble[][] = [];
  for (const trouble of troubles.toSorted(byBeginning)) {
    const group = groups.at(-1);
    const [opening] = group ?? [];
    if (
      group &&
      opening &&
      trouble.first.getTime() - opening.first.getTime() <= togetherMs &&
      group.every(({ component }) => component !== trouble.component)
    )
      group.push(trouble);
    else groups.push([trouble]);
  }
  return groups.map((group) => incidentOf(group, present)).toReversed();
}

const byBeginning = (a: Trouble, b: Trouble) =>
  a.first.getTime() - b.first.getTime();

function incidentOf(
  group: readonly Trouble[],
  { now, states }: Present,
): Incident {
  // A look tells of its minute; what was found a moment ago goes on until somebody finds it working.
  const goesOn = (trouble: Trouble) =>
    now.getTime() - trouble.last.getTime() <= togetherMs &&
    states.get(trouble.component) !== "up";
  const begin = Math.min(...group.map(({ first }) => first.getTime()));
  const last = Math.max(...group.map(({ last }) => last.getTime()));
  return {
    begin: new Date(begin),
    end: group.some(goesOn) ? undefined : new Date(last + minuteMs),
    affected: group
      .map(({ component, down }) => ({
        component,
        state: down > 0 ? ("down" as const) : ("disturbed" as const),
      }))
      .toSorted((a, b) => orderOf(a) - orderOf(b)),
  };
}

const orderOf = ({ component }: Affected) => components.indexOf(component);

/** Whether something that was told over a span of time is about the incident: both at the same time, if only for a moment. */
export function isAbout(
  told: { readonly from: Date; readonly until: Date | undefined },
  { begin, end }: Pick<Incident, "begin" | "end">,
): boolean {
  return (
    (end === undefined || told.from <= end) &&
    (told.until === undefined || told.until >= begin)
  );
}

/** In whole minutes, at least one. */
export function minutesOf({ begin, end }: Incident, now: Date): number {
  const ms = (end ?? now).getTime() - begin.getTime();
  return Math.max(1, Math.round(ms / minuteMs));
}
