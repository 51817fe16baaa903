import { typedText } from "../../../platform/values/typed-text.ts";
/** `letter`: the template of a Bescheid; `module`: words that come again; `remedy`: how to object (§ 58 VwGO). */
export const textKinds = ["letter", "module", "remedy"] as const;
export type TextKind = (typeof textKinds)[number];

/** The words an authority uses, in the newest version. */
export type Text = {
  readonly id: string;
  readonly kind: TextKind;
  readonly name: string;
  /** Letters for one Leistung may use the answers of its form. */
  readonly leistungSlug: string | undefined;
  /** The text of the installation that this one stands for. */
  readonly baseId: string | undefined;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
  /** Belongs to the installation and is the same for all authorities. */
  readonly isBase: boolean;
};

export type TextInput = Pick<
  Text,
  "kind" | "name" | "leistungSlug" | "subject" | "body"
>;

export const longestName = 80;
export const longestSubject = 200;
export const longestBody = 20_000;

export type TextFault =
  | "name-missing"
  | "name-too-long"
  | "subject-missing"
  | "subject-too-long"
  | "body-missing"
  | "body-too-long"
  | "remedy-names-none";

/** As it is stored: one kind of line break, nothing around it. */
export function normaliseInput(input: TextInput): TextInput {
  const line = (text: string) =>
    text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  const isLetter = input.kind === "letter";
  return {
    kind: input.kind,
    name: line(input.name),
    leistungSlug: isLetter ? input.leistungSlug || undefined : undefined,
    subject: isLetter ? line(input.subject) : "",
    body: typedText(input.body),
  };
}

/** What is wrong with a text, apart from its placeholders. */
export function faultOfText(
  { kind, name, subject, body }: TextInput,
  namesLegalRemedy: (text: string) => boolean,
): TextFault | undefined {
  if (name === "") return "name-missing";
  if (name.length > longestName) return "name-too-long";
  if (kind === "letter" && subject === "") return "subject-missing";
  if (subject.length > longestSubject) return "subject-too-long";
  if (body === "") return "body-missing";
  if (body.length > longestBody) return "body-too-long";
  return kind === "remedy" && !namesLegalRemedy(body)
    ? "remedy-names-none"
    : undefined;
}

/** An authority's own texts, and those of the installation that none of them stands for. */
export function textsInForce(
  own: readonly Text[],
  base: readonly Text[],
): readonly Text[] {
  const replaced = new Set(own.map(({ baseId }) => baseId));
  return [...own, ...base.filter(({ id }) => !replaced.has(id))];
}

/** The text that somebody chose, or the one that stands for it now. */
export function chosenText(
  texts: readonly Text[],
  kind: TextKind,
  id: string | undefined,
): Text | undefined {
  return id === undefined
    ? undefined
    : texts.find(
        (it) => it.kind === kind && (it.id === id || it.baseId === id),
      );
}
