/** Asking back in the form, and the answer. */
export const correctionDe = {
  "ask.link": "Um Korrektur oder Nachweis bitten",
  "ask.title": "Um Korrektur oder Nachweis bitten",
  "ask.back": "Zurück zum Vorgang",
  "ask.lead":
    "Kreuzen Sie an, was die Person korrigieren oder nachreichen soll. Sie öffnet dasselbe Formular und kann nur das ändern.",
  "ask.proof": "{label} (Nachweis)",
  "ask.answered": "Bisher: {value}",
  "ask.no-answer": "keine Angabe",
  "ask.item-text.show": "Hinweis zu „{label}“",
  "ask.item-text": "Ihr Hinweis zu „{label}“",
  "ask.text.label": "Ihr Text zu allem",
  "ask.text.hint":
    "Wird mit den Hinweisen oben ins Postfach gelegt. Die E-Mail sagt nur, dass es etwas Neues gibt.",
  "ask.answer-by.label": "Antwort bis",
  "ask.submit": "Frage senden",
  "ask.error.nothing-chosen":
    "Kreuzen Sie mindestens eine Angabe oder einen Nachweis an.",
  "ask.error.day-wrong":
    "Geben Sie den Tag so ein: 31 3 2027. Ohne Frist lassen Sie ihn leer.",
  "ask.error.day-in-past": "Geben Sie einen Tag an, der nicht vorbei ist.",
  "ask.message.lead": "Bitte korrigieren oder ergänzen Sie im Formular:",
  "ask.message.by": "Antworten Sie bitte bis zum {date}.",
  "ask.message.way":
    "Öffnen Sie dazu den Stand Ihres Antrags und wählen Sie „Angaben korrigieren“.",
  "corrections.title": "Korrekturen",
  "corrections.at": "Korrigiert am {at}",
  "correct.title": "Bitte korrigieren Sie Ihre Angaben",
  "correct.body":
    "Sie öffnen dasselbe Formular. Nur diese Angaben können Sie ändern:",
  "correct.by": "Antworten Sie bis {date}.",
  "correct.button": "Angaben korrigieren",
  "correct.gone.title": "Eine Korrektur wird nicht mehr gebraucht",
  "correct.gone.body":
    "Die Behörde wartet nicht mehr darauf. Den jetzigen Stand sehen Sie hier.",
  "similar.title": "Weitere Anträge dieser Person",
  "similar.body":
    "In den letzten {days} Tagen zur selben Leistung gestellt, mit demselben Konto, derselben E-Mail-Adresse oder demselben Namen und Geburtstag:",
  "similar.entry": "{leistung} {reference}, eingegangen am {date}",
};
