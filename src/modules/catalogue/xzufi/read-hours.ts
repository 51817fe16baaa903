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
  const kind = nameIn(first(set, "typ"));
  const times = regular.flatMap(timesOf);
  const isOfOffice = kind === undefined || isVisit.test(kind);
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
  readonly isClosed: boolean;
  /** Every week; false for "the first Tuesday of the month". */
  readonly isWeekly: boolean;
  readonly dayName: string | undefined;
  readonly position: string | undefined;
  readonly words: string | undefined;
  /** False for a code of which only its list says what it means. */
  readonly isKnown: boolean;
};

function readEntry(element: XmlElement): Entry {
  const dayName = nameIn(
    first(element, "tagestyp") ?? first(element, "tagesTyp"),
  );
  const position = nameIn(
    first(element, "tagesposition") ?? first(element, "tagesPosition"),
  );
  const from = timeOf(first(element, "beginn"));
  const to = timeOf(first(element, "ende"));
  const words =
    textsOf(all(element, "zusatz"))?.de ??
    textsOf(all(element, "bezeichnung"))?.de;
  return {
    weekdays: weekdaysOf(dayName ?? ""),
    day: dayOf(first(element, "datum") ?? first(element, "tag")),
    span:
      from !== undefined && to !== undefined && from < to
        ? { from, to }
        : undefined,
    isClosed: from === undefined && to === undefined,
    isWeekly: position === undefined || /^je|^all|woche|wöche/i.test(position),
    dayName,
    position,
    words,
    isKnown: !/^\d+$/.test(dayName ?? "") && !/^\d+$/.test(position ?? ""),
  };
}

function timesOf({ weekdays, span, isWeekly, isKnown }: Entry): WeekTime[] {
  return span && isWeekly && isKnown
    ? weekdays.map((weekday) => ({ weekday, ...span }))
    : [];
}

function daysOf({ day, span, words, isClosed }: Entry): DirectoryDay[] {
  if (day === undefined || words === undefined) return [];
  if (!span && !isClosed) return [];
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
  const { dayName, position, span, words, day, isWeekly, isKnown } = entry;
  if (!isKnown) return words === undefined ? [] : [words];
  if (day !== undefined && words !== undefined) return [];
  const isOfWeek = isWeekly && entry.weekdays.length > 0;
  if (isOfWeek && span)
    return words === undefined ? [] : [`${sentence(dayName)}: ${words}`];
  if (isOfWeek && words !== undefined && /^geschlossen$/i.test(words))
    return [];
  const at = [position, dayName, day].filter((part) => part !== undefined);
  const what = [
    ...(span ? [`${span.from}-${span.to}`] : []),
    ...(words === undefined ? [] : [words]),
  ];
  return what.length === 0
    ? []
    : [
        [sentence(at.join(" ")), what.join(", ")]
          .filter((part) => part !== "")
          .join(": "),
      ];
}

const spoken = (times: readonly WeekTime[]) => {
  const lines = weekLines(times);
  return lines === "" ? [] : [lines.replaceAll("\n", "; ")];
};

/** `TELEFONISCHE_ERREICHBARKEIT` as people write it. */
function sentence(name: string | undefined): string {
  const words = (name ?? "").replaceAll("_", " ").trim();
  return words === words.toUpperCase()
    ? words.slice(0, 1) + words.slice(1).toLowerCase()
    : words;
}

/** The name of a code, else the code itself. */
const nameIn = (element: XmlElement | undefined) =>
  element &&
  (wordsOf(first(element, "name")) ??
    wordsOf(first(element, "code")) ??
    wordsOf(element));

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
