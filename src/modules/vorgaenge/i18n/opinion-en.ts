import type { opinionDe } from "./opinion-de.ts";

export const opinionEn: Record<keyof typeof opinionDe, string> = {
  "opinions.title": "Expert opinions",
  "opinions.none": "Nobody has been asked for an opinion yet.",
  "opinions.asked": "Asked: {name}, on {date}, to answer by {due}",
  "opinions.answered": "Answer of {by}, {authority}, on {date}",
  "opinions.take-back": "Take the request back",
  "opinions.ask": "Ask for an opinion",
  "opinions.write": "Write a request",
  "opinion.state.waiting": "Waiting for an answer",
  "opinion.state.overdue": "Overdue",
  "opinion.state.answered": "Answered",
  "opinion.state.withdrawn": "Taken back",
  "opinion.who": "Who should give an opinion?",
  "opinion.who.authority": "Find another authority and ask it",
  "opinion.who.team": "Team {name}",
  "opinion.who.former": "Former team or person",
  "opinion.question": "Question",
  "opinion.days": "Working days to answer in",
  "opinion.sections": "Which answers should they see?",
  "opinion.sections.hint":
    "Only what you choose is shown. Choose as little as possible.",
  "opinion.files": "Which files should they see?",
  "opinion.submit": "Send the request",
  "opinion-nobody": "Choose who should give an opinion.",
  "opinion-days": "Give a term of 1 to {count} working days.",
  "opinion-question-missing": "Write what you want to know.",
  "opinion-text-too-long": "Shorten the text to at most {count} characters.",
  "opinion-answer-missing": "Write your opinion.",
  "requests.sent": "Your opinion has been sent",
  "requests.title": "Opinions you are asked for",
  "requests.none.title": "Nobody is waiting for your opinion",
  "requests.none.body":
    "When a colleague, a team or another authority asks you, it appears here.",
  "requests.leistung": "Service",
  "requests.from": "From",
  "requests.asked": "Asked on",
  "requests.due": "Answer by",
  "request.back": "To the opinions",
  "request.title": "Opinion: {title}",
  "request.question": "The question",
  "request.shown": "What you see for it",
  "request.shown.none": "No answers were shown to you.",
  "request.hint":
    "You see only what the question needs. Every access is recorded, and the applicant can see it.",
  "request.answer": "Your opinion",
  "request.files": "Files of the opinion",
  "request.files.hint":
    "At most {count} files, {size} together. They then lie with the office that asked.",
  "opinion-file.too-large":
    "{filename} is too large. {size} are allowed together.",
  "opinion-file.no-room":
    "There is no room for {filename}. {size} are allowed together.",
  "opinion-file.too-many":
    "{filename} is too many. You can send at most {count} files.",
  "opinion-file.type-not-allowed":
    "{filename} has a type that we do not take. Save the file as a PDF.",
  "opinion-file.empty": "{filename} is empty. Choose the file once more.",
  "opinion-file.infected":
    "Malware was found in {filename}. Send the opinion without this file.",
  "opinion-file.not-scanned":
    "{filename} could not be checked for malware. Try again later.",
  "opinion-file.forgotten":
    "{filename} is not there any more. Choose the file once more.",
  "request.kept": "Already received",
  "request.kept.hint":
    "We send these files too. Remove the tick if one should be left out.",
  "request.submit": "Send the opinion",
};
