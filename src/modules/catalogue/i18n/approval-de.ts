/** Texts of the approval by another editor. */
export const approvalDe = {
  "list.kind.waiting": "Wartet auf Freigabe",
  "state.approval.waiting": "wartet auf Freigabe",
  "state.approval.returned": "nicht freigegeben",
  "rules.eyes": "Vier Augen",
  "rules.eyes.label": "Eine zweite Person gibt frei",
  "rules.eyes.hint":
    "Was jemand schreibt, wird erst öffentlich, wenn eine andere Person mit diesem Recht es freigegeben hat. Was aus Verzeichnissen eingespielt wird, ist nicht gemeint. Planungen ohne Freigabe warten ab jetzt.",
  "edit.create-and-ask": "Anlegen und zur Freigabe geben",
  "edit.visibility.approval": "Dafür ist eine Freigabe nötig.",
  "approval.short": "Freigabe",
  "approval.title": "Freigabe: {title}",
  "approval.ask": "Zur Freigabe geben",
  "approval.auto":
    "Ihre Eingaben werden von selbst als Entwurf gespeichert. Öffentlich werden sie erst, wenn eine andere Person sie freigegeben hat.",
  "approval.plan.body": "Vorher gibt eine andere Person sie frei.",
  "approval.plan.act": "Für diesen Zeitpunkt zur Freigabe geben",
  "label.freigabe-notiz": "Hinweis für die Freigabe",
  "hint.freigabe-notiz": "Zum Beispiel, was neu ist und warum.",
  "approval.needs-approval":
    "Nicht veröffentlicht: In Ihrem Portal gibt inzwischen eine zweite Person frei. Ihre Eingaben stehen noch hier.",
  "approval.waits-already":
    "Zu dieser Leistung wartet schon etwas anderes auf Freigabe. Es muss zuerst entschieden werden.",
  "approval.waiting": "Wartet auf Freigabe",
  "approval.asked": "Um Freigabe gebeten am {date}.",
  "approval.asked.by": "{name} hat am {date} um Freigabe gebeten.",
  "approval.lapses":
    "Wenn jemand den Entwurf ändert, muss er neu zur Freigabe gegeben werden.",
  "approval.look": "Freigabe ansehen",
  "approval.returned": "Nicht freigegeben am {date}",
  "approval.returned.by": "{name} hat am {date} nicht freigegeben",
  "approval.authors": "Daran geschrieben: {names}.",
  "approval.wish": "Gewünschte Veröffentlichung: {date}.",
  "approval.note": "Hinweis: {note}",
  "approval.hidden":
    "Diese Leistung ist verborgen und bleibt es. Unten stehen alle ihre Texte.",
  "approval.show":
    "Diese Leistung ist verborgen. Mit der Freigabe wird sie gezeigt. Unten stehen alle ihre Texte.",
  "approval.preview": "Vorschau der Seite ansehen",
  "approval.preview.alert": "So sieht die Seite nach der Freigabe aus",
  "approval.preview.back": "Zurück zur Freigabe",
  "approval.changes": "Das ändert sich",
  "approval.no-changes": "Kein Text ändert sich.",
  "approval.unseen":
    "Außerdem ändern sich Angaben, die das Formular nicht zeigt: {parts}.",
  "part.title": "Name",
  "part.officialTitle": "Amtliche Bezeichnung",
  "part.teaser": "Kurz gesagt",
  "part.leikaKey": "Leistungsschlüssel",
  "part.furtherLeikaKeys": "weitere Leistungsschlüssel",
  "part.structure": "Aufbau der Leistung",
  "part.typing": "Typisierung",
  "part.fees": "Kosten",
  "part.deadlines": "Fristen",
  "part.processingTime": "Dauer",
  "part.forms": "Formulare",
  "part.onlineServices": "Onlinedienste",
  "part.signLanguageVideos": "Filme in Gebärdensprache",
  "part.appointment": "Termin",
  "part.assuranceLevel": "Vertrauensniveau",
  "part.onlineMaturity": "Reifegrad",
  "part.situations": "Themen",
  "part.sdgAreas": "Bereiche des SDG",
  "part.keywords": "Stichwörter",
  "part.validFrom": "Erster Tag",
  "part.validUntil": "Letzter Tag",
  "part.officeSlug": "Zuständiges Amt",
  "part.belongsToCommunes": "Aufgabe der Gemeinden",
  "approval.decide": "Freigeben",
  "approval.now": "Freigeben und sofort veröffentlichen",
  "approval.show-now": "Freigeben und zeigen",
  "approval.later": "Freigeben und später veröffentlichen",
  "approval.later.act": "Für diesen Zeitpunkt freigeben",
  "approval.send-back": "Nicht freigeben",
  "label.freigabe-grund": "Was fehlt oder nicht stimmt",
  "hint.freigabe-grund": "Das lesen alle, die daran geschrieben haben.",
  "approval.send-back.act": "Zurückgeben",
  "approval.own": "Eine andere Person gibt frei",
  "approval.own.body":
    "Sie haben daran geschrieben oder um die Freigabe gebeten. Deshalb kann nur jemand anderes freigeben.",
  "approval.withdraw": "Bitte um Freigabe zurücknehmen",
  "approval.put-away": "Hinweis entfernen",
  "approval.refused.gone":
    "Das ist inzwischen nicht mehr der Stand, den Sie gesehen haben. Bitte sehen Sie noch einmal nach.",
  "approval.refused.own":
    "Sie haben daran geschrieben. Deshalb kann nur jemand anderes freigeben.",
  "approval.refused.changed-since":
    "Inzwischen wurde eine neue Fassung veröffentlicht. Unten steht der Vergleich mit ihr. Bitte prüfen Sie ihn noch einmal.",
  "done.approval-asked": "Zur Freigabe gegeben",
  "done.approved": "Freigegeben und veröffentlicht",
  "done.approved-planned": "Freigegeben und geplant",
  "done.approved-shown": "Freigegeben. Die Leistung wird gezeigt",
  "done.sent-back": "Zurückgegeben",
  "done.withdrawn": "Bitte um Freigabe zurückgenommen",
  "versions.name.approved":
    "Fassung {version} vom {date} von {name}, freigegeben von {approver}",
  "mail.approval-asked.purpose":
    "Für die Redaktion: wenn Änderungen an einer Leistung auf Freigabe warten",
  "mail.approval-asked.subject": "Eine Leistung wartet auf Freigabe",
  "mail.approval-asked.text": `Guten Tag,

für die Leistung „{title}“ wird eine Freigabe gebraucht. Sie finden sie hier:
{url}
`,
  "mail.approval-given.purpose":
    "Für die Redaktion: wenn eine andere Person eine Leistung freigegeben hat",
  "mail.approval-given.subject": "Eine Leistung wurde freigegeben",
  "mail.approval-given.text": `Guten Tag,

Ihre Änderung an der Leistung „{title}“ wurde freigegeben. {outcome}
{url}
`,
  "mail.approval-given.published": "Sie ist veröffentlicht:",
  "mail.approval-given.planned": "Sie wird am {date} veröffentlicht:",
  "mail.approval-given.shown": "Die Leistung ist jetzt öffentlich:",
  "mail.approval-given.hidden": "Die Leistung bleibt verborgen:",
  "mail.approval-returned.purpose":
    "Für die Redaktion: wenn eine andere Person eine Leistung nicht freigegeben hat",
  "mail.approval-returned.subject": "Eine Leistung wurde nicht freigegeben",
  "mail.approval-returned.text": `Guten Tag,

die Leistung „{title}“ wurde nicht freigegeben. Den Grund finden Sie hier:
{url}
`,
} as const;
