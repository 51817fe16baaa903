import {
  normaliseReadableCode,
  readableCodeFrom,
} from "../../../platform/values/readable-code.ts";
import type { AssertedIdentity } from "./identity.ts";
import { counterProvider } from "./passkey.ts";

/** Ten letters, 49 bits: enough for half an hour, and short enough to be read out. */
const shape = { length: 10, group: 5 };

/** Time to get from the account to the desk. */
export const counterCodeMinutes = 30;

/** A code such as `abcde-fghjk` from random bytes; undefined when they do not suffice. */
export function counterCodeFrom(bytes: Uint8Array): string | undefined {
  return readableCodeFrom(bytes, shape);
}

/** As it is compared. Undefined when it cannot be a code. */
export function normaliseCounterCode(typed: string): string | undefined {
  return normaliseReadableCode(typed, shape);
}

/** Purpose of the keyed hash that a code is found by: a plain hash of so few bits could be tried out by who has the database. */
export const counterCodePurpose = "accounts.counter-code";

/** The four fields that are read off the ID card, and nothing else. */
export const cardFields = [
  "familyName",
  "givenNames",
  "dateOfBirth",
  "placeOfBirth",
] as const;
export type CardField = (typeof cardFields)[number];
export type CardValues = Readonly<Record<CardField, string>>;

const longestValue = 120;

/** Values as they are kept; `faults` names what is missing or cannot be. The date is a calendar day before today. */
export function readCard(
  typed: CardValues,
  today: string,
): { readonly values: CardValues; readonly faults: readonly CardField[] } {
  const values = {
    familyName: tidy(typed.familyName),
    givenNames: tidy(typed.givenNames),
    dateOfBirth: typed.dateOfBirth,
    placeOfBirth: tidy(typed.placeOfBirth),
  };
  const faults = cardFields.filter((field) =>
    field === "dateOfBirth"
      ? !isBirthday(values.dateOfBirth, today)
      : values[field] === "" || values[field].length > longestValue,
  );
  return { values, faults };
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** True for a day in the calendar, in living memory and before today. */
export function isBirthday(day: string, today: string): boolean {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const moment = new Date(`${day}T00:00:00.000Z`);
  return (
    isDay &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(day) &&
    day > "1900-01-01" &&
    day < today
  );
}

/** What an officer has seen, in the form every proof of identity has. The account itself is the stable name: the card's number is not kept. */
export function cardIdentity(
  accountId: string,
  values: CardValues,
): AssertedIdentity {
  const assuranceLevel = "substantial";
  return {
    provider: counterProvider,
    subject: accountId,
    assuranceLevel,
    displayName: `${values.givenNames} ${values.familyName}`,
    values: cardFields.map((attribute) => ({
      attribute,
      value: values[attribute],
      assuranceLevel,
    })),
  };
}
