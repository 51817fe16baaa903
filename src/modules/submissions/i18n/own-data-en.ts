import type { ownDataDe } from "./own-data-de.ts";

export const ownDataEn: Record<keyof typeof ownDataDe, string> = {
  "own-data.title": "Use your details?",
  "own-data.lead":
    "Your service account knows details that this application needs. We put them in only with your consent.",
  "own-data.lead.organisation":
    "The service account knows details of the organisation {party} that this application needs. Your own details are not put in.",
  "own-data.list": "What is put in",
  "own-data.locked":
    "You cannot change confirmed details in the application, but all others.",
  "own-data.free": "You can change these details in the application.",
  "own-data.consent":
    "Your consent counts for this service of this authority, for later applications too, until you withdraw it. You can do so at any time under",
  "own-data.consent.link": "Consents",
  "own-data.granted.title": "You have given your consent before",
  "own-data.granted":
    "If you choose “No, fill in myself”, that counts for this application only: what is entered stays, and you can change it.",
  "own-data.yes": "Yes, use them",
  "own-data.no": "No, fill in myself",
  "own-data.start":
    "After that you can have your details from the service account put in. If you have given your consent for this service before, it happens at once.",
  "own-data.label": "Use details: {leistung}, {portal}",
  "own-data.label.party": "Use details of {party}: {leistung}, {portal}",
  "own-data.wrong.title": "Is a confirmed detail wrong?",
  "own-data.wrong.source":
    "Have it corrected where it comes from, for example at the citizens’ office. Then prove your identity again: the new detail will stand here.",
  "own-data.wrong.by-hand":
    "You can also enter your details yourself. Then the authority does not take them as confirmed and may ask for proof. Where a service is possible without signing in, you can also apply as a guest.",
  "own-data.wrong.guest":
    "This application is possible without signing in, too: sign out and begin it as a guest.",
  "own-data.wrong.link": "See what is put in, or fill in myself",
  "own-data.replaced.title": "Confirmed details have changed",
  "own-data.replaced.body":
    "Your service account now says something else than this application did before. The confirmed detail is sent.",
  "own-data.replaced.line":
    "{label}: before “{before}”, now “{now}”. {origin}.",
  "own-data.changed.title": "A confirmed detail has just changed",
  "own-data.changed.body":
    "The application has not been sent yet. Check the details below, then send it again.",
  "origin.title": "Where details come from",
  "origin.self": "From the service account, stated by the applicant on {date}",
  "origin.said":
    "From the service account, according to {source}, level “{level}”, on {date}",
  "origin.confirmed": "Confirmed by {source}, level “{level}”, on {date}",
  "origin.counter": "ID card at the counter",
};
