/** Texts of drafts of Leistungen. */
export const draftsDe = {
  "list.kind.draft": "Mit Entwurf",
  "state.draft": "nicht veröffentlichte Änderungen",
  "draft.title": "Nicht veröffentlichte Änderungen",
  "draft.body":
    "Sie sehen den Entwurf vom {date}. Auf der öffentlichen Seite steht noch Fassung {version}.",
  "draft.body.by":
    "Sie sehen den Entwurf von {name} vom {date}. Auf der öffentlichen Seite steht noch Fassung {version}.",
  "draft.changes": "Das ist im Entwurf anders",
  "draft.save": "Entwurf speichern",
  "draft.discard": "Entwurf verwerfen",
  "draft.discard.body":
    "Alle nicht veröffentlichten Änderungen gehen dann verloren. Die öffentliche Seite bleibt, wie sie ist.",
  "draft.auto":
    "Ihre Eingaben werden von selbst als Entwurf gespeichert. Öffentlich werden sie erst, wenn Sie veröffentlichen.",
  "draft.saved-at": "Gespeichert um {time}",
  "draft.not-saved":
    "Nicht gespeichert. Ihre Eingaben stehen noch hier. Wählen Sie „Entwurf speichern“.",
  "draft.other-saved":
    "Inzwischen hat jemand anderes diesen Entwurf gespeichert. Ihre Eingaben stehen noch hier. Wählen Sie „Entwurf speichern“, um beides zu verbinden.",
  "done.draft-saved": "Entwurf gespeichert",
  "done.draft-discarded": "Entwurf verworfen",
  "draft.conflict.title": "Inzwischen hat jemand diesen Entwurf gespeichert",
  "draft.conflict.by": "Gespeichert von {name} am {date}.",
  "draft.conflict.body":
    "Ihre Eingaben stehen noch hier. Was Sie nicht angefasst haben, ist schon auf dem neuen Stand. Prüfen Sie die Felder und speichern oder veröffentlichen Sie noch einmal.",
  "list.kind.planned": "Geplante",
  "state.planned": "wird am {date} veröffentlicht",
  "plan.title": "Geplant für {date}",
  "plan.body":
    "Sie sehen, was dann veröffentlicht wird. Was Sie jetzt noch ändern, gehört nicht dazu: Nehmen Sie dafür die Planung zurück. Wenn Sie sofort veröffentlichen, entfällt die Planung.",
  "plan.body.draft":
    "Sie sehen einen Entwurf, der später begonnen wurde. Er gehört nicht dazu. Wenn Sie sofort veröffentlichen, entfällt die Planung.",
  "plan.take-back": "Planung zurücknehmen",
  "plan.take-back.body":
    "Nichts geht verloren: Die Texte werden wieder zum Entwurf.",
  "plan.later": "Später veröffentlichen",
  "plan.later.body":
    "Die Texte werden zum gewählten Zeitpunkt von selbst veröffentlicht. Bis dahin sieht sie nur die Redaktion. Eine verborgene Leistung bleibt verborgen.",
  "plan.act": "Zu diesem Zeitpunkt veröffentlichen",
  "label.plan-tag": "Tag",
  "hint.plan-tag": "Zum Beispiel 1.9.2027.",
  "label.plan-zeit": "Uhrzeit",
  "hint.plan-zeit": "Zum Beispiel 8:00. Es gilt die Zeit in Deutschland.",
  "fault.time": "Schreiben Sie „{field}“ so: 8:00.",
  "fault.past": "Wählen Sie einen Zeitpunkt, der noch kommt.",
  "done.planned": "Veröffentlichung geplant",
  "done.taken-back": "Planung zurückgenommen",
} as const;
