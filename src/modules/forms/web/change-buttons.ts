import type { HtmlValue, SafeHtml } from "../../../platform/html/html.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import {
  elementPath,
  maxOccurrences,
  occurrencePath,
} from "../domain/answers.ts";
import { actionField, addButtonId } from "../domain/apply-action.ts";
import type { FormElement } from "../domain/form-definition.ts";
import { formsTexts } from "../i18n/texts.ts";
import type { Place } from "./place.ts";

/** One more of what repeats, as long as the form allows. */
export function addButton(
  element: FormElement,
  place: Place,
  shown: number,
): HtmlValue {
  if (shown >= (element.cardinality.max ?? maxOccurrences)) return undefined;
  const path = elementPath(place.parent, element.key);
  return button({
    id: addButtonId(path),
    label: formsTexts(place.locale)(
      shown === 0 ? "action.add" : "action.add-another",
      { label: element.label },
    ),
    variant: "secondary",
    icon: "add",
    name: actionField,
    value: `add:${path}`,
  });
}

type Position = { readonly index: number; readonly shown: number };

/** Order counts in many lists (children by age, drivers): each occurrence can change places and, where the form allows, be removed. */
export function changeButtons(
  element: FormElement,
  place: Place,
  { index, shown }: Position,
): HtmlValue {
  const kept = Math.max(
    element.cardinality.min,
    element.kind === "field" ? 1 : 0,
  );
  const buttons = [
    index > 0 && changeButton("up", element, { place, index }),
    index < shown - 1 && changeButton("down", element, { place, index }),
    shown > kept && changeButton("remove", element, { place, index }),
  ].filter((each) => each !== false);
  return buttons.length > 0 && buttonRow(...buttons);
}

const changeIcons = {
  up: "arrow-up",
  down: "arrow-down",
  remove: "delete",
} as const;

function changeButton(
  verb: keyof typeof changeIcons,
  element: FormElement,
  { place, index }: { readonly place: Place; readonly index: number },
): SafeHtml {
  return button({
    label: formsTexts(place.locale)(`action.${verb}`, {
      label: element.label,
      number: index + 1,
    }),
    variant: "tertiary",
    icon: changeIcons[verb],
    name: actionField,
    value: `${verb}:${occurrencePath(place.parent, element.key, index)}`,
  });
}
