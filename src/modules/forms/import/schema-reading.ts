import type { FreeTextRule } from "../domain/form-definition.ts";
import type { Reading } from "./common-parts.ts";
import type { CodeList } from "./read-genericode.ts";

/** What is at hand while one schema is read. */
export type SchemaReading = Reading & {
  readonly codeLists: readonly CodeList[];
  /** Lists the schema asked for, to tell which of those handed in were not needed. */
  readonly usedCodeLists: Set<CodeList>;
  readonly missingCodeLists: "refuse" | "as-text";
  /** Rules found so far, in document order. */
  readonly rules: FreeTextRule[];
};
