import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { button } from "../../../../ui/button.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { fieldset } from "../../../../ui/fieldset.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import {
  rowInput,
  rowsOfText,
  type CodeGroup,
  type RowGroup,
} from "../../domain/typed/typed-rows.ts";
import { editorTexts } from "../../i18n/texts.ts";
import {
  errorText,
  fieldHintText,
  fieldLabel,
  inputLabel,
  rowLabel,
} from "./editor-labels.ts";
import type { EditorFormInput } from "./editor-form-input.ts";
import {
  codeOptions,
  levelOptions,
  maturityOptions,
} from "./figure-options.ts";
import { addRowAction, removeRowAction } from "./typed-in.ts";

/** A group that repeats: its rows, each with a way to remove it, and one to add another. There is always a row to type into. */
export function rowInputs(input: EditorFormInput, group: RowGroup): SafeHtml {
  const { typed, contested, touched, locale } = input;
  const t = editorTexts(locale);
  const rows = rowsOfText(group, typed.get(group) ?? "");
  const isAdded = touched?.group === group && touched.removed === undefined;
  const shown = rows.length === 0 || isAdded ? [...rows, {}] : rows;
  const hint = fieldHintText(group, locale);
  return fieldset({
    id: group,
    isTarget: true,
    label: fieldLabel(group, locale),
    locale,
    ...(hint !== undefined && { hint }),
    error: contested.includes(group) ? t("conflict.field") : undefined,
    body: html`${shown.map((cells, index) =>
      oneRow(input, {
        group,
        index,
        cells,
        isFocused: isAdded && index === shown.length - 1,
        canGo: rows.length > 0,
      }),
    )}
    ${button({
      label: t(`row.add.${group}`),
      variant: "secondary",
      icon: "add",
      name: "aktion",
      value: addRowAction(group),
    })}`,
  });
}

type Row = {
  readonly group: RowGroup;
  readonly index: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly isFocused: boolean;
  readonly canGo: boolean;
};

function oneRow(input: EditorFormInput, row: Row): SafeHtml {
  const { locale, errors } = input;
  const { group, index } = row;
  const label = rowLabel(row, locale);
  const common = (column: string) => {
    const name = rowInput({ group, index, column });
    const error = errors.find((it) => it.field === name);
    return {
      name,
      label: inputLabel(column, locale),
      value: row.cells[column] ?? "",
      locale,
      ...(error && { error: errorText(error, locale) }),
    };
  };
  return fieldset({
    id: `${group}-${String(index + 1)}`,
    isTarget: true,
    label,
    locale,
    body: html`${cellsOf[group](common, row, input)}
    ${
      row.canGo &&
      button({
        label: editorTexts(locale)("row.remove"),
        context: label,
        variant: "tertiary",
        icon: "delete",
        name: "aktion",
        value: removeRowAction(group, index),
        formAction: `#${group}`,
      })
    }`,
  });
}

type Common = (column: string) => {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly locale: EditorFormInput["locale"];
  readonly error?: string;
};
type Cells = (
  common: Common,
  row: Row,
  input: Pick<EditorFormInput, "locale">,
) => SafeHtml;

const pair = (...inputs: readonly SafeHtml[]) =>
  html`<div class="portal-pair">${inputs}</div>`;

const named: Cells = (common, { isFocused }) =>
  html`${pair(
    textInput({ ...common("name-de"), isFocused }),
    textInput(common("name-en")),
  )}
  ${textInput(common("url"))}`;

const purposes = (common: Common) =>
  pair(textInput(common("for-de")), textInput(common("for-en")));

function oneCode(group: CodeGroup, column: string): Cells {
  return (common, _row, { locale }) => {
    const cell = common(column);
    return select({
      ...cell,
      options: codeOptions(group, cell.value, locale),
      emptyLabel: editorTexts(locale)("option.none"),
      isLong: group === "sdgAreas",
    });
  };
}

const cellsOf: Readonly<Record<RowGroup, Cells>> = {
  fees: (common, { isFocused }) => {
    const advance = common("inAdvance");
    return html`${textInput({ ...common("amount"), isFocused, width: 20 })}
    ${purposes(common)}
    ${checkbox({ ...advance, value: "ja", isChecked: advance.value === "ja" })}`;
  },
  deadlines: (common, { isFocused }) =>
    html`${textInput({ ...common("period"), isFocused, width: 20 })}
    ${purposes(common)}`,
  onlineServices: (common, row, input) => {
    const { locale } = input;
    const emptyLabel = editorTexts(locale)("option.none");
    return html`${named(common, row, input)}
    ${pair(
      select({
        ...common("assuranceLevel"),
        options: levelOptions(locale),
        emptyLabel,
      }),
      select({
        ...common("onlineMaturity"),
        options: maturityOptions(locale),
        emptyLabel,
      }),
    )}`;
  },
  forms: named,
  signLanguageVideos: named,
  typing: oneCode("typing", "type"),
  sdgAreas: oneCode("sdgAreas", "area"),
};
