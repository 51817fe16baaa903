import type { ownDataDe } from "./own-data-de.ts";

export const ownDataEn: Record<keyof typeof ownDataDe, string> = {
  "own.title": "Use your details?",
  "own.lead":
    "Your service account knows details that this application needs. We put them in only with your consent.",
  "own.lead.organisation":
    "The service account knows details of the organisation {party} that this application needs. Your own details are not put in.",
  "own.list": "What is put in",
  "own.locked": "This is confirmed. You cannot change it in the application.",
  "own.consent":
    "Your consent counts for this service of this authority, for later applications too, until you withdraw it. You can do so at any time under",
  "own.consent.link": "Consents",
  "own.granted.title": "You have given your consent before",
  "own.granted":
    "If you choose “No, fill in myself”, that counts for this application only: what is entered stays, and you can change it.",
  "own.yes": "Yes, use them",
  "own.no": "No, fill in myself",
  "own.start":
    "After that you can have your details from the service account put in. If you have given your consent for this service before, it happens at once.",
  "own.label": "Use details: {leistung}, {portal}",
  "own.label.party": "Use details of {party}: {leistung}, {portal}",
  "own.wrong.title": "Is a confirmed detail wrong?",
  "own.wrong.source":
    "Have it corrected where it comes from, for example at the citizens’ office. Then prove your identity again: the new detail will stand here.",
  "own.wrong.by-hand":
    "You can also enter your details yourself. Then the authority does not take them as confirmed and may ask for proof. Where a service is possible without signing in, you can also apply as a guest.",
  "own.wrong.guest":
    "This application is possible without signing in, too: sign out and begin it as a guest.",
  "own.wrong.link": "See what is put in, or fill in myself",
  "own.replaced.title": "Confirmed details have changed",
  "own.replaced.body":
    "Your service account now says something else than this application did before. The confirmed detail is sent.",
  "own.replaced.line": "{label}: before “{before}”, now “{now}”. {origin}.",
  "own.changed.title": "A confirmed detail has just changed",
  "own.changed.body":
    "The application has not been sent yet. Check the details below, then send it again.",
  "origin.title": "Where details come from",
  "origin.self": "From the service account, stated by the applicant on {date}",
  "origin.said":
    "From the service account, according to {source}, level “{level}”, on {date}",
  "origin.confirmed": "Confirmed by {source}, level “{level}”, on {date}",
  "origin.counter": "ID card at the counter",
};
