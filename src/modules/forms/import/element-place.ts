import type { Cardinality } from "../domain/form-definition.ts";
import type { SchemaReading } from "./schema-reading.ts";
import type { Details } from "./source-details.ts";

/** Where an element stands: what its `struktur` says of it. */
export type ElementPlace = {
  readonly cardinality: Cardinality;
  /** Keys of the groups around it, each followed by a dot. */
  readonly parentPath: string;
  readonly details: Details;
  readonly reading: SchemaReading;
};
