import { html, type SafeHtml } from "../../../platform/html/html.ts";
import {
  page,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { link } from "../../../ui/link.ts";
import { wordsOfAddress } from "../domain/former.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import {
  findNoTopic,
  type NoTopic,
} from "../use-cases/situations/find-no-topic.ts";
import { goneLead, topicLink } from "./gone-page.ts";
import { helpOnPage } from "./help-on-page.ts";
import { situationLists } from "./situation-lists.ts";

/** The portal shows no topic at this address: 410 where there was one, else 404; either way with the search and the topics that there are. */
export async function showNoTopic(
  request: PortalRequest,
  address: string,
): Promise<Reply> {
  const { context, portal, locale } = request;
  const found = await findNoTopic(context, address);
  const { former } = found;
  const t = catalogueTexts(locale);
  const title = t(former ? "topic.gone" : "topic.unknown");
  return page({
    status: former ? 410 : 404,
    title,
    main: helpOnPage({
      title,
      lead: former
        ? goneLead("topic", former, locale)
        : t("topic.unknown.body"),
      query: former ? (former.told?.title ?? wordsOfAddress(address)) : "",
      more: otherTopics(found, request),
      portal,
      locale,
    }),
    section: "/leistungen",
    scripts: ["leistung-suggestions"],
  });
}

function otherTopics(
  { parent, topics }: NoTopic,
  { locale }: PortalRequest,
): SafeHtml {
  const t = catalogueTexts(locale);
  return html`<p>
      ${parent && html`${topicLink(parent, locale)}<br />`}
      ${link("/leistungen", t("results.empty.all"))}
    </p>
    ${situationLists(topics, locale)}`;
}
