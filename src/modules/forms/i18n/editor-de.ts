import { findingsDe } from "./findings-de.ts";

/** What editors read. */
export const editorDe = {
  ...findingsDe,
  "error-title": "Fehler: {title}",
  "list.title": "Formulare",
  "list.lead":
    "Alle Formulare dieser Installation und was Ihr Portal davon zeigt.",
  "list.import": "Formular einspielen",
  "list.caption": "Formulare",
  "list.column.title": "Formular",
  "list.column.id": "FIM-ID und Fassung",
  "list.column.status": "Freigabestatus",
  "list.column.published": "Im Portal",
  "list.column.tasks": "Zu tun",
  "list.empty.title": "Noch kein Formular",
  "list.empty.body":
    "Spielen Sie ein FIM-Stammdatenschema ein. Danach können Sie es anpassen und veröffentlichen.",
  "list.version": "{id}, Fassung {version}",
  "list.not-published": "nicht veröffentlicht",
  "list.published": "Fassung {version}",
  "list.inherited": "Fassung {version}, von {authority}",
  "list.task.rules.one": "1 Regel übersetzen",
  "list.task.rules": "{count} Regeln übersetzen",
  "list.task.changes": "Änderungen veröffentlichen",
  "list.task.version": "neue Fassung übernehmen",
  "list.task.none": "nichts",
  "status.in-preparation": "in Vorbereitung",
  "status.active": "aktiv",
  "status.inactive": "inaktiv",
  "status.planned": "in Planung",
  "status.in-progress": "in Bearbeitung",
  "status.draft": "Entwurf",
  "status.released-methodically": "methodisch freigegeben",
  "status.released-silver": "fachlich freigegeben (silber)",
  "status.released-gold": "fachlich freigegeben (gold)",
  "status.marked-for-deletion": "zur Löschung vorgemerkt",
  "standard.xdatenfelder-2.0": "XDatenfelder 2.0",
  "standard.xdatenfelder-3.0.0": "XDatenfelder 3.0.0",
  "standard.own": "hier geschrieben",
  "import.title": "Formular einspielen",
  "import.lead":
    "Wählen Sie das Stammdatenschema und die Codelisten dazu. Ist etwas daran falsch, wird nichts gespeichert.",
  "import.schema.label": "Stammdatenschema",
  "import.schema.hint":
    "XDatenfelder 2.0 oder 3.0.0, zum Beispiel S05000058V1.0_xdf2.xml. Höchstens 50 MB.",
  "import.lists.label": "Codelisten",
  "import.lists.hint": "Genericode, so viele wie nötig.",
  "import.without-lists.label": "Fehlende Codelisten durch Textfelder ersetzen",
  "import.without-lists.hint":
    "Statt einer Auswahl gibt es dann ein Feld zum Schreiben. Spielen Sie das Formular mit den Listen neu ein, sobald Sie sie haben.",
  "import.lists-missing.title": "Codelisten fehlen",
  "import.lists-missing.body":
    "Das Schema ist in Ordnung, aber es verweist auf Listen, die nicht dabei sind ({count}). Laden Sie sie herunter und wählen Sie sie unten mit aus, oder lassen Sie sie durch Textfelder ersetzen. Gespeichert wurde noch nichts.",
  "import.submit": "Einspielen",
  "import.schema.missing": "Wählen Sie die Datei mit dem Stammdatenschema aus.",
  "import.refused.title": "Nichts wurde gespeichert",
  "import.refused.body":
    "Das Schema hält sich an {count} Stellen nicht an den Standard. Bitte lassen Sie es berichtigen.",
  "import.messages": "Meldungen zum Einlesen",
  "import.messages.error": "Fehler",
  "import.messages.warning": "Hinweis",
  "import.messages.kind": "Art",
  "import.messages.text": "Meldung",
  "import.done.title": "{title} ist eingespielt",
  "import.done.body":
    "Das Formular {id}, Fassung {version}, ist gespeichert. Antragstellende sehen es erst, wenn Sie es veröffentlichen.",
  "import.done.next": "Zum Formular",
  "import.done.known": "Zur neuen Fassung",
  "sections.label": "Bereiche dieses Formulars",
  "section.uebersicht": "Übersicht",
  "section.uebersicht.lead":
    "Woher das Formular kommt, was noch zu tun ist, und ob es veröffentlicht ist.",
  "section.struktur": "Struktur",
  "section.struktur.lead":
    "Alle Gruppen und Felder. Wählen Sie eines aus, um es anzupassen.",
  "section.regeln": "Regeln",
  "section.regeln.lead":
    "Regeln des Formulars in Worten, und was sie inzwischen anwendet.",
  "section.seiten": "Seiten",
  "section.seiten.lead":
    "Auf welcher Seite was steht, und in welcher Reihenfolge.",
  "section.angaben": "Vor dem Antrag",
  "section.angaben.lead":
    "Titel, Unterlagen, Dauer und die Fragen vor dem Antrag.",
  "section.beispiele": "Beispiele",
  "section.beispiele.lead":
    "Ausgefüllte Beispiele, die vor jeder Veröffentlichung geprüft werden.",
  "section.vorschau": "Vorschau",
  "section.vorschau.lead":
    "So sehen es die Antragstellenden. Gespeichert wird hier nichts.",
  "section.fassungen": "Fassungen",
  "section.fassungen.lead":
    "Was eingespielt wurde, was daran neu ist, und der Export.",
  "section.json": "JSON",
  "section.json.lead":
    "Ihre Anpassung als Dokument, für alles, wofür es keine eigene Seite gibt.",
  "done.saved": "Gespeichert",
  "done.published": "Veröffentlicht",
  "done.withdrawn": "Die eigene Veröffentlichung ist zurückgenommen",
  "done.imported": "Eingespielt",
  "done.merged": "Die neue Fassung ist übernommen",
  "changed-meanwhile":
    "Jemand anderes hat dieses Formular inzwischen geändert. Laden Sie die Seite neu und tragen Sie Ihre Änderung noch einmal ein.",
  save: "Speichern",
  cancel: "Zurück ohne zu speichern",
  "overview.provenance": "Herkunft",
  "overview.id": "FIM-ID",
  "overview.version": "Fassung",
  "overview.standard": "Standard",
  "overview.status": "Freigabestatus",
  "overview.publisher": "Herausgeber",
  "overview.legal-basis": "Rechtsgrundlage",
  "overview.released": "Freigegeben am",
  "overview.layers": "Anpassungen",
  "overview.layers.none": "keine",
  "overview.layer": "{authority}, Nr. {version}",
  "overview.tasks": "Zu tun",
  "overview.tasks.none.title": "Alles erledigt",
  "overview.tasks.none.body": "An diesem Formular ist nichts offen.",
  "overview.findings.errors": "Diese Fehler verhindern die Veröffentlichung:",
  "overview.findings.warnings": "Sehen Sie sich das bitte an:",
  "overview.rules.one": "1 Regel in Worten wendet noch nichts an.",
  "overview.rules": "{count} Regeln in Worten wendet noch nichts an.",
  "overview.rules.link": "Regeln übersetzen",
  "overview.newer":
    "Es gibt eine neuere Fassung: {version}, eingespielt am {date}.",
  "overview.newer.link": "Ansehen, was neu ist",
  "overview.outdated":
    "Eine Behörde über Ihnen hat dieses Formular nach Ihnen veröffentlicht. Prüfen Sie es und veröffentlichen Sie neu, um deren Änderungen zu übernehmen.",
  "overview.publication": "Veröffentlichung",
  "overview.publication.none":
    "Ihr Portal zeigt dieses Formular noch nicht. Auch keine Behörde über Ihnen hat es veröffentlicht.",
  "overview.publication.own": "Veröffentlicht am {date}.",
  "overview.publication.inherited":
    "Ihr Portal zeigt die Fassung von {authority}, veröffentlicht am {date}. Änderungen dort erscheinen hier von selbst.",
  "overview.publication.unsaved":
    "Ihre neueste Anpassung (Nr. {version}) ist noch nicht veröffentlicht.",
  "overview.impact.none": "Kein offener Entwurf ist betroffen.",
  "overview.impact":
    "{count} offene Entwürfe bleiben auf der Fassung, mit der sie begonnen wurden.",
  "overview.impact.one":
    "1 offener Entwurf bleibt auf der Fassung, mit der er begonnen wurde.",
  "overview.below":
    "{count} weitere Portale übernehmen die Änderung von selbst: {names}.",
  "overview.below.one":
    "1 weiteres Portal übernimmt die Änderung von selbst: {names}.",
  "overview.below.own":
    "Eine eigene Veröffentlichung haben und behalten: {names}.",
  "overview.publish": "Veröffentlichen",
  "overview.publish.refused.title": "Noch nicht veröffentlicht",
  "overview.publish.refused.body":
    "Beheben Sie zuerst die Fehler, die unten stehen.",
  "overview.withdraw": "Eigene Veröffentlichung zurücknehmen",
  "overview.withdraw.hint":
    "Danach zeigt Ihr Portal, was die nächste Behörde über Ihnen veröffentlicht hat, oder nichts.",
  "overview.usage": "Wer welche Fassung zeigt",
  "overview.usage.none": "Noch kein Portal zeigt dieses Formular.",
  "overview.usage.caption": "Fassungen in Gebrauch",
  "overview.usage.version": "Fassung",
  "overview.usage.count": "Portale",
  "overview.usage.names": "Welche",
  "overview.usage.of": "{count} von {total}",
  "overview.example": "Beispiel „{title}“: {text}",
  "overview.untested": "Was noch kein Beispiel zeigt",
  "overview.untested.lead":
    "Diese Bedingungen hat noch kein Beispiel in beiden Fällen gezeigt. Das verhindert die Veröffentlichung nicht.",
  "json.label": "Anpassung",
  "json.hint":
    "Aufbau: overlay.schema.json. Was fehlt, bleibt wie es ist. null nimmt zurück, was eine Behörde über Ihnen gesagt hat.",
  "json.schema": "Schema dieser Datei herunterladen",
  "json.not-json": "Das ist kein JSON: {reason}",
  "json.other-form": "Die Anpassung muss für {key} sein.",
  "json.fault": "{place}: {text}",
  "json.fault.here": "Dokument",
  "json.code.invalid_type": "Hier steht ein Wert der falschen Art.",
  "json.code.unrecognized_keys": "Diesen Eintrag gibt es nicht.",
  "json.code.invalid_value": "Dieser Wert ist nicht vorgesehen.",
  "json.code.too_small": "Dieser Wert ist zu kurz oder zu klein.",
  "json.code.too_big": "Dieser Wert ist zu lang oder zu groß.",
  "json.code.invalid_format": "Dieser Wert hat nicht die verlangte Form.",
  "json.code.other": "Hier steht etwas anderes als vorgesehen.",
} as const;
