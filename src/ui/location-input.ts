import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { fieldId, type FieldProps } from "./field.ts";
import { fieldset } from "./fieldset.ts";
import { textarea } from "./textarea.ts";
import { textInput } from "./text-input.ts";

export type LocationInputProps = FieldProps & {
  readonly shape: "point" | "area";
  /** What was typed, or what stands for what was set on the map. */
  readonly words: string;
  readonly coordinates: string;
  readonly texts: {
    readonly words: string;
    readonly coordinates: string;
    readonly coordinatesHint: string;
  };
  /** For the script that puts a map between the two inputs. */
  readonly mapTexts: Readonly<Record<string, string>>;
};

/** A place in words, which is enough for everybody, or as coordinates. The words have the field's id. */
export function locationInput(props: LocationInputProps): SafeHtml {
  const id = fieldId(props);
  const { locale, texts, shape } = props;
  const coordinates = {
    name: `${props.name}-coordinates`,
    label: texts.coordinates,
    hint: texts.coordinatesHint,
    value: props.coordinates,
    locale,
  };
  const map = attributes({
    "data-map": shape,
    "data-map-for": coordinates.name,
    "data-map-texts": JSON.stringify(props.mapTexts),
  });
  return fieldset({
    ...props,
    id,
    body: [
      textInput({
        id,
        name: `${props.name}-words`,
        label: texts.words,
        value: props.words,
        locale,
      }),
      html`<div class="portal-map" ${map}></div>`,
      shape === "area"
        ? textarea({ ...coordinates, rows: 4 })
        : textInput({ ...coordinates, width: 20 }),
    ],
  });
}
