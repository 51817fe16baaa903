import { readFileSync } from "node:fs";
import type {
  Deadline,
  LeistungContent,
} from "../domain/content/leistung-content.ts";
import type { AssuranceLevel } from "../domain/content/assurance-level.ts";
import { widerspruch, type DemoLeistung } from "./demo-leistung.ts";

/** A Leistung from a file of texts, and who offers it where that is not the authority itself. */
export type DemoText = {
  readonly leistung: DemoLeistung;
  readonly providerSlug: string | undefined;
};

/**
 * Reads a file of Leistungen in plain text: `# title`, then a line `slug | situation | office | Leistungsschlüssel | provider`, then the teaser,
 * then lines that begin with `1. ` (what to do), `- ` (documents) or a label. `offices` says which office does what in this authority.
 */
export function readDemoTexts(
  file: string,
  offices: Readonly<Record<string, string>>,
): readonly DemoText[] {
  const text = readFileSync(new URL(`texts/${file}`, import.meta.url), "utf8");
  const [, ...blocks] = text.split(/^# /m);
  return blocks.map((block) => readBlock(block.trim().split("\n"), offices));
}

function readBlock(
  [title = "", head = "", teaser = "", ...lines]: readonly string[],
  offices: Readonly<Record<string, string>>,
): DemoText {
  const { slug, situation, role, key, provider } = readHead(head);
  const officeSlug = offices[role];
  if (officeSlug === undefined)
    throw new Error(`${slug}: nobody here does "${role}"`);
  return {
    providerSlug: provider === "" ? undefined : provider,
    leistung: {
      slug,
      leikaKey: key === "" ? null : key,
      title,
      teaser,
      lifeSituation: situation,
      ...textsOf(lines),
      formKey: null,
      officeSlug,
      remedies: provider === "" ? widerspruch : "",
      more: moreOf(lines),
    },
  };
}

function readHead(head: string) {
  const cells = head.split("|").map((cell) => cell.trim());
  const [slug = "", situation = "", role = "", key = "", provider = ""] = cells;
  return { slug, situation, role, key, provider };
}

function textsOf(lines: readonly string[]) {
  const feeText = labelled(lines, "Kosten") ?? "";
  const processingText = labelled(lines, "Dauer") ?? "";
  const level = labelled(lines, "Nachweis") ?? "none";
  return {
    whatToDo: startingWith(lines, "1. "),
    documents: startingWith(lines, "- "),
    prerequisites: [],
    procedure: [],
    afterSending: [],
    feeText,
    feeCents: centsOf(feeText),
    processingText: processingText.replace(
      /^(\d+) /,
      "In der Regel dauert es $1 ",
    ),
    processingWorkingDays: numberBefore(processingText, "Arbeitstag"),
    legalBases: (labelled(lines, "Recht") ?? "").split("; "),
    assuranceLevel: levelOf(level),
    onlineMaturity: 0,
    keywords: (labelled(lines, "Wörter") ?? "").split(", "),
  };
}

/** What only some have: another's online service, a deadline, an appointment. */
function moreOf(lines: readonly string[]): Partial<LeistungContent> {
  const online = /^(.*) (https:\/\/\S+)$/.exec(labelled(lines, "Online") ?? "");
  const frist = labelled(lines, "Frist");
  const deadline = frist === undefined ? undefined : deadlineOf(frist);
  return {
    ...(online && {
      onlineServices: [
        { name: { de: online[1] ?? "" }, url: online[2] ?? "", maturity: 3 },
      ],
    }),
    ...(frist !== undefined && { deadlineText: { de: `<p>${frist}</p>` } }),
    ...(deadline && { deadlines: [deadline] }),
    ...(labelled(lines, "Termin") === "ja" && {
      appointment: { needed: true },
    }),
  };
}

const units: readonly (readonly [word: RegExp, unit: Deadline["unit"]])[] = [
  [/^(\d+) Tage?/, "day"],
  [/^(\d+) Werktage?/, "workingDay"],
  [/^(\d+) Wochen?/, "week"],
  [/^(\d+) Monate?/, "month"],
];

function deadlineOf(text: string): Deadline | undefined {
  for (const [word, unit] of units) {
    const length = Number(word.exec(text)?.[1]);
    if (length > 0) return { length, unit };
  }
  return undefined;
}

function startingWith(lines: readonly string[], mark: string): string[] {
  return lines
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length));
}

function labelled(lines: readonly string[], label: string): string | undefined {
  const mark = `${label}: `;
  return lines.find((line) => line.startsWith(mark))?.slice(mark.length);
}

/** Null when it depends. */
function centsOf(feeText: string): number | null {
  if (feeText.startsWith("Kostenlos")) return 0;
  const [, euros] = /^([\d.]+,\d{2}) Euro/.exec(feeText) ?? [];
  return euros === undefined
    ? null
    : Math.round(Number(euros.replaceAll(".", "").replace(",", ".")) * 100);
}

function numberBefore(text: string, word: string): number | null {
  const number = new RegExp(`^(\\d+) ${word}`).exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

function levelOf(word: string): AssuranceLevel {
  return word === "low" || word === "substantial" || word === "high"
    ? word
    : "none";
}
