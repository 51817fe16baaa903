import { html } from "../../../platform/html/html.ts";
import { typedText } from "../../../platform/values/typed-text.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { longestRemark } from "../domain/remark.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import { giveFeedback } from "../use-cases/give-feedback.ts";
import { readFeedback } from "../use-cases/read-feedback.ts";
import {
  feedbackFields,
  feedbackForm,
  type FeedbackFormInput,
} from "./feedback-form.ts";
import { feedbackPage } from "./feedback-page.ts";

const section = "/leistungen";

/** What readers say of the pages: the answer, and what the editors see of it. */
export const feedbackRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/leistungen/:name/rueckmeldung",
    audience: "guest",
    handle: receiveFeedback,
  },
  {
    // Where the language is changed on what was refused, or it is loaded again.
    method: "GET",
    path: "/leistungen/:name/rueckmeldung",
    audience: "guest",
    handle: ask,
  },
  {
    method: "GET",
    path: "/leistungen/:name/rueckmeldung/danke",
    audience: "guest",
    handle: thank,
  },
  {
    method: "GET",
    path: "/verwaltung/rueckmeldungen",
    audience: "staff",
    permission: "catalogue.edit",
    handle: showFeedback,
  },
];

async function receiveFeedback(request: PortalRequest): Promise<Reply> {
  const { context, params, fields, locale, clientAddress } = request;
  const t = catalogueTexts(locale);
  const slug = params["name"] ?? "";
  const hasHelped = fields.get(feedbackFields.hasHelped) ?? undefined;
  const remark = typedText(fields.get(feedbackFields.remark) ?? "");
  const form = { slug, locale, hasHelped, remark };
  const errors = {
    hasHelped: isAnswer(hasHelped) ? undefined : t("feedback.choose"),
    remark:
      Array.from(remark).length > longestRemark
        ? t("feedback.too-long", { max: longestRemark })
        : undefined,
  };
  if (errors.hasHelped !== undefined || errors.remark !== undefined)
    return formPage({ ...form, errors }, 422);
  const given = await giveFeedback(context, {
    slug,
    hasHelped: hasHelped === "ja",
    remark,
    clientAddress,
  });
  if (given.ok) return redirect(`/leistungen/${slug}/rueckmeldung/danke`);
  return given.refusal.kind === "leistung-not-found"
    ? showError(404)
    : formPage({ ...form, errors: { hasHelped: t("feedback.too-many") } }, 429);
}

const isAnswer = (text: string | undefined) => text === "ja" || text === "nein";

async function ask({ context, params, locale }: PortalRequest): Promise<Reply> {
  const leistung = await findLeistungBySlug(context, params["name"] ?? "");
  return leistung
    ? formPage({ slug: leistung.slug, locale }, 200)
    : showError(404);
}

/** The form with what was typed, and what to do beside its field. */
function formPage(input: FeedbackFormInput, status: 200 | 422 | 429): Reply {
  const { locale, errors = {} } = input;
  const t = catalogueTexts(locale);
  const summary = [
    { fieldId: feedbackFields.hasHelped, text: errors.hasHelped },
    { fieldId: feedbackFields.remark, text: errors.remark },
  ].flatMap(({ fieldId, text }) =>
    text === undefined ? [] : [{ fieldId, text }],
  );
  const title = t("feedback.title");
  return page({
    status,
    title: status === 200 ? title : t("feedback.error", { title }),
    main: html`${errorSummary({ errors: summary, locale })}
    ${pageHeading({ title })} ${feedbackForm(input)}`,
    section,
    scripts: ["focus-error-summary"],
  });
}

async function thank({
  context,
  params,
  locale,
}: PortalRequest): Promise<Reply> {
  const leistung = await findLeistungBySlug(context, params["name"] ?? "");
  if (!leistung) return showError(404);
  const t = catalogueTexts(locale);
  const title = t("feedback.thanks");
  return page({
    title,
    main: html`${pageHeading({ title, lead: t("feedback.thanks.body") })}
      <p>
        ${linkButton({
          label: t("feedback.back"),
          href: `/leistungen/${leistung.slug}`,
          variant: "secondary",
        })}
      </p>`,
    section,
  });
}

async function showFeedback({
  context,
  locale,
}: PortalRequest): Promise<Reply> {
  const found = await readFeedback(context);
  if (!found.ok) return showError(403);
  return page({
    title: catalogueTexts(locale)("feedback.list.title"),
    main: feedbackPage(found.value, { locale, now: context.now }),
    section: "/verwaltung/rueckmeldungen",
    layout: "wide",
  });
}
