import type { FormDefinition } from "../domain/form-definition.ts";
import type { Supplement } from "../import/supplement.ts";
import type { CodeListCollection } from "./code-list-collection.ts";
import type { FimIds } from "./fim-id.ts";
import type { XmlNode } from "./xml-node.ts";

/** What is at hand while one form is written. */
export type Exporting = {
  readonly definition: FormDefinition;
  readonly ids: FimIds;
  /** Moment of the last change where the source does not say, ISO 8601. */
  readonly changedAt: string;
  readonly codeLists: CodeListCollection;
  /** By element path, empty for the form: what the standard cannot carry. */
  readonly supplements: ReadonlyMap<string, Supplement>;
  /** Rules by the path of the element they hang on. */
  readonly rules: ReadonlyMap<string, readonly XmlNode[]>;
};
