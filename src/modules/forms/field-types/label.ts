import { z } from "zod";
import { html } from "../../../platform/html/html.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { fieldShape } from "./field-shape.ts";
import type { LabelType } from "./field-type.ts";

/** Text to read between the fields. */
export const label: LabelType = {
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("label"),
    content: z.string(),
  }),
  plain: { dataType: "label", content: "…" },
  render: ({ content }) =>
    html`<div class="kern-body portal-form-note">${textBlock(content)}</div>`,
};
