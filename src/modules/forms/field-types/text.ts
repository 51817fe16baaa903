import { textarea } from "../../../ui/textarea.ts";
import { defineTextType, renderTextInput } from "./text-field.ts";
import { textSamples } from "./text-samples.ts";

/** Any text, in one line or several. */
export const text = defineTextType({
  errors: { de: {}, en: {} },
  render: (field, control) =>
    field.multiline
      ? textarea({ ...control.props, value: control.value })
      : renderTextInput(field, control),
  samples: textSamples,
});
