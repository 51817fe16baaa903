import { defineTexts } from "../../../platform/i18n/texts.ts";

/** E-mails carry no content, only that there is something, and where. */
const de = {
  "notice.purpose": "Wenn sich der Stand eines Antrags ändert",
  "notice.subject": "Neues zu Ihrem Antrag {reference}",
  "notice.text":
    "Guten Tag,\n\nzu Ihrem Antrag mit der Nummer {reference} gibt es etwas Neues.\n\nHier sehen Sie den Stand:\n{url}\n\nBitte antworten Sie nicht auf diese E-Mail.\n",
  "staff.purpose": "Für Beschäftigte: wenn an einem Vorgang etwas für sie ist",
  "staff.subject": "Für Sie zum Vorgang {reference}",
  "staff.text":
    "Guten Tag,\n\nzum Vorgang {reference} gibt es etwas für Sie.\n\nHier öffnen Sie ihn:\n{url}\n\nBitte antworten Sie nicht auf diese E-Mail.\n",
  "opinion.purpose":
    "Für Beschäftigte: wenn jemand um ihre Stellungnahme bittet",
  "opinion.subject": "Um eine Stellungnahme gebeten",
  "opinion.text":
    "Guten Tag,\n\njemand bittet um Ihre Stellungnahme.\n\nHier öffnen Sie die Anfrage:\n{url}\n\nBitte antworten Sie nicht auf diese E-Mail.\n",
  "due.purpose": "Für Beschäftigte: am Morgen, wenn Fristen ablaufen",
  "due.subject": "Fristen: {late} überfällig, {soon} bald fällig",
  "due.text":
    "Guten Tag,\n\nin Ihren Vorgängen gibt es Fristen:\nüberfällig: {late}\nbald fällig: {soon}\n\nZur Liste:\n{url}\n",
  silence:
    "Über Ihren Antrag wurde nicht bis zum {date} entschieden. Er gilt deshalb als genehmigt ({law}). Sie können verlangen, dass wir Ihnen das schriftlich bescheinigen.",
  "elsewhere.delivered":
    "Ihr Antrag ist angekommen und wird dort bearbeitet: {place}. Sie müssen nichts tun.",
  "elsewhere.rejected":
    "Ihr Antrag konnte noch nicht weitergegeben werden: {place}. Er ist vollständig bei uns gespeichert und gilt als an dem Tag eingegangen, an dem Sie ihn gesendet haben. Wir kümmern uns darum. Sie müssen nichts tun; wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.",
};

const en: Record<keyof typeof de, string> = {
  "notice.purpose": "When the state of an application changes",
  "notice.subject": "News about your application {reference}",
  "notice.text":
    "Hello,\n\nthere is something new about your application number {reference}.\n\nSee its state here:\n{url}\n\nPlease do not reply to this e-mail.\n",
  "staff.purpose": "For staff: when something on a case is meant for them",
  "staff.subject": "Something for you on case {reference}",
  "staff.text":
    "Hello,\n\nthere is something for you on case {reference}.\n\nOpen it here:\n{url}\n\nPlease do not reply to this e-mail.\n",
  "opinion.purpose": "For staff: when somebody asks for their opinion",
  "opinion.subject": "An opinion is asked for",
  "opinion.text":
    "Hello,\n\nsomebody asks for your opinion.\n\nOpen the request here:\n{url}\n\nPlease do not reply to this e-mail.\n",
  "due.purpose": "For staff: in the morning, when deadlines end",
  "due.subject": "Deadlines: {late} overdue, {soon} due soon",
  "due.text":
    "Hello,\n\nsome of your cases have a deadline:\noverdue: {late}\ndue soon: {soon}\n\nTo the list:\n{url}\n",
  silence:
    "Your application was not decided by {date}. It therefore counts as granted ({law}). You may ask us for a written certificate of that.",
  "elsewhere.delivered":
    "Your application has arrived and is being worked on there: {place}. You need not do anything.",
  "elsewhere.rejected":
    "Your application could not be passed on yet: {place}. It is stored with us in full and counts as received on the day you sent it. We are taking care of it. You need not do anything; if we need something from you, we will write to you.",
};

export const noticeTexts = defineTexts(de, en);
