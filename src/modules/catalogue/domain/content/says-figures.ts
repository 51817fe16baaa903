import type { Fee, PeriodUnit, ProcessingTime } from "./leistung-content.ts";

const numberWords = new Map(
  [
    ["ein", "eine", "einem", "einen", "einer", "one"],
    ["zwei", "two"],
    ["drei", "three"],
    ["vier", "four"],
    ["fuenf", "five"],
    ["sechs", "six"],
    ["sieben", "seven"],
    ["acht", "eight"],
    ["neun", "nine"],
    ["zehn", "ten"],
    ["elf", "eleven"],
    ["zwoelf", "twelve"],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** True where plain words in German or English name each of the amounts: then the figures beside them say nothing more. */
export function saysFees(words: string, fees: readonly Fee[]): boolean {
  const said = new Set(
    numbersIn(words).map((number) => Math.round(number * 100)),
  );
  const saysFree =
    /kostenlos|kostenfrei|gebührenfrei|kostet nichts|keine (?:kosten|gebühr)|free of charge|\bfree\b|no fee/i.test(
      words,
    );
  return fees.every((fee) => {
    switch (fee.kind) {
      case "free":
        return saysFree;
      case "fixed":
        return said.has(fee.cents);
      case "range":
        return (
          said.has(fee.fromCents) &&
          (fee.toCents === undefined || said.has(fee.toCents))
        );
    }
  });
}

/** True where plain words in German or English name the period with its unit. */
export function saysPeriod(
  words: string,
  { min, max, unit }: ProcessingTime,
): boolean {
  const said = numbersIn(words);
  return (
    said.includes(max) &&
    (min === undefined || said.includes(min)) &&
    unitPatterns[unit].test(words)
  );
}

const unitPatterns: Readonly<Record<PeriodUnit, RegExp>> = {
  hour: /stunde|hour/i,
  day: /\btage?n?\b|\bdays?\b/i,
  workingDay: /(?:arbeits|werk)tag|working day/i,
  week: /woche|week/i,
  month: /monat|month/i,
  year: /jahr|year/i,
};

function numbersIn(words: string): number[] {
  return [...words.matchAll(/\d[\d.,]*|\p{L}+/gu)].flatMap(([token]) => {
    const number = /\d/.test(token)
      ? numberOf(token)
      : numberWords.get(folded(token));
    return number === undefined ? [] : [number];
  });
}

const folded = (word: string) =>
  word.toLowerCase().replaceAll(/ü/g, "ue").replaceAll(/ö/g, "oe");

/** `1.250,50` as well as `1,250.50`: what is followed by three digits parts thousands. */
function numberOf(token: string): number {
  return Number(
    token
      .replace(/[.,]+$/, "")
      .replaceAll(/[.,](?=\d{3}(?!\d))/g, "")
      .replace(",", "."),
  );
}
