import { defineTexts } from "../../../platform/i18n/texts.ts";

const de = {
  "escalation.title": "Was nicht liegen bleiben darf",
  "escalation.lead":
    "Hier sehen Sie, wo Sie eingreifen müssen. Jede Zeile führt zu den Vorgängen oder Aufgaben.",
  "escalation.whose": "Wessen Vorgänge",
  "escalation.all": "Alle",
  "escalation.team": "Mein Team: {team}",
  "escalation.mine": "Meine",
  "escalation.column.list": "Liste",
  "escalation.column.what": "Was das heißt",
  "escalation.column.count": "Anzahl",
  "escalation.late": "Überfällig (Ampel rot)",
  "escalation.late.what": "Der Tag ist vorbei, an dem entschieden sein sollte.",
  "escalation.late-unassigned": "Überfällig und niemandem zugewiesen",
  "escalation.late-unassigned.what": "Weisen Sie diese zuerst zu.",
  "escalation.soon": "Überfällig oder in sieben Tagen fällig",
  "escalation.soon.what": "Fragen Sie nach, ob jemand Hilfe braucht.",
  "escalation.unassigned": "Niemandem zugewiesen",
  "escalation.unassigned.what": "Niemand kümmert sich bisher darum.",
  "escalation.contact": "Person nicht erreicht",
  "escalation.contact.what":
    "Eine E-Mail kam zurück. Jemand muss die Person anders erreichen.",
  "escalation.paper": "Bescheid per Post zu senden",
  "escalation.paper.what":
    "Er wurde im Postfach nicht abgerufen, oder die Person wünscht Papier.",
};

const en: Record<keyof typeof de, string> = {
  "escalation.title": "What must not be left lying",
  "escalation.lead":
    "Here you see where you have to step in. Each row leads to the cases or tasks.",
  "escalation.whose": "Whose cases",
  "escalation.all": "All",
  "escalation.team": "My team: {team}",
  "escalation.mine": "Mine",
  "escalation.column.list": "List",
  "escalation.column.what": "What it means",
  "escalation.column.count": "Number",
  "escalation.late": "Overdue (red light)",
  "escalation.late.what": "The day by which it should be decided is over.",
  "escalation.late-unassigned": "Overdue and assigned to nobody",
  "escalation.late-unassigned.what": "Assign these first.",
  "escalation.soon": "Overdue or due within seven days",
  "escalation.soon.what": "Ask whether somebody needs help.",
  "escalation.unassigned": "Assigned to nobody",
  "escalation.unassigned.what": "Nobody takes care of these yet.",
  "escalation.contact": "Person not reached",
  "escalation.contact.what":
    "An e-mail came back. Somebody has to reach the person otherwise.",
  "escalation.paper": "Decision to be sent by post",
  "escalation.paper.what":
    "It was not retrieved from the mailbox, or the person wishes paper.",
};

/** Texts of the page for who leads. */
export const escalationTexts = defineTexts(de, en);
