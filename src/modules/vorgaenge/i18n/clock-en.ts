import type { clockDe } from "./clock-de.ts";

export const clockEn: Record<keyof typeof clockDe, string> = {
  "due.term": "Due",
  "due.in-time": "by {day}",
  "due.soon": "soon: {day}",
  "due.late": "overdue since {day}",
  "due.stopped": "on hold since {day}",
  "clock.title": "Time limits",
  "clock.started": "Runs from the day after",
  "clock.stopped": "On hold since",
  "clock.ended": "Ended on",
  "clock.target": "Our aim",
  "clock.last-day": "Limit set by law",
  "clock.last-day.plain": "{day} ({law})",
  "clock.last-day.silence":
    "{day} ({law}). Without a decision the application then counts as granted.",
  "clock.change": "Change the time limit",
  "clock.change.label": "What should happen to the time limit?",
  "clock.period-stopped": "Put on hold",
  "clock.period-continued": "Let it run on",
  "clock.period-restarted":
    "Let it begin again, for example because everything is there now",
  "clock.period-extended": "Extend the limit set by law (possible once)",
  "clock.until": "New last day, if you extend",
  "clock.note.hint":
    "Needed if you put it on hold or extend it: give the reason. The person gets the text.",
  "clock.period-step-missing": "Choose what should happen to the time limit.",
  "clock.until-day-invalid": "Enter a day after the present last day.",
  "clock.note-missing": "Write why the time limit changes.",

  "clocks.title": "Time limits and names of steps",
  "clocks.lead":
    "Say for each service how fast you want to decide, which limit a law sets and what the steps are called. Applicants see this on their status page.",
  "clocks.none.title": "No services yet",
  "clocks.none.body":
    "As soon as your portal offers services you can set time limits here.",
  "clocks.leistung": "Service",
  "clocks.target": "Aim",
  "clocks.target.days": "{count} working days",
  "clocks.period": "Limit set by law",
  "clocks.usual": "How long it took",
  "clocks.usual.days": "{fast} to {slow} days ({cases} cases)",
  "clocks.usual.none": "too few cases yet",
  "clocks.back": "All services",
  "clocks.edit.error-title": "Error: {title}",
  "clocks.target.label": "How many working days do you want to need at most?",
  "clocks.target.hint":
    "Optional. Counted from receipt, without weekends, holidays and the time of a question to the applicant.",
  "clocks.period.label": "Does a law set a limit?",
  "clocks.period.none": "No",
  "clocks.period.days": "Yes, in days",
  "clocks.period.weeks": "Yes, in weeks",
  "clocks.period.months": "Yes, in months",
  "clocks.count.label": "Length of the limit set by law",
  "clocks.count.days": "{count} days",
  "clocks.count.weeks": "{count} weeks",
  "clocks.count.months": "{count} months",
  "clocks.law.label": "Provision",
  "clocks.law.hint": "For example: § 42a Absatz 2 VwVfG",
  "clocks.silence.label":
    "Without a decision the application counts as granted after the limit (§ 42a VwVfG)",
  "clocks.silence.hint":
    "Tick only if a provision says so for this service. The portal then states the approval itself and tells the applicant.",
  "clocks.question.label":
    "What happens to the limits while a question is open?",
  "clocks.question.stops": "They are on hold until the answer is there",
  "clocks.question.restarts": "They begin again with the answer",
  "clocks.question.runs-on": "They run on",
  "clocks.warning.label":
    "How many working days before should a case count as urgent?",
  "clocks.similar.label":
    "For how many days back should a case show other applications by the same person?",
  "clocks.similar.hint":
    "These are applications for this service and for others with the same service key. Empty: {days} days. 0: the portal does not look.",
  "clocks.names.title": "Names of steps",
  "clocks.names.lead":
    "Optional. What is left empty is called as usual. Applicants see these names. Who reads the pages in English sees the English name; without it the German one.",
  "clocks.name.english": "{name}, in English",
  "clocks.save": "Save",
  "clocks.saved.title": "Saved",
  "clocks.saved.body":
    "The time limits of open cases are computed anew now. That takes a few minutes at most.",
  "clocks.target-invalid": "Enter a whole number from 0 to {max}.",
  "clocks.count-invalid": "Enter a whole number from 1 to {max}.",
  "clocks.law-missing": "Name the provision that sets this limit.",
  "clocks.law-too-long": "Shorten it to at most {max} characters.",
  "clocks.silence-without-period":
    "Choose a limit set by law above, after which the application counts as granted.",
  "clocks.warning-invalid": "Enter a whole number from 0 to {max}.",
  "clocks.similar-invalid": "Enter a whole number from 0 to {max}.",
  "clocks.name-too-long": "Shorten it to at most {max} characters.",
  "clocks.name-missing": "Enter the German name too, or clear the English one.",

  "status.named": ", since {date} ({ago})",
  "status.clock.target": "We want to decide by {day}.",
  "status.clock.last-day": "We have to decide by {day} ({law}).",
  "status.clock.last-day.silence":
    "We have to decide by {day} ({law}). Otherwise your application counts as granted.",
  "status.clock.stopped": "The time limit is on hold since {day}.",
  "status.usual":
    "In the last 12 months most of these applications were decided after {fast} to {slow} days.",
  "status.usual.one":
    "In the last 12 months most of these applications were decided after {slow} days.",
};
