import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import {
  weekLines,
  type DirectoryDay,
  type DirectoryOpening,
  type WeekTime,
} from "../domain/directory-opening.ts";
import { all, first, textsOf, wordsOf } from "./elements.ts";
import { dayOf } from "./read-day.ts";

/** Opening hours in figures; `isWhole` is false where some were said in codes without a name, which are not guessed. */
export type ReadHours = {
  readonly openings: readonly DirectoryOpening[];
  readonly isWhole: boolean;
};

/**
 * Hours of `infoOeffnungszeitenStrukturiert`: times of weekdays (`regulaereZeit`), days that are different (`abweichendeZeit`), a hint and when
 * all that holds. Weekdays and kinds count by their names; the codes of their lists were not at hand.
 * @see XZuFi 2.2 and 2.3, Organisationseinheit
 */
export function readHours(organisation: XmlElement): ReadHours {
  const sets = all(organisation, "infoOeffnungszeitenStrukturiert").map(
    readSet,
  );
  return {
    openings: sets.map(({ opening }) => opening).filter(saysSomething),
    isWhole: sets.every(({ isWhole }) => isWhole),
  };
}

const saysSomething = ({ times, days, remarks }: DirectoryOpening) =>
  times.length + days.length + remarks.length > 0;

function readSet(set: XmlElement): {
  readonly opening: DirectoryOpening;
  readonly isWhole: boolean;
} {
  const regular = entriesOf(set, "regulaereZeit").map(readEntry);
  const different = entriesOf(set, "abweichendeZeit").map(readEntry);
  const entries = [...regular, ...different];
  const hint = textsOf(all(set, "hinweisText"))?.de;
  const validity = first(set, "gueltigkeit");
  const kind = nameOf(set, "typ");
  const times = regular.flatMap(timesOf);
  const isOfOffice = kind === "" || isVisit.test(kind);
  const words = [
    ...(hint === undefined ? [] : [hint]),
    ...entries.flatMap(remarkOf),
  ];
  const opening: DirectoryOpening = {
    ...periodOf(validity),
    times: isOfOffice ? times : [],
    days: isOfOffice ? merged(different.flatMap(daysOf)) : [],
    remarks: isOfOffice
      ? words
      : [[sentence(kind), ...spoken(times), ...words].join(": ")],
  };
  return { opening, isWhole: entries.every(({ isKnown }) => isKnown) };
}

/** Kinds of hours in which people can come; others, such as by telephone, are a remark. */
const isVisit =
  /oeffnung|öffnung|besuch|service|sprechzeit|sprechstunde|^\d+$/i;

function periodOf(
  validity: XmlElement | undefined,
): Pick<DirectoryOpening, "from" | "until"> {
  const from = dayOf(first(validity, "beginn"));
  const until = dayOf(first(validity, "ende"));
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}

const entriesOf = (set: XmlElement, name: string) => [
  ...all(set, name),
  ...all(set, `${name}en`),
];

type Entry = {
  readonly weekdays: readonly number[];
  readonly day: string | undefined;
  readonly span: { readonly from: string; readonly to: string } | undefined;
  /** No time is said at all. */
  readonly isWithoutTime: boolean;
  /** Every week; false for "the first Tuesday of the month". */
  readonly isWeekly: boolean;
  readonly dayName: string;
  readonly position: string;
  /** Empty for none. */
  readonly words: string;
  /** False for a code of which only its list says what it means. */
  readonly isKnown: boolean;
};

const isCode = (name: string) => /^\d+$/.test(name);

function readEntry(element: XmlElement): Entry {
  const dayName = nameOf(element, "tagestyp", "tagesTyp");
  const position = nameOf(element, "tagesposition", "tagesPosition");
  const [from, to] = ["beginn", "ende"].map((name) =>
    timeOf(first(element, name)),
  );
  const words = textsOf([
    ...all(element, "zusatz"),
    ...all(element, "bezeichnung"),
  ]);
  return {
    weekdays: weekdaysOf(dayName),
    day: dayOf(first(element, "datum") ?? first(element, "tag")),
    span: spanOf(from, to),
    isWithoutTime: from === undefined && to === undefined,
    isWeekly: position === "" || /^je|^all|woche|wöche/i.test(position),
    dayName,
    position,
    words: words?.de ?? "",
    isKnown: !isCode(dayName) && !isCode(position),
  };
}

function spanOf(from: string | undefined, to: string | undefined) {
  return from !== undefined && to !== undefined && from < to
    ? { from, to }
    : undefined;
}

function timesOf({ weekdays, span, isWeekly, isKnown }: Entry): WeekTime[] {
  return span && isWeekly && isKnown
    ? weekdays.map((weekday) => ({ weekday, ...span }))
    : [];
}

function daysOf({ day, span, words, isWithoutTime }: Entry): DirectoryDay[] {
  if (day === undefined || words === "") return [];
  if (!span && !isWithoutTime) return [];
  return [{ day, reason: words, spans: span ? [span] : [] }];
}

/** One for each day: a break makes two entries of it. */
function merged(days: readonly DirectoryDay[]): DirectoryDay[] {
  const byDay = new Map<string, DirectoryDay>();
  for (const it of days) {
    const known = byDay.get(it.day);
    byDay.set(it.day, { ...it, spans: [...(known?.spans ?? []), ...it.spans] });
  }
  return [...byDay.values()];
}

/** What of an entry is neither a time of a week nor a day: in the words of the directory. */
function remarkOf(entry: Entry): string[] {
  const { dayName, position, span, words, day = "" } = entry;
  if (!entry.isKnown) return [words].filter(isSaid);
  if (daysOf(entry).length > 0) return [];
  if (timesOf(entry).length > 0)
    return words === "" ? [] : [`${sentence(dayName)}: ${words}`];
  if (entry.weekdays.length > 0 && /^geschlossen$/i.test(words)) return [];
  const at = sentence([position, dayName, day].filter(isSaid).join(" "));
  const times = span ? `${span.from}-${span.to}` : "";
  const what = [times, words].filter(isSaid).join(", ");
  return what === "" ? [] : [[at, what].filter(isSaid).join(": ")];
}

const isSaid = (text: string) => text !== "";

const spoken = (times: readonly WeekTime[]) => {
  const lines = weekLines(times);
  return lines === "" ? [] : [lines.replaceAll("\n", "; ")];
};

/** `TELEFONISCHE_ERREICHBARKEIT` as people write it. */
function sentence(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words === words.toUpperCase()
    ? words.slice(0, 1) + words.slice(1).toLowerCase()
    : words;
}

/** The name of a code, else the code itself; empty for none. */
function nameOf(element: XmlElement, ...names: readonly string[]): string {
  const code = names
    .map((name) => first(element, name))
    .find((found) => found !== undefined);
  const words =
    wordsOf(first(code, "name")) ??
    wordsOf(first(code, "code")) ??
    wordsOf(code);
  return words ?? "";
}

function timeOf(element: XmlElement | undefined): string | undefined {
  const [, hour = "", minute = ""] =
    /(?:^|T)(\d\d):(\d\d)/.exec(wordsOf(element) ?? "") ?? [];
  return hour !== "" && Number(hour) < 24 && Number(minute) < 60
    ? `${hour}:${minute}`
    : undefined;
}

const dayNames = ["mo", "di", "mi", "do", "fr", "sa", "so"] as const;
const dayPattern =
  /(?:mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?)(?![a-zäöü])/giu;

/** "MONTAG", "Di", "ARBEITSTAG_MO_FR", "Montag bis Freitag"; none for what is no day of a week. */
function weekdaysOf(name: string): readonly number[] {
  const found = [...name.replaceAll("_", " ").matchAll(dayPattern)].map(
    ([word]) =>
      /^sonnabend/i.test(word)
        ? 6
        : dayNames.findIndex((day) => day === word.slice(0, 2).toLowerCase()) +
          1,
  );
  const [start, end] = found;
  if (start === undefined) return [];
  const isRun =
    found.length === 2 &&
    end !== undefined &&
    start < end &&
    !/[,;&]|und/i.test(name);
  return isRun
    ? Array.from({ length: end - start + 1 }, (_, index) => start + index)
    : [...new Set(found)];
}
