import { defineTexts } from "../../../platform/i18n/texts.ts";

/** E-mails carry no content, only that there is something, and where. */
const de = {
  "notice.subject": "Neues zu Ihrem Antrag {reference}",
  "notice.text":
    "Guten Tag,\n\nzu Ihrem Antrag mit der Nummer {reference} gibt es etwas Neues.\n\n{where}\n\nBitte antworten Sie nicht auf diese E-Mail.\n",
  "notice.where-url": "Hier sehen Sie den Stand:\n{url}",
  "notice.where-link":
    "Öffnen Sie Ihren persönlichen Status-Link. Sie haben ihn nach dem Senden bekommen.",
};

const en: Record<keyof typeof de, string> = {
  "notice.subject": "News about your application {reference}",
  "notice.text":
    "Hello,\n\nthere is something new about your application number {reference}.\n\n{where}\n\nPlease do not reply to this e-mail.\n",
  "notice.where-url": "See its state here:\n{url}",
  "notice.where-link":
    "Open your personal status link. You received it after sending.",
};

export const noticeTexts = defineTexts(de, en);
