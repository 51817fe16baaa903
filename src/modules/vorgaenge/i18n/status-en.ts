import type { statusDe } from "./status-de.ts";

export const statusEn: Record<keyof typeof statusDe, string> = {
  "status.back": "To your applications",
  "status.title": "State of your application",
  "status.reference": "Number of your application",
  "status.received": "Received on {date} ({ago})",
  "status.in-progress": "In progress since {date} ({ago})",
  "status.question": "We have a question for you, since {date} ({ago})",
  "status.decided": "Decided on {date} ({ago}): {outcome}",
  "status.withdrawn": "Withdrawn on {date} ({ago})",
  "status.handed-over": "Handed over to another authority on {date} ({ago})",
  "status.closed": "Closed on {date} ({ago})",
  "status.question.title": "Our question",
  "status.next": "What happens next",
  "status.next.received":
    "We are checking your application. You need not do anything now.",
  "status.next.in-progress":
    "We are working on your application. If something is missing we will ask.",
  "status.next.question":
    "Please answer under “Messages”. You can send files there, too. Then we go on with your application.",
  "status.next.decided":
    "Your application has been decided. If you receive a written decision, what it says applies.",
  "status.next.withdrawn":
    "The application is withdrawn. We no longer work on it. You can send a new one at any time.",
  "status.next.handed-over":
    "Another authority decides on your application. The history says which one.",
  "status.next.closed":
    "Your application is closed. There is nothing more to do.",
  "status.duration": "How long it takes:",
  "status.history": "History",
  "status.open.in-progress": "Work on it",
  "status.open.decided": "Decision",
  "status.event.question-asked": "Question for you",
  "status.event.note-to-applicant": "Message for you",
  "status.event.note-from-applicant": "Your message",
  "status.event.answered": "Your answer",
  "status.changed.title": "The state has changed in the meantime",
  "status.changed.body":
    "Your application was not withdrawn. Look at the new state.",
  "status.withdraw.title": "Withdraw the application",
  "status.withdraw.body":
    "You no longer need this service? You can withdraw the application until we have decided.",
  "status.withdraw.link": "Withdraw the application …",
  "withdraw.title": "Do you want to withdraw the application?",
  "withdraw.consequence":
    "We will then stop working on the application “{title}”, number {reference}. You cannot undo this here. Fees already paid may be lost.",
  "withdraw.confirm": "Yes, withdraw the application",
  "withdraw.cancel": "No, go back",
  "status.receipt": "See the receipt",
  "status.contact": "Do you have questions?",
  "status.contact.office": "Office",
  "status.contact.phone": "Phone",
  "status.contact.email": "E-mail",
  "accesses.title": "Who has opened your application",
  "accesses.none": "Nobody has opened your application yet.",
  "accesses.at": "When",
  "accesses.who": "Who",
  "accesses.what": "What",
  "accesses.caseworker": "Caseworker, {authority}",
  "accesses.team-lead": "Team lead, {authority}",
  "accesses.staff": "Member of staff, {authority}",
  "accesses.hint":
    "Every access is in a log that nobody can change. Here you see the last 50.",
  "access.vorgang.opened-for-opinion":
    "opened parts of it for an expert opinion",
  "access.vorgang.file-opened-for-opinion":
    "opened a file for an expert opinion",
  "access.vorgang.opened": "opened the application",
  "access.vorgang.file-opened": "opened an attachment",
  "access.vorgang.pdf-opened": "opened the application as PDF",
  "access.vorgang.answers-exported": "downloaded your answers",
  "status.private":
    "This page opens only with your private link. Do not pass it on.",
};
