import type { handOverDe } from "./hand-over-de.ts";

export const handOverEn: Record<keyof typeof handOverDe, string> = {
  "event.returned": "Back from another authority",
  "vorgang.other-authority": "Another authority",
  "hand-over.title": "Hand over to another authority",
  "hand-over.open": "Find an authority and hand over",
  "hand-over.lead":
    "Choose the authority that decides on the application. It gets a case of its own with all that the person has sent. The history stays here, to be read but not to be changed.",
  "hand-over.search": "Name or place of the authority",
  "hand-over.search.button": "Search",
  "hand-over.suggested": "Probably responsible",
  "hand-over.suggested.why":
    "These authorities offer the service and are close by.",
  "hand-over.results": "Authorities found",
  "hand-over.nothing": "No authority found. Try a shorter name, or the place.",
  "hand-over.choose": "Choose",
  "hand-over.elsewhere": "The authority is not listed?",
  "hand-over.elsewhere.body":
    "Then pass the application on in your own way, for example as a PDF, and note here to whom. The person reads the text.",
  "hand-over.elsewhere.text": "To whom, and why?",
  "hand-over.elsewhere.submit": "Note the hand-over",
  "hand-over.other": "Choose another authority",
  "hand-over.to": "Hand over to {name}",
  "hand-over.to.lead":
    "The authority gets a case of its own with all that the person has sent. The history stays here, to be read but not to be changed.",
  "hand-over.contact": "Contact",
  "hand-over.loop":
    "This application has been at {name} before. Best find out by telephone who is responsible.",
  "hand-over.trail": "Way of the application",
  "hand-over.here": "{name} (here)",
  "hand-over.reason": "Reason",
  "hand-over.reason.hint":
    "The applicant reads this. Write why this authority is responsible.",
  "hand-over.note": "Note for the other authority",
  "hand-over.note.hint": "The applicant does not see it.",
  "hand-over.notes": "Which internal notes go along?",
  "hand-over.notes.hint": "All other notes stay here.",
  "hand-over.note.entry": "{name}, {date}: {text}",
  "hand-over.preview": "This goes along",
  "hand-over.preview.answers": "Answers in the application",
  "hand-over.preview.corrections": "Corrections",
  "hand-over.preview.files": "Files",
  "hand-over.preview.files.none": "None",
  "hand-over.preview.identity": "Sign-in and representation",
  "hand-over.preview.identity.value":
    "How surely the person is known, by what, and by what right they act for others",
  "hand-over.preview.received": "Received by the first authority",
  "hand-over.preview.reference": "Number",
  "hand-over.preview.stays": "This stays here",
  "hand-over.preview.stays.value":
    "History, messages, labels, links and opinions. Open questions, periods and requests for an opinion end.",
  "hand-over.submit": "Hand over now",
  "hand-over-nobody": "Choose another authority.",
  "hand-over-reason-missing":
    "Write why you hand the application over to this authority.",
  "hand-over-text-too-long": "Shorten the texts to at most {count} characters.",
  "handed-over.title": "Handed over to {name}",
  "handed-over.body":
    "Since {date} {name} has been working on this application. You can read everything here, but change nothing.",
  "handed-over.call-back": "Call back",
  "handed-over.call-back.hint":
    "Possible as long as nobody there has opened the case.",
  "handed-over.touched":
    "It can no longer be called back: {name} has opened the case or passed it to a back-office system. Ask them to hand it back.",
  "handed-over.was": "Was at {name} from {from} until {until}.",
  "arrival.title.handed-over": "Handed over by {name}",
  "arrival.title.fit-connect": "Received by FIT-Connect from {name}",
  "arrival.title.called-back": "Called back from {name}",
  "arrival.at": "Received here on",
  "arrival.first": "First received on",
  "arrival.first.hint":
    "For deadlines of the applicant the first receipt counts. The period for the decision begins with the receipt by the responsible authority.",
  "arrival.reason": "Reason",
  "arrival.note": "Note",
  "arrival.notes": "Notes that came along",
  "arrival.badge": "from {name}",
  "status.moved.title": "Your application is now with: {name}",
  "status.moved.body":
    "We are not responsible and have handed your application over. You need not send anything again. Everything else happens there.",
  "status.moved.link": "To the state of your application at {name}",
  "status.moved.reason": "Reason",
  "status.arrived":
    "{name} handed your application over to us on {date}. The day of receipt is still {first}.",
  "message.handed-over":
    "We have handed your application over to the responsible authority: {name}.\n\nReason: {reason}\n\nYou need not send anything again. The page “State of your application” leads you there.",
  "message.called-back":
    "Your application is with us again: {name}. We go on working on it.",
};
