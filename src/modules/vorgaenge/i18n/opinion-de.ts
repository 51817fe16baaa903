/** Expert opinions: asking, and being asked. */
export const opinionDe = {
  "opinions.title": "Stellungnahmen",
  "opinions.none": "Es wurde noch niemand um eine Stellungnahme gebeten.",
  "opinions.asked": "Gefragt: {name}, am {date}, Frist bis {due}",
  "opinions.answered": "Antwort von {by}, {authority}, am {date}",
  "opinions.take-back": "Anfrage zurücknehmen",
  "opinions.ask": "Um eine Stellungnahme bitten",
  "opinions.write": "Anfrage schreiben",
  "opinion.state.waiting": "Wartet auf Antwort",
  "opinion.state.overdue": "Überfällig",
  "opinion.state.answered": "Beantwortet",
  "opinion.state.withdrawn": "Zurückgenommen",
  "opinion.who": "Wer soll Stellung nehmen?",
  "opinion.who.authority": "Eine andere Behörde suchen und fragen",
  "opinion.who.team": "Team {name}",
  "opinion.who.former": "Früheres Team oder frühere Person",
  "opinion.question": "Frage",
  "opinion.days": "Frist in Arbeitstagen",
  "opinion.sections": "Welche Angaben soll die Stelle sehen?",
  "opinion.sections.hint":
    "Nur was Sie auswählen, wird gezeigt. Wählen Sie so wenig wie möglich.",
  "opinion.files": "Welche Dateien soll die Stelle sehen?",
  "opinion.submit": "Anfrage senden",
  "opinion-nobody": "Wählen Sie, wer Stellung nehmen soll.",
  "opinion-days": "Geben Sie eine Frist von 1 bis {count} Arbeitstagen an.",
  "opinion-question-missing": "Schreiben Sie, was Sie wissen möchten.",
  "opinion-text-too-long": "Kürzen Sie den Text auf höchstens {count} Zeichen.",
  "opinion-answer-missing": "Schreiben Sie Ihre Stellungnahme.",
  "requests.sent": "Ihre Stellungnahme ist gesendet",
  "requests.title": "Stellungnahmen, um die Sie gebeten sind",
  "requests.none.title": "Niemand wartet auf Ihre Stellungnahme",
  "requests.none.body":
    "Wenn eine Kollegin, ein Team oder eine andere Behörde Sie fragt, steht es hier.",
  "requests.leistung": "Leistung",
  "requests.from": "Von",
  "requests.asked": "Gefragt am",
  "requests.due": "Frist",
  "request.back": "Zu den Stellungnahmen",
  "request.title": "Stellungnahme: {title}",
  "request.question": "Die Frage",
  "request.shown": "Was Sie dazu sehen",
  "request.shown.none": "Es wurden keine Angaben freigegeben.",
  "request.hint":
    "Sie sehen nur, was für die Frage nötig ist. Jeder Zugriff wird protokolliert, und die antragstellende Person kann ihn sehen.",
  "request.answer": "Ihre Stellungnahme",
  "request.files": "Dateien zur Stellungnahme",
  "request.files.hint":
    "Höchstens {count} Dateien, zusammen {size}. Sie liegen dann bei der Stelle, die gefragt hat.",
  "opinion-file.too-large":
    "{filename} ist zu groß. Zusammen sind {size} erlaubt.",
  "opinion-file.no-room":
    "Für {filename} ist kein Platz mehr. Zusammen sind {size} erlaubt.",
  "opinion-file.too-many":
    "{filename} ist zu viel. Sie können höchstens {count} Dateien senden.",
  "opinion-file.type-not-allowed":
    "{filename} hat einen Dateityp, den wir nicht annehmen. Speichern Sie die Datei als PDF.",
  "opinion-file.empty":
    "{filename} ist leer. Wählen Sie die Datei noch einmal.",
  "opinion-file.infected":
    "In {filename} wurde Schadsoftware gefunden. Senden Sie die Stellungnahme ohne diese Datei.",
  "opinion-file.not-scanned":
    "{filename} konnte nicht auf Schadsoftware geprüft werden. Versuchen Sie es später noch einmal.",
  "opinion-file.forgotten":
    "{filename} ist nicht mehr da. Wählen Sie die Datei noch einmal.",
  "request.kept": "Schon angekommen",
  "request.kept.hint":
    "Diese Dateien senden wir mit. Entfernen Sie das Häkchen, wenn eine fehlen soll.",
  "request.submit": "Stellungnahme senden",
};
