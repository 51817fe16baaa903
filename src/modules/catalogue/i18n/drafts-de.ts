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
} as const;
