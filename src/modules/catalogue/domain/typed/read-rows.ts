import type { AssuranceLevel } from "../content/assurance-level.ts";
import type { FormFault } from "./form-error.ts";
import type {
  Deadline,
  Fee,
  InLanguages,
  NamedLink,
  OnlineService,
} from "../content/leistung-content.ts";
import { amountOf, periodOf } from "./typed-amounts.ts";
import type { TypedRow } from "./typed-rows.ts";
import { isAllowedAddress } from "./typed-text.ts";

/** No name and no purpose is longer. */
export const longestCell = 300;

/** A row that is not as it was before; `at` says at which of its inputs something is wrong. */
export type RowReading<Item> = {
  readonly row: TypedRow;
  readonly before: readonly Item[];
  readonly at: (column: string, fault: FormFault, part?: string) => void;
};

const levels: readonly AssuranceLevel[] = [
  "none",
  "low",
  "substantial",
  "high",
];
export const levelOf = (typed: string) =>
  levels.find((level) => level === typed);

export const maturityOf = (typed: string) =>
  /^[0-4]$/.test(typed) ? Number(typed) : undefined;

/** Texts of other languages stay; an empty one goes. */
export function translated(
  before: InLanguages | undefined,
  { de, en }: Readonly<Record<"de" | "en", string>>,
): InLanguages {
  const others = Object.entries(before ?? {}).filter(
    ([language]) => language !== "de" && language !== "en",
  );
  return { ...Object.fromEntries(others), ...(en !== "" && { en }), de };
}

/** German and English cells of a row; undefined where nothing was typed. */
function textsOf<Item>(
  { row, at }: RowReading<Item>,
  column: "for" | "name",
  before: InLanguages | undefined,
): InLanguages | undefined {
  const de = row[`${column}-de`] ?? "";
  const en = row[`${column}-en`] ?? "";
  for (const [name, text] of [
    [`${column}-de`, de],
    [`${column}-en`, en],
  ] as const)
    if (text.length > longestCell) at(name, "too-long", String(longestCell));
  if (de === "" && en !== "") at(`${column}-de`, "german-missing");
  return de === "" ? undefined : translated(before, { de, en });
}

export function readFee(reading: RowReading<Fee>): Fee | undefined {
  const { row, before, at } = reading;
  const typed = row["amount"] ?? "";
  const amount = amountOf(typed);
  if (!amount) at("amount", typed === "" ? "missing" : "amount", typed);
  const known = before.find((fee) => fee.for?.de === row["for-de"]);
  const words = textsOf(reading, "for", known?.for);
  return (
    amount && {
      ...amount,
      ...(words && { for: words }),
      ...(row["inAdvance"] === "ja" && { inAdvance: true }),
    }
  );
}

export function readDeadline(
  reading: RowReading<Deadline>,
): Deadline | undefined {
  const { row, before, at } = reading;
  const typed = row["period"] ?? "";
  const period = periodOf(typed);
  // A deadline is one moment: nobody can keep to a span.
  const isDeadline = period !== undefined && period.min === undefined;
  if (!isDeadline) at("period", typed === "" ? "missing" : "deadline", typed);
  const known = before.find((it) => it.for?.de === row["for-de"]);
  const words = textsOf(reading, "for", known?.for);
  return (
    period && {
      length: period.max,
      unit: period.unit,
      ...(words && { for: words }),
    }
  );
}

export function readLink(
  reading: RowReading<NamedLink>,
): NamedLink | undefined {
  const { row, before, at } = reading;
  const url = row["url"] ?? "";
  if (url === "") at("url", "missing");
  else if (!isAllowedAddress(url)) at("url", "address", url);
  const known = before.find((link) => link.url === url);
  const name = textsOf(reading, "name", known?.name);
  if (!name && row["name-en"] === "") at("name-de", "missing");
  return name && { name, url };
}

export function readService(
  reading: RowReading<OnlineService>,
): OnlineService | undefined {
  const { row } = reading;
  const link = readLink(reading);
  const assuranceLevel = levelOf(row["assuranceLevel"] ?? "");
  const maturity = maturityOf(row["onlineMaturity"] ?? "");
  return (
    link && {
      ...link,
      ...(assuranceLevel !== undefined && { assuranceLevel }),
      ...(maturity !== undefined && { maturity }),
    }
  );
}

/** A code of an official list; one of an import that the list does not know is taken as it is by who asks, because it was there before. */
export function readCode(
  { row, at }: RowReading<string>,
  {
    column,
    known,
    fault,
  }: {
    readonly column: string;
    readonly known: readonly string[];
    readonly fault: FormFault;
  },
): string | undefined {
  const code = row[column] ?? "";
  if (!known.includes(code)) at(column, fault, code);
  return code === "" ? undefined : code;
}
