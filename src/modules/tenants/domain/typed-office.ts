import type { Office, OfficeChanges, Position } from "./office.ts";
import { officesAbove } from "./office-tree.ts";
import {
  readOpeningLines,
  writeOpeningLines,
  type OpeningLinesFault,
} from "./opening-lines.ts";
import {
  readSpecialDays,
  writeSpecialDays,
  type SpecialDayFault,
} from "./special-day-lines.ts";
import { readPosition, writePosition } from "./typed-position.ts";

/** What the office typed, by field, in the order of the form. */
export const officeFields = [
  "name",
  "tasks",
  "partOf",
  "street",
  "postcode",
  "town",
  "position",
  "phone",
  "email",
  "hours",
  "days",
  "transport",
  "accessibility",
  "note",
] as const;
export type OfficeField = (typeof officeFields)[number];
export type TypedOffice = Readonly<Record<OfficeField, string>>;

export type OfficeFault =
  | { readonly kind: "missing" | "too-long" }
  | { readonly kind: "wrong" }
  | { readonly kind: "hours"; readonly fault: OpeningLinesFault }
  | { readonly kind: "days"; readonly fault: SpecialDayFault };
export type OfficeFaults = Readonly<Partial<Record<OfficeField, OfficeFault>>>;

/** Longest text of a field. */
export const longestOf: Readonly<Record<OfficeField, number>> = {
  name: 200,
  tasks: 500,
  partOf: 100,
  street: 200,
  postcode: 5,
  town: 200,
  position: 50,
  phone: 60,
  email: 254,
  hours: 2_000,
  days: 20_000,
  transport: 500,
  accessibility: 500,
  note: 500,
};

const required: readonly OfficeField[] = [
  "name",
  "tasks",
  "street",
  "postcode",
  "town",
  "phone",
  "email",
];

type ReadOffice =
  | { readonly ok: true; readonly value: OfficeChanges }
  | { readonly ok: false; readonly faults: OfficeFaults };

/** `others`: all offices of the authority, to find those that the office can be a department of. */
export function readTypedOffice(
  typed: TypedOffice,
  {
    slug,
    others,
  }: { readonly slug: string; readonly others: readonly Office[] },
): ReadOffice {
  const hours = readOpeningLines(typed.hours);
  const days = readSpecialDays(typed.days);
  const position = readPosition(typed.position);
  const faults = {
    ...shapeFaults(typed, { slug, others, position }),
    ...(!hours.ok && {
      hours: { kind: "hours", fault: hours.refusal } as const,
    }),
    ...(!days.ok && { days: { kind: "days", fault: days.refusal } as const }),
    ...lengthFaults(typed),
  };
  if (!hours.ok || !days.ok || Object.keys(faults).length > 0)
    return { ok: false, faults };
  return {
    ok: true,
    value: {
      ...wordsOf(typed),
      location: position ?? null,
      openingTimes: hours.value,
      specialDays: days.value,
    },
  };
}

function wordsOf({
  name,
  tasks,
  street,
  postcode,
  town,
  phone,
  email,
  ...optional
}: TypedOffice): Omit<
  OfficeChanges,
  "location" | "openingTimes" | "specialDays"
> {
  return {
    ...{ name, tasks, street, postcode, town, phone, email },
    partOf: optional.partOf || null,
    transport: optional.transport || null,
    accessibility: optional.accessibility || null,
    note: optional.note || null,
  };
}

/** An office as it stands in the form. */
export function typedOfficeOf(office: Office): TypedOffice {
  return {
    name: office.name,
    tasks: office.tasks,
    partOf: office.partOf ?? "",
    street: office.street,
    postcode: office.postcode,
    town: office.town,
    position: writePosition(office.location),
    phone: office.phone,
    email: office.email,
    hours: writeOpeningLines(office.openingTimes),
    days: writeSpecialDays(office.specialDays),
    transport: office.transport ?? "",
    accessibility: office.accessibility ?? "",
    note: office.note ?? "",
  };
}

/** Offices that one can be a department of: not itself, nor one of its own departments. */
export function possibleParents(
  offices: readonly Office[],
  slug: string,
): readonly Office[] {
  return offices.filter(
    (it) =>
      it.slug !== slug &&
      officesAbove(offices, it.slug).every((above) => above.slug !== slug),
  );
}

function lengthFaults(typed: TypedOffice): OfficeFaults {
  const found: Partial<Record<OfficeField, OfficeFault>> = {};
  for (const field of officeFields) {
    if (typed[field] === "" && required.includes(field))
      found[field] = { kind: "missing" };
    else if (typed[field].length > longestOf[field] && field !== "postcode")
      found[field] = { kind: "too-long" };
  }
  return found;
}

type Around = {
  readonly slug: string;
  readonly others: readonly Office[];
  readonly position: Position | undefined;
};

function shapeFaults(
  typed: TypedOffice,
  { slug, others, position }: Around,
): OfficeFaults {
  const parents = possibleParents(others, slug);
  const isRight: Partial<Record<OfficeField, boolean>> = {
    partOf:
      typed.partOf === "" ||
      parents.some((parent) => parent.slug === typed.partOf),
    postcode: /^\d{5}$/u.test(typed.postcode),
    position: typed.position === "" || position !== undefined,
    phone: /^\+?[\d\s()/.–-]+$/u.test(typed.phone),
    email: /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(typed.email),
  };
  return Object.fromEntries(
    Object.entries(isRight)
      .filter(([, right]) => !right)
      .map(([field]) => [field, { kind: "wrong" }]),
  );
}
