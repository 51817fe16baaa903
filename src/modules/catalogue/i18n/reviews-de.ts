/** Texts of the rules of an authority for its editors, and of looking at Leistungen again. */
export const reviewsDe = {
  "list.kind.due": "Zu prüfen",
  "list.kind.overdue": "Prüfung überfällig",
  "state.due": "zu prüfen bis {date}",
  "review.title": "Prüfung",
  "review.none":
    "Für diese Leistung ist kein Tag vorgesehen, an dem jemand ihre Texte prüft.",
  "review.chosen": "Jemand soll die Texte bis zum {date} prüfen.",
  "review.counted":
    "Jemand soll die Texte bis zum {date} prüfen. Der Tag zählt ab der letzten Veröffentlichung oder Prüfung.",
  "review.due": "Bitte prüfen: Der Tag dafür war der {date}",
  "review.due.body":
    "Stimmt noch alles? Dann wählen Sie unten „Geprüft, nichts zu ändern“. Sonst ändern Sie die Texte und veröffentlichen Sie sie.",
  "label.pruefen-bis": "Prüfen bis",
  "hint.pruefen-bis":
    "Zum Beispiel 1.9.2027. An diesem Tag bekommt die Redaktion eine E-Mail. Leer heißt: kein Tag.",
  "fault.past-day":
    "Wählen Sie für „{field}“ heute oder einen Tag, der noch kommt.",
  "review.save": "Tag speichern",
  "review.confirm.body":
    "Sie haben alle Texte gelesen und sie stimmen? Der nächste Tag ist dann der {date}. Ihr Name steht bei den Fassungen.",
  "review.confirm": "Geprüft, nichts zu ändern",
  "done.review-set": "Tag der Prüfung gespeichert",
  "done.review-confirmed": "Prüfung vermerkt",
  "review.outdated":
    "Nicht vermerkt: Inzwischen hat jemand eine neue Fassung veröffentlicht. Bitte lesen Sie diese.",
  "versions.checked": "Geprüft und nichts geändert am {date}.",
  "versions.checked.by": "Geprüft und nichts geändert von {name} am {date}.",
  "rules.title": "Regeln für die Redaktion",
  "rules.lead":
    "Sie gelten für alle, die Leistungen dieses Portals bearbeiten.",
  "rules.review": "Texte regelmäßig prüfen",
  "rules.review.body":
    "Jede Leistung, die hier geschrieben oder geändert wurde, bekommt einen Tag, bis zu dem jemand sie prüft. Ist er da, bekommt die Redaktion eine E-Mail mit allen Leistungen, die dran sind. Einzelne Leistungen können einen eigenen Tag haben.",
  "rules.review.months": "Prüfen nach der letzten Veröffentlichung",
  "rules.review.never": "Nicht von selbst",
  "rules.review.after": "nach {months} Monaten",
  "rules.review.error": "Wählen Sie einen Abstand aus der Liste.",
  "rules.save": "Regeln speichern",
  "rules.saved": "Regeln gespeichert",
  "mail.reviews.purpose":
    "Für die Redaktion: welche Leistungen zu prüfen sind, höchstens einmal am Tag",
  "mail.reviews.subject": "Leistungen sind zu prüfen",
  "mail.reviews.text": `Guten Tag,

diese Leistungen sind zu prüfen:

{titles}

Zusammen mit denen der nächsten 30 Tage sind es {count}. Alle finden Sie hier:
{url}
`,
} as const;
