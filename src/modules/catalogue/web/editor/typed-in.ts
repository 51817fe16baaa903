import type { PortalRequest } from "../../../../shell/web/route.ts";
import type { TypedLeistung } from "../../domain/typed/form-error.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { typedLeistung } from "../../domain/typed/leistung-form.ts";
import {
  isRowGroup,
  placeOfInput,
  textOfRows,
  type RowGroup,
  type TypedRow,
} from "../../domain/typed/typed-rows.ts";

/** Adding a row, or removing one that is counted from 0. */
export type RowAct = {
  readonly group: RowGroup;
  readonly removed?: number;
};

const add = "zeile:";
const remove = "ohne-zeile:";

/** Values of the buttons. */
export const addRowAction = (group: RowGroup) => `${add}${group}`;
export const removeRowAction = (group: RowGroup, index: number) =>
  `${remove}${group}:${String(index)}`;

/** What the button of a row asks for; undefined for another button. */
export function rowActIn({
  fields,
}: Pick<PortalRequest, "fields">): RowAct | undefined {
  const [, verb, group = "", index = ""] =
    /^(zeile:|ohne-zeile:)([a-zA-Z]+)(?::(\d{1,3}))?$/.exec(
      fields.get("aktion") ?? "",
    ) ?? [];
  if (!isRowGroup(group)) return undefined;
  return verb === add ? { group } : { group, removed: Number(index) };
}

/** What was typed over `content`. Inputs that a browser did not send stay as they are. */
export function typedIn(
  request: Pick<PortalRequest, "fields">,
  content: LeistungContent,
): TypedLeistung {
  const { fields } = request;
  const rows = rowsIn(fields, rowActIn(request));
  return new Map(
    [...typedLeistung(content)].map(([name, before]) => {
      const sent = isRowGroup(name) ? rows.get(name) : undefined;
      const typed = sent ?? fields.get(name) ?? before;
      return [name, typed.replaceAll("\r\n", "\n")];
    }),
  );
}

/** Each group of which a row was sent, as one text. */
function rowsIn(
  fields: URLSearchParams,
  act: RowAct | undefined,
): ReadonlyMap<RowGroup, string> {
  const groups = new Map<RowGroup, Map<number, Record<string, string>>>();
  for (const [name, typed] of fields) {
    const place = placeOfInput(name);
    if (!place) continue;
    const { group, index, column } = place;
    const rows = groups.get(group) ?? new Map<number, Record<string, string>>();
    rows.set(index, { ...rows.get(index), [column]: typed });
    groups.set(group, rows);
  }
  return new Map(
    [...groups].map(([group, rows]) => {
      if (act?.group === group && act.removed !== undefined)
        rows.delete(act.removed);
      return [group, textOfRows(group, inOrder(rows))];
    }),
  );
}

const inOrder = (rows: ReadonlyMap<number, TypedRow>) =>
  [...rows].toSorted(([one], [other]) => one - other).map(([, row]) => row);
