import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatDate } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { button } from "../../../../ui/button.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { DraftImpact } from "../../use-cases/draft-impact.ts";
import type { FormUsage } from "../../use-cases/list-form-usage.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { nameSome } from "./name-some.ts";

/** Names of the inputs. */
export const publishFields = {
  version: "fassung",
  replacesDrafts: "entwuerfe-ersetzen",
} as const;

/** Somebody tried to publish it like this, and it cannot be. */
export type Refused = { readonly replacesDrafts: boolean };

export type PublicationProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly usage: FormUsage;
  readonly impact: DraftImpact;
  readonly mayPublish: boolean;
  readonly refused?: Refused | undefined;
};

/** What applicants see now, what publishing would change for them, and the way to do it. */
export function publicationSection(props: PublicationProps): SafeHtml {
  const { form, locale, mayPublish } = props;
  const t = editorTexts(locale);
  const { key } = form.definition;
  const isOwn =
    form.publication !== undefined &&
    form.publication.inheritedFrom === undefined;
  return section({
    title: t("overview.publication"),
    body: html`<p class="kern-body">${publicationState(form, locale)}</p>
      ${changeWords(props)}
      <p class="kern-body">${countWords("overview.impact", props)}</p>
      ${belowWords(props).map((words) => html`<p class="kern-body">${words}</p>`)}
      ${
        mayPublish &&
        html`<form method="post" action="${editorPaths.publish(key)}">
          <input
            type="hidden"
            name="${publishFields.version}"
            value="${form.base.formVersionId}"
          />
          ${replaceDrafts(props)} ${button({ label: t("overview.publish") })}
        </form>`
      }
      ${
        mayPublish &&
        isOwn &&
        html`<form method="post" action="${editorPaths.withdraw(key)}">
          <p class="kern-body">${t("overview.withdraw.hint")}</p>
          ${button({ label: t("overview.withdraw"), variant: "secondary" })}
        </form>`
      }`,
  });
}

/** Pointless before anybody could begin a draft. */
function replaceDrafts(props: PublicationProps): SafeHtml | false {
  const { form, impact, locale, refused } = props;
  if (!form.publication && impact.drafts === 0) return false;
  const t = editorTexts(locale);
  const wasReplacing =
    form.publication?.inheritedFrom === undefined &&
    form.publication?.replacesDrafts === true;
  return checkbox({
    name: publishFields.replacesDrafts,
    label: t("overview.replace"),
    hint: `${t("overview.replace.hint")} ${countWords("overview.replace", props)}`,
    isChecked: refused?.replacesDrafts ?? wasReplacing,
    locale,
  });
}

function publicationState(form: OpenedForm, locale: Locale): string {
  const t = editorTexts(locale);
  const { publication: published } = form;
  if (!published) return t("overview.publication.none");
  const date = formatDate(published.publishedAt, locale);
  return published.inheritedFrom === undefined
    ? t("overview.publication.own", { date })
    : t("overview.publication.inherited", {
        date,
        authority: published.inheritedFrom,
      });
}

function changeWords({ form, impact, locale }: PublicationProps): SafeHtml {
  const t = editorTexts(locale);
  const { publication, definition } = form;
  return html`${
    publication?.replacesDrafts &&
    html`<p class="kern-body">${t("overview.replacing")}</p>`
  }
  ${
    publication &&
    html`<p class="kern-body">
      ${
        impact.isChange
          ? html`${t("overview.change")}
            ${link(editorPaths.section(definition.key, "fassungen"), t("overview.change.link"))}`
          : t("overview.change.none")
      }
    </p>`
  }`;
}

function countWords(
  text: "overview.impact" | "overview.replace",
  { impact: { drafts }, locale }: PublicationProps,
): string {
  const t = editorTexts(locale);
  if (drafts === 0) return t(`${text}.none`);
  return drafts === 1 ? t(`${text}.one`) : t(`${text}.many`, { count: drafts });
}

function belowWords({ usage: { versions }, form, locale }: PublicationProps) {
  const t = editorTexts(locale);
  const [self] = form.line;
  const below = versions
    .flatMap(({ portals }) => portals)
    .filter(({ tenantId }) => tenantId !== self?.tenantId);
  const namesOf = (isOwn: boolean) =>
    below.filter((each) => each.isOwn === isOwn).map(({ name }) => name);
  const following = namesOf(false);
  const keeping = namesOf(true);
  const names = nameSome(following, locale);
  return [
    following.length === 1 && t("overview.below.one", { names }),
    following.length > 1 &&
      t("overview.below", { count: following.length, names }),
    keeping.length > 0 &&
      t("overview.below.own", { names: nameSome(keeping, locale) }),
  ].filter((words) => words !== false);
}
