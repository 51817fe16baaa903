import { germanMoment } from "../../../../platform/values/german-moment.ts";
import {
  noticeKinds,
  noticePlaces,
  type Notice,
  type NoticeKind,
  type NoticePlace,
} from "./notice.ts";
import { dayOf } from "../typed/typed-day.ts";

/** What the office typed, by field. */
export const noticeFields = [
  "kind",
  "title",
  "body",
  "titleEn",
  "bodyEn",
  "place",
  "fromDay",
  "fromTime",
  "untilDay",
  "untilTime",
] as const;
export type NoticeField = (typeof noticeFields)[number];
export type TypedNotice = Readonly<Record<NoticeField, string>>;

export type NoticeFault =
  | "missing"
  | "too-long"
  | "no-day"
  | "no-time"
  | "not-later";
export type NoticeFaults = Readonly<Partial<Record<NoticeField, NoticeFault>>>;

export const longestTitle = 120;
export const longestBody = 1_000;

type ReadNotice =
  | { readonly ok: true; readonly value: Omit<Notice, "id" | "isInCommunes"> }
  | { readonly ok: false; readonly faults: NoticeFaults };

/** Without a day it begins now and stays until somebody ends it. English is optional, but title and text belong together. */
export function readTypedNotice(typed: TypedNotice, now: Date): ReadNotice {
  const from = readMoment(typed.fromDay, typed.fromTime, "00:00");
  const until = readMoment(typed.untilDay, typed.untilTime, "23:59");
  const hasEnglish = typed.titleEn !== "" || typed.bodyEn !== "";
  const found: Partial<Record<NoticeField, NoticeFault | undefined>> = {
    title: faultOfText(typed.title, longestTitle),
    body: faultOfText(typed.body, longestBody),
    ...(hasEnglish && {
      titleEn: faultOfText(typed.titleEn, longestTitle),
      bodyEn: faultOfText(typed.bodyEn, longestBody),
    }),
    fromDay: from.dayFault,
    fromTime: from.timeFault,
    untilDay: until.dayFault,
    untilTime: until.timeFault,
  };
  const visibleFrom = from.moment ?? now;
  const visibleUntil = until.moment ?? null;
  if (visibleUntil && visibleUntil <= visibleFrom)
    found.untilDay ??= "not-later";
  const faults = onlyFaults(found);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      kind: kindOf(typed.kind),
      de: { title: typed.title, body: typed.body },
      en: hasEnglish ? { title: typed.titleEn, body: typed.bodyEn } : undefined,
      place: placeOf(typed.place),
      visibleFrom,
      visibleUntil,
    },
  };
}

function onlyFaults(
  found: Partial<Record<NoticeField, NoticeFault | undefined>>,
): NoticeFaults {
  return Object.fromEntries(
    Object.entries(found).filter(([, fault]) => fault !== undefined),
  );
}

export const kindOf = (typed: string): NoticeKind =>
  noticeKinds.find((kind) => kind === typed) ?? "info";

export const placeOf = (typed: string): NoticePlace =>
  noticePlaces.find((place) => place === typed) ?? "home";

function faultOfText(text: string, longest: number): NoticeFault | undefined {
  if (text === "") return "missing";
  return text.length > longest ? "too-long" : undefined;
}

type ReadMoment = {
  readonly moment?: Date;
  readonly dayFault?: NoticeFault;
  readonly timeFault?: NoticeFault;
};

function readMoment(
  typedDay: string,
  typedTime: string,
  otherwise: string,
): ReadMoment {
  if (typedDay === "") return typedTime === "" ? {} : { dayFault: "missing" };
  const day = dayOf(typedDay);
  if (day === undefined) return { dayFault: "no-day" };
  const time = typedTime === "" ? otherwise : timeOf(typedTime);
  if (time === undefined) return { timeFault: "no-time" };
  return { moment: germanMoment(day, time) };
}

/** `8:05`, `08:05`, `8.05 Uhr` or `8 Uhr`. */
function timeOf(typed: string): string | undefined {
  const [, hour, minute = "00"] =
    /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?: ?Uhr)?$/u.exec(typed) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, "0")}:${minute}`;
}
