import type { Context } from "../../../platform/context/context.ts";
import type { Option, SelectField } from "../domain/form-definition.ts";
import { findElement, listPaths } from "../domain/overlay/element-paths.ts";
import type { FieldType, Overlay } from "../domain/overlay/overlay.ts";
import { ownProperty } from "../domain/overlay/layers.ts";
import { createImportReport } from "../import/import-message.ts";
import { readGenericode } from "../import/read-genericode.ts";
import { columnKeys, optionsBy } from "../import/read-options.ts";
import {
  findCodeLists,
  type StoredCodeList,
} from "../store/code-list-store.ts";
import type { OpenedForm } from "./open-form.ts";

/** A code list that fields of a form use, and the newest version that this installation has. */
export type UsedCodeList = {
  readonly urn: string;
  readonly version: string;
  /** Of the fields that use it, and take code and label from the same columns. */
  readonly paths: readonly string[];
  /** Undefined where the form has the newest. */
  readonly newer: NewerCodeList | undefined;
};

export type NewerCodeList = {
  readonly version: string;
  readonly options: readonly Option[];
  readonly added: readonly Option[];
  readonly removed: readonly Option[];
  readonly renamed: readonly {
    readonly before: Option;
    readonly after: Option;
  }[];
};

/** The code lists of a form by name and version, each with what is different in the newest version. */
export async function compareCodeLists(
  context: Context,
  { definition }: Pick<OpenedForm, "definition">,
): Promise<readonly UsedCodeList[]> {
  const elements = definition.pages.flatMap((page) => page.elements);
  const used = listPaths(elements, "").flatMap((path) => {
    const element = findElement(elements, path);
    return element?.kind === "field" &&
      element.dataType === "select" &&
      element.codeList
      ? [{ path, field: element, list: element.codeList }]
      : [];
  });
  const stored = await context.transaction((db) =>
    findCodeLists(db, [...new Set(used.map(({ list }) => list.urn))]),
  );
  const byList = Map.groupBy(used, ({ list, field }) =>
    JSON.stringify([list.urn, list.version, keysOf(field)]),
  );
  return [...byList.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { urn, version } = first.list;
    const newest = stored
      .filter((each) => each.urn === urn && isNewer(each.version, version))
      .toSorted((one, other) =>
        isNewer(one.version, other.version) ? -1 : 1,
      )[0];
    return [
      {
        urn,
        version,
        paths: [first, ...others].map(({ path }) => path),
        newer: newest && compareWith(newest, first.field),
      },
    ];
  });
}

function compareWith(
  { urn, document }: StoredCodeList,
  field: SelectField,
): NewerCodeList | undefined {
  const { codeList } = readGenericode({ name: urn, content: document });
  if (!codeList) return undefined;
  const options = optionsBy(codeList, keysOf(field), {
    reference: undefined,
    report: createImportReport(urn),
  });
  return differenceTo(field, codeList.version, options);
}

function keysOf({ source }: SelectField) {
  return columnKeys((key) => source?.details?.[key] ?? "");
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}

function differenceTo(
  { options: before }: SelectField,
  version: string,
  options: readonly Option[],
): NewerCodeList {
  const known = new Map(before.map((option) => [option.code, option]));
  const codes = new Set(options.map(({ code }) => code));
  return {
    version,
    options,
    added: options.filter(({ code }) => !known.has(code)),
    removed: before.filter(({ code }) => !codes.has(code)),
    renamed: options.flatMap((after) => {
      const old = known.get(after.code);
      return old && old.label !== after.label ? [{ before: old, after }] : [];
    }),
  };
}

/** The overlay with which the fields that use a list offer the codes of the newer version. */
export function withNewerCodeList(
  { overlay }: Pick<OpenedForm, "overlay">,
  { urn, paths, newer }: UsedCodeList,
): Overlay {
  if (!newer) return overlay;
  const elements = paths.map((path) => {
    const type: FieldType = {
      dataType: "select",
      options: newer.options,
      codeList: { urn, version: newer.version },
    };
    return [path, { ...ownProperty(overlay.elements, path), type }] as const;
  });
  return {
    ...overlay,
    elements: { ...overlay.elements, ...Object.fromEntries(elements) },
  };
}
