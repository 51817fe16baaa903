import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { button } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import type { FormGroup } from "../../domain/form-definition.ts";
import { findElement } from "../../domain/overlay/element-paths.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Name of the buttons that move something; the value is `up <key>` or `down <key>`. */
export const moveField = "verschieben";

/** The elements of a group in their order, each with buttons to move it. */
export function orderSection(
  {
    form,
    path,
    locale,
  }: {
    readonly form: OpenedForm;
    readonly path: string;
    readonly locale: Locale;
  },
  inherited: FormGroup,
): SafeHtml {
  const t = editorTexts(locale);
  const shown = findElement(
    form.definition.pages.flatMap(({ elements }) => elements),
    path,
  );
  const { elements } = shown?.kind === "group" ? shown : inherited;
  return section({
    title: t("order.title"),
    body: html`<form
      method="post"
      action="${editorPaths.elementOrder(form.definition.key, path)}"
    >
      ${seenVersionField(form)}
      <ol class="portal-order">
        ${elements.map(
          ({ key, label }, index) =>
            html`<li>
              <span>${label}</span>
              ${moveButtons({ key, label, index, count: elements.length, locale })}
            </li>`,
        )}
      </ol>
    </form>`,
  });
}

export type MoveButtonsProps = {
  readonly key: string;
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly locale: Locale;
};

/** Up and down; the first cannot go up, the last not down. */
export function moveButtons({
  key,
  label,
  index,
  count,
  locale,
}: MoveButtonsProps): SafeHtml {
  const t = editorTexts(locale);
  const move = (direction: "up" | "down") =>
    button({
      label: t(`order.${direction}`),
      context: label,
      variant: "tertiary",
      name: moveField,
      value: `${direction} ${key}`,
    });
  return html`<span class="portal-order__buttons"
    >${index > 0 && move("up")}${index < count - 1 && move("down")}</span
  >`;
}

/** The keys after a move; as they were when nothing was to be moved. */
export function moved(
  keys: readonly string[],
  move: string | null,
): readonly string[] {
  const [direction, key = ""] = (move ?? "").split(" ");
  const from = keys.indexOf(key);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = keys[to];
  if (from < 0 || other === undefined) return keys;
  return keys.map((each, index) => {
    if (index === from) return other;
    return index === to ? key : each;
  });
}
