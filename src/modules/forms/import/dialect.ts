import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  FormProvenance,
  ReleaseStatus,
} from "../domain/form-definition.ts";
import type { ImportReport } from "./import-message.ts";
import type { RawPrecision } from "./precision.ts";
import type { Slot } from "./read-sequence.ts";

/** The children of each type of the standard, in their order. */
export type SlotTables = {
  readonly header: readonly Slot[];
  readonly schema: readonly Slot[];
  readonly group: readonly Slot[];
  readonly field: readonly Slot[];
  readonly rule: readonly Slot[];
  readonly structure: readonly Slot[];
  readonly codeListReference: readonly Slot[];
};

/** What differs between the versions of XDatenfelder; everything else is read by the same code. */
export type Dialect = {
  readonly standard: Exclude<FormProvenance["standard"], "own">;
  readonly namespace: string;
  readonly slots: SlotTables;
  readonly version: { readonly shape: RegExp; readonly example: string };
  /** Element with the title of the whole form. */
  readonly schemaTitle: "bezeichnungEingabe" | "bezeichnung";
  readonly fieldKinds: readonly string[];
  readonly dataTypes: readonly string[];
  /** Reads `status` or `freigabestatus`, whichever the version has. */
  readonly readStatus: (
    element: XmlElement,
    report: ImportReport,
  ) => ReleaseStatus | undefined;
  readonly statusElement: "status" | "freigabestatus";
  readonly readPrecision: (
    element: XmlElement,
    report: ImportReport,
  ) => RawPrecision;
};
