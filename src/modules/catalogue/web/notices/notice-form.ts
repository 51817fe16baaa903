import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { radios } from "../../../../ui/radios.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import {
  noticeKinds,
  noticePlaces,
  type Notice,
} from "../../domain/notices/notice.ts";
import {
  longestBody,
  longestTitle,
  noticeFields,
  type NoticeFaults,
  type NoticeField,
  type TypedNotice,
} from "../../domain/notices/typed-notice.ts";
import { noticeTexts } from "../../i18n/texts.ts";
import { noticeBox } from "./notice-banner.ts";
import type { NoticeDesk } from "./notice-desk.ts";

/** Names of the inputs. */
export const noticeInputs: Readonly<Record<NoticeField, string>> = {
  kind: "art",
  title: "titel",
  body: "text",
  titleEn: "titel-en",
  bodyEn: "text-en",
  place: "seiten",
  fromDay: "von-tag",
  fromTime: "von-zeit",
  untilDay: "bis-tag",
  untilTime: "bis-zeit",
};

export type NoticeForm = {
  readonly desk: NoticeDesk;
  readonly locale: Locale;
  readonly title: string;
  /** Where the form is sent. */
  readonly action: string;
  /** Id of a new notice, so that the same form sent twice is one. */
  readonly newId?: string;
  readonly typed: TypedNotice;
  readonly isInCommunes: boolean;
  /** Whether there are authorities below to show it. */
  readonly hasCommunes: boolean;
  readonly faults: NoticeFaults;
  /** Shown as everybody would see it. */
  readonly preview?: Notice | undefined;
};

/** One notice to write, look at and post. */
export function noticeFormPage(form: NoticeForm): SafeHtml {
  const { locale, title, faults, preview } = form;
  const t = noticeTexts(locale);
  const errors = noticeFields.flatMap((field) => {
    const text = errorOf(field, form);
    return text === undefined ? [] : [{ fieldId: noticeInputs[field], text }];
  });
  return html`${breadcrumb({
      parents: [{ label: t("notices.title"), href: form.desk.path }],
      current: title,
      locale,
    })}
    ${errorSummary({ errors, locale })} ${pageHeading({ title })}
    ${preview && previewOf(preview, locale)}
    <form method="post" action="${form.action}">
      ${form.newId !== undefined && html`<input type="hidden" name="id" value="${form.newId}" />`}
      ${choices(form)} ${words(form)} ${times(form)}
      ${buttonRow(
        button({ label: t("form.save"), name: "aktion", value: "speichern" }),
        button({
          label: t("form.preview"),
          name: "aktion",
          value: "vorschau",
          variant: "secondary",
        }),
      )}
    </form>
    ${Object.keys(faults).length === 0 && html`<p class="portal-muted">${t("form.at-once")}</p>`}`;
}

/** In both languages, as it will stand on the pages. */
function previewOf(notice: Notice, locale: Locale): SafeHtml {
  const t = noticeTexts(locale);
  const boxes = (["de", "en"] as const).map(
    (language) =>
      html`<h3 class="kern-heading-small">${t(`preview.${language}`)}</h3>
        <div class="portal-notices" lang="${language}">
          ${noticeBox(notice, language)}
        </div>`,
  );
  return html`<p class="kern-sr-only" role="status">${t("preview.said")}</p>
    ${section({ title: t("preview.title"), body: html`${boxes}` })}`;
}

function choices(form: NoticeForm): SafeHtml {
  const { locale, typed, desk } = form;
  const t = noticeTexts(locale);
  return html`${radios({
    name: noticeInputs.kind,
    label: t("form.kind"),
    value: typed.kind,
    options: noticeKinds.map((kind) => ({
      value: kind,
      label: t(`kind.${kind}`),
      hint: t(
        desk.kind === "installation" && kind === "info"
          ? "kind.info.hint.installation"
          : `kind.${kind}.hint`,
      ),
    })),
    locale,
  })}
  ${radios({
    name: noticeInputs.place,
    label: t("form.place"),
    value: typed.place,
    options: noticePlaces.map((place) => ({
      value: place,
      label: t(`place.${place}`),
    })),
    locale,
  })}
  ${
    form.hasCommunes &&
    checkbox({
      name: "orte",
      label: t("form.communes"),
      isChecked: form.isInCommunes,
      locale,
    })
  }`;
}

function words(form: NoticeForm): SafeHtml {
  return html`${line("title", form)} ${block("body", form)}
  ${line("titleEn", form)} ${block("bodyEn", form)}`;
}

function times(form: NoticeForm): SafeHtml {
  return html`${line("fromDay", form)} ${line("fromTime", form)}
  ${line("untilDay", form)} ${line("untilTime", form)}`;
}

type Line =
  | "title"
  | "titleEn"
  | "fromDay"
  | "fromTime"
  | "untilDay"
  | "untilTime";

function line(field: Line, form: NoticeForm): SafeHtml {
  const { locale, typed } = form;
  const t = noticeTexts(locale);
  const isTitle = field === "title" || field === "titleEn";
  return textInput({
    name: noticeInputs[field],
    label: t(`form.${field}`),
    hint: isTitle ? undefined : t(`form.${field}.hint`),
    value: typed[field],
    error: errorOf(field, form),
    isOptional: field !== "title",
    ...(isTitle ? {} : { width: 10 as const }),
    locale,
  });
}

function block(field: "body" | "bodyEn", form: NoticeForm): SafeHtml {
  const t = noticeTexts(form.locale);
  return textarea({
    name: noticeInputs[field],
    label: t(`form.${field}`),
    hint: t(`form.${field}.hint`),
    value: form.typed[field],
    rows: 4,
    error: errorOf(field, form),
    isOptional: field !== "body",
    locale: form.locale,
  });
}

function errorOf(
  field: NoticeField,
  { faults, locale }: NoticeForm,
): string | undefined {
  const fault = faults[field];
  if (fault === undefined) return undefined;
  const t = noticeTexts(locale);
  const isTitle = field === "title" || field === "titleEn";
  if (fault === "too-long")
    return t("fault.too-long", { max: isTitle ? longestTitle : longestBody });
  return t(`fault.${fault === "missing" ? missingOf(field) : fault}`);
}

function missingOf(
  field: NoticeField,
): "title-missing" | "body-missing" | "day-missing" {
  if (field === "fromDay" || field === "untilDay") return "day-missing";
  return field === "title" || field === "titleEn"
    ? "title-missing"
    : "body-missing";
}
