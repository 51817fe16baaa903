/** Asking back in the form, and the answer. */
export const correctionEn = {
  "ask.link": "Ask for a correction or proof",
  "ask.title": "Ask for a correction or proof",
  "ask.back": "Back to the case",
  "ask.lead":
    "Tick what the person should correct or add. They open the same form and can change only that.",
  "ask.proof": "{label} (proof)",
  "ask.answered": "So far: {value}",
  "ask.no-answer": "no answer",
  "ask.item-text.show": "Note on “{label}”",
  "ask.item-text": "Your note on “{label}”",
  "ask.text.label": "Your text about all of it",
  "ask.text.hint":
    "Goes to the Postfach with the notes above. The e-mail only says that there is something new.",
  "ask.answer-by.label": "Answer by",
  "ask.submit": "Send the question",
  "ask.error.nothing-chosen": "Tick at least one detail or proof.",
  "ask.error.day-wrong":
    "Enter the day like this: 31 3 2027. Leave it empty if there is no time limit.",
  "ask.error.day-in-past": "Enter a day that is not over.",
  "ask.message.lead": "Please correct or add in the form:",
  "ask.message.by": "Please answer by {date}.",
  "ask.message.way":
    "Open the state of your application and choose “Correct details”.",
  "corrections.title": "Corrections",
  "corrections.at": "Corrected on {at}",
  "correct.title": "Please correct your details",
  "correct.body": "You open the same form. You can change only this:",
  "correct.by": "Answer by {date}.",
  "correct.button": "Correct details",
  "correct.gone.title": "A correction is no longer needed",
  "correct.gone.body":
    "The authority no longer waits for it. Here you see the present state.",
  "similar.title": "More applications by this person",
  "similar.body":
    "Made in the last {days} days for the same service, with the same account, the same e-mail address, or the same name and birthday:",
  "similar.entry": "{leistung} {reference}, received on {date}",
};
