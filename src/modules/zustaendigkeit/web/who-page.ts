import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { addressOfPortal, type Portal } from "../../tenants/index.ts";
import { zustaendigkeitTexts } from "../i18n/texts.ts";
import type { Responsible } from "../use-cases/find-responsible.ts";
import { needsInWords } from "./trial.ts";

/** What somebody asks. */
export type Asked = {
  readonly about: string;
  readonly postcode: string;
  readonly town: string;
};

/** What came out. */
export type WhoAnswer =
  | { readonly kind: "not-asked" }
  | { readonly kind: "no-leistung" }
  | { readonly kind: "place-unknown" }
  | { readonly kind: "nobody" }
  /** Several could be meant. */
  | {
      readonly kind: "choose";
      readonly leistungen: readonly { slug: string; title: string }[];
    }
  | {
      readonly kind: "found";
      readonly responsible: Responsible;
      readonly contact: Portal["contact"];
    };

export const whoPath = "/zustaendig";

/** Who is responsible for a Leistung at a place, for everybody. */
export function whoPage(
  request: PortalRequest,
  { asked, answer }: { readonly asked: Asked; readonly answer: WhoAnswer },
): Page {
  const { locale } = request;
  const t = zustaendigkeitTexts(locale);
  return page({
    title: t("who.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("who.title"), lead: t("who.lead") })}
      ${answerOf(request, asked, answer)}
      <form method="get" action="${whoPath}">
        ${textInput({
          name: "leistung",
          label: t("who.leistung"),
          hint: t("who.leistung.hint"),
          value: asked.about,
          autocomplete: "off",
          locale,
        })}
        ${textInput({
          name: "plz",
          label: t("try.postcode"),
          value: asked.postcode,
          autocomplete: "postal-code",
          inputMode: "numeric",
          width: 6,
          isOptional: true,
          locale,
        })}
        ${textInput({
          name: "ort",
          label: t("try.town"),
          value: asked.town,
          autocomplete: "address-level2",
          isOptional: true,
          locale,
        })}
        ${button({ label: t("who.button") })}
      </form>`,
  });
}

function answerOf(
  request: PortalRequest,
  asked: Asked,
  answer: WhoAnswer,
): SafeHtml | false {
  const t = zustaendigkeitTexts(request.locale);
  switch (answer.kind) {
    case "not-asked":
      return false;
    case "no-leistung":
      return warning(t("who.none"), t("who.none.body"));
    case "place-unknown":
      return warning(t("who.place-unknown"), t("who.place-unknown.body"));
    case "nobody":
      return warning(t("try.nobody"), t("try.nobody.body"));
    case "choose":
      return section({
        title: t("who.choose"),
        body: html`<ul>
          ${answer.leistungen.map(
            ({ slug, title }) =>
              html`<li lang="de">${link(againWith(asked, slug), title)}</li>`,
          )}
        </ul>`,
      });
    case "found":
      return found(request, answer);
  }
}

const warning = (title: string, body: string): SafeHtml =>
  alert({ kind: "warning", title, body });

function againWith({ postcode, town }: Asked, slug: string): string {
  const query = new URLSearchParams([
    ["leistung", slug],
    ["plz", postcode],
    ["ort", town],
  ]);
  return `${whoPath}?${query.toString()}`;
}

function found(
  { baseUrl, locale, portal }: PortalRequest,
  { responsible, contact }: Extract<WhoAnswer, { readonly kind: "found" }>,
): SafeHtml {
  const { authority, leistungSlug, leistungTitle, needs } = responsible;
  const t = zustaendigkeitTexts(locale);
  const origin =
    authority.tenantId === portal.tenantId
      ? ""
      : addressOfPortal(baseUrl, portal, authority);
  return section({
    title: t("who.result", { authority: authority.name }),
    body: html`${contactRows({ name: authority.name, contact }, locale)}
      ${
        needs.length > 0 &&
        html`<p class="kern-body">
          ${t("who.needs", { needs: needsInWords(needs, locale) })}
        </p>`
      }
      <p>
        ${linkButton({
          label: t("who.leistung.link", { title: leistungTitle }),
          href: `${origin}/leistungen/${leistungSlug}`,
          icon: "arrow-forward",
        })}
      </p>`,
  });
}
