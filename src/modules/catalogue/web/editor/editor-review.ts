import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import { formatDay } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { button } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import type { FormError } from "../../domain/typed/leistung-form.ts";
import { typedDay } from "../../domain/typed/typed-day.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import type { ShownReview } from "../../use-cases/editing/reviews.ts";
import { editPath, inputProps } from "./editor-labels.ts";

type ReviewInput = {
  readonly review?: ShownReview | undefined;
  /** The day as it was typed. */
  readonly reviewDay?: string | undefined;
  readonly errors: readonly FormError[];
  readonly locale: Locale;
};

/** Input of the day of the next look. */
export const reviewField = "pruefen-bis";

/** Says that somebody should look, once the day has come. */
export function reviewNotice({ review, locale }: ReviewInput): HtmlValue {
  const day = review?.review;
  if (!day || day.dueOn > review.today) return undefined;
  const t = editorTexts(locale);
  return alert({
    kind: "warning",
    title: t("review.due", { date: formatDay(day.dueOn, locale) }),
    body: t("review.due.body"),
  });
}

/** When somebody looks again: the day, and the button for who has looked. Apart from the form with the texts. */
export function reviewSection(
  { id, version }: EditedLeistung,
  input: ReviewInput,
): HtmlValue {
  const { review, locale } = input;
  if (!review) return undefined;
  const t = editorTexts(locale);
  return section({
    title: t("review.title"),
    body: html`<p>${stateOf(review, locale)}</p>
      <form method="post" action="${editPath(id)}" novalidate>
        ${dayInput(input, review)}
        ${button({
          label: t("review.save"),
          name: "aktion",
          value: "pruefung-setzen",
          variant: "secondary",
        })}
      </form>
      <p>
        ${t("review.confirm.body", { date: formatDay(review.nextOn, locale) })}
      </p>
      <form method="post" action="${editPath(id)}">
        <input type="hidden" name="fassung" value="${String(version)}" />
        ${button({
          label: t("review.confirm"),
          name: "aktion",
          value: "geprueft",
          variant: "secondary",
        })}
      </form>`,
  });
}

function stateOf({ review }: ShownReview, locale: Locale): string {
  const t = editorTexts(locale);
  if (!review) return t("review.none");
  const date = formatDay(review.dueOn, locale);
  return t(review.isChosen ? "review.chosen" : "review.counted", { date });
}

function dayInput(input: ReviewInput, { review }: ShownReview): SafeHtml {
  return textInput({
    ...inputProps(reviewField, input),
    value: input.reviewDay ?? typedDay(review?.dueOn),
    isOptional: true,
    width: 10,
  });
}
