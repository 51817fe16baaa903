import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Label } from "../domain/label.ts";

/** A label as word with colour. */
export function labelChip({
  name,
  colour,
}: Pick<Label, "name" | "colour">): SafeHtml {
  return html`<span class="portal-label portal-label--${colour}"
    >${name}</span
  >`;
}

/** Labels side by side; nothing where there are none. */
export function labelChips(
  labels: readonly Pick<Label, "name" | "colour">[],
): SafeHtml | false {
  return (
    labels.length > 0 &&
    html`<span class="portal-labels">${labels.map(labelChip)}</span>`
  );
}
