import { type Answers } from "../../forms/index.ts";
import { answerAt } from "../../forms/own-data.ts";
import type {
  OwnDataRecord,
  OwnValue,
  ReplacedValue,
} from "../domain/own-data.ts";

/** Where what the applicant had before is not what is confirmed now: from the draft's memory, or from what is stored in it. */
export function replacedValues(
  locked: readonly OwnValue[],
  {
    stored,
    before = {},
  }: {
    readonly stored: Answers;
    readonly before: OwnDataRecord["before"];
  },
): readonly ReplacedValue[] {
  return locked.flatMap((value) => {
    const earlier = before[value.path] ?? textAt(stored, value.path);
    return earlier === "" || earlier === value.value
      ? []
      : [{ value, before: earlier }];
  });
}

/** The same as the draft remembers it, by path. */
export function rememberReplaced(
  locked: readonly OwnValue[],
  facts: Parameters<typeof replacedValues>[1],
): OwnDataRecord["before"] {
  const replaced = replacedValues(locked, facts).map(
    ({ value, before }) => [value.path, before] as const,
  );
  return { ...facts.before, ...Object.fromEntries(replaced) };
}

function textAt(answers: Answers, path: string): string {
  const found = answerAt(answers, path);
  return typeof found === "string" ? found.trim() : "";
}
