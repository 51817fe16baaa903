import { defineTexts } from "../../../platform/i18n/texts.ts";

/** Words of mails and messages. */
export const noticeTexts = defineTexts(
  {
    "office.purpose": "Für Beschäftigte: wenn bald Vorgänge gelöscht werden",
    "office.subject": "Vorgänge zur Löschung angekündigt: {count}",
    "office.text":
      "Guten Tag,\n\nbei {count} abgeschlossenen Vorgängen endet bald die Aufbewahrungsfrist. Sie werden frühestens in 30 Tagen gelöscht.\n\nBitte prüfen Sie bis dahin, ob ein Vorgang länger gebraucht wird (Löschsperre) oder dem Archiv anzubieten ist:\n{url}\n",
    applicant:
      "Ihr Vorgang ist abgeschlossen, und seine Aufbewahrungsfrist endet bald ({basis}). Wir löschen ihn frühestens am {date}: Ihre Angaben, Dateien, Nachrichten und Bescheide, auch hier im Postfach. Was Sie behalten möchten, laden Sie bitte vorher herunter. Kopien, die Sie selbst gespeichert haben, gehören Ihnen und bleiben.",
  },
  {
    "office.purpose": "For staff: when cases will be deleted soon",
    "office.subject": "Cases announced for deletion: {count}",
    "office.text":
      "Hello,\n\nthe retention period of {count} closed cases ends soon. They are deleted in 30 days at the earliest.\n\nPlease check until then whether a case is needed for longer (legal hold) or has to be offered to the archive:\n{url}\n",
    applicant:
      "Your case is closed, and its retention period ends soon ({basis}). We will delete it on {date} at the earliest: your details, files, messages and decisions, here in the mailbox as well. Please download before then what you want to keep. Copies that you have saved yourself are yours and stay.",
  },
);
