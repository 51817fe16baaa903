import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { button } from "../../../ui/button.ts";
import { actionField, ownDataAction } from "../domain/apply-action.ts";
import { formsTexts } from "../i18n/texts.ts";
import type { Place } from "./place.ts";

/** The button that puts one's own data into a group, and what that is: pressing it is the consent to this one use. */
export function ownDataOffer({ own, parent, locale }: Place): SafeHtml[] {
  const values = own.offers.get(parent);
  if (!values) return [];
  const t = formsTexts(locale);
  return [
    html`<div class="portal-own-data">
      <p class="kern-hint">
        ${t("own.offer.hint", { fields: values.map(({ field }) => field.label).join(", ") })}
      </p>
      ${button({
        label: t("own.offer"),
        variant: "secondary",
        icon: "account-circle",
        name: actionField,
        value: ownDataAction(parent),
      })}
    </div>`,
  ];
}
