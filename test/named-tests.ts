import { existsSync } from "node:fs";
import path from "node:path";
import { readText, root } from "./source-text.ts";

/** `src/….test.ts` › the sentence, as it stands there. */
export function isTest(named: string): boolean {
  const found = /^`(?<source>[^`]+\.test\.ts)` › (?<sentence>.+)$/.exec(named);
  const { source = "", sentence = "" } = found?.groups ?? {};
  return (
    existsSync(path.join(root, source)) && readText(source).includes(sentence)
  );
}
