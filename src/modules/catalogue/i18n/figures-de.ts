/** Texts of the editor for what is counted, chosen or linked. */
export const figuresDe = {
  "fault.amount":
    "Schreiben Sie „{field}“ so: 12,50 oder 10 bis 50 oder ab 10 oder kostenlos.",
  "fault.period":
    "Schreiben Sie „{field}“ mit Zahl und Einheit: 3 Wochen oder 2 bis 4 Arbeitstage.",
  "fault.deadline":
    "Schreiben Sie „{field}“ mit einer Zahl und einer Einheit: 2 Wochen oder 1 Monat.",
  "fault.typing":
    "„{part}“ steht nicht in der amtlichen Liste der Typen. Wählen Sie einen aus.",
  "fault.sdg":
    "„{part}“ steht nicht in der amtlichen Liste der Bereiche. Wählen Sie einen aus.",
  "group.access": "Leichte Sprache und Gebärdensprache",
  "group.directory": "Angaben für die Verzeichnisse von Land und Bund",
  "label.of-row": "{row}: {label}",
  "row.fees": "Betrag {number}",
  "row.deadlines": "Frist {number}",
  "row.onlineServices": "Onlinedienst {number}",
  "row.forms": "Formular {number}",
  "row.signLanguageVideos": "Video {number}",
  "row.typing": "Typ, Eintrag {number}",
  "row.sdgAreas": "Bereich, Eintrag {number}",
  "row.add.fees": "Noch ein Betrag",
  "row.add.deadlines": "Noch eine Frist",
  "row.add.onlineServices": "Noch ein Onlinedienst",
  "row.add.forms": "Noch ein Formular",
  "row.add.signLanguageVideos": "Noch ein Video",
  "row.add.typing": "Noch ein Typ",
  "row.add.sdgAreas": "Noch ein Bereich",
  "row.remove": "Entfernen",
  "label.fees": "Beträge",
  "hint.fees":
    "In Euro: 12,50 oder 10 bis 50 oder ab 10 oder kostenlos. Bei mehreren schreiben Sie dazu, wofür.",
  "label.amount": "Wie viel?",
  "label.for": "Wofür oder für wen?",
  "label.inAdvance": "Vorher zu bezahlen",
  "label.deadlines": "Fristen in Zahlen",
  "hint.deadlines":
    "Bis wann jemand was getan haben muss: 2 Wochen, nach dem Einzug.",
  "label.period": "Wie lange?",
  "label.processingTime": "Dauer in Zahlen",
  "hint.processingTime":
    "Wie lange das Amt meistens braucht: 3 Wochen oder 2 bis 4 Arbeitstage.",
  "label.onlineServices": "Onlinedienste anderer Stellen",
  "hint.onlineServices": "Zum Beispiel ein Dienst des Landes.",
  "label.forms": "Formulare zum Herunterladen",
  "label.signLanguageVideos": "Videos in Gebärdensprache",
  "label.name": "Name",
  "label.url": "Adresse",
  "label.assuranceLevel": "Anmeldung für den Online-Antrag",
  "hint.assuranceLevel":
    "Das Vertrauensniveau: wie sicher die Person sich ausweisen muss.",
  "option.assuranceLevel.none": "Keine Anmeldung nötig",
  "option.assuranceLevel.low": "Niedrig: Benutzername und Passwort",
  "option.assuranceLevel.substantial":
    "Substanziell: zum Beispiel ELSTER-Zertifikat",
  "option.assuranceLevel.high": "Hoch: Online-Ausweis",
  "label.onlineMaturity": "So weit geht es online",
  "hint.onlineMaturity": "Der Reifegrad nach dem Onlinezugangsgesetz.",
  "option.onlineMaturity.0": "0: gar nicht",
  "option.onlineMaturity.1": "1: nur Informationen",
  "option.onlineMaturity.2": "2: Formular zum Ausfüllen",
  "option.onlineMaturity.3": "3: ganz online, mit Nachweisen und Bescheid",
  "option.onlineMaturity.4": "4: online, und Nachweise holt das Amt selbst",
  "option.none": "Keine Angabe",
  "label.officialTitle": "Amtlicher Name",
  "hint.officialTitle": "Wie das Gesetz es nennt (Leistungsbezeichnung I).",
  "label.furtherLeikaKeys": "Weitere Leistungsschlüssel",
  "hint.furtherLeikaKeys":
    "Mit Komma getrennt, wenn die Seite mehrere Leistungen abdeckt.",
  "label.structure": "Zuschnitt",
  "hint.structure": "Wie genau der Leistungsschlüssel die Leistung meint.",
  "option.structure.LO": "Leistungsobjekt",
  "option.structure.LOV": "Leistungsobjekt mit Verrichtung",
  "option.structure.LOVD": "Leistungsobjekt mit Verrichtung und Detail",
  "label.typing": "Typ der Leistung",
  "hint.typing":
    "Wer regelt und wer ausführt, nach der Liste der FIM. Was das Land liefert und die Liste nicht kennt, bleibt.",
  "label.type": "Typ",
  "label.sdgAreas": "Informationsbereiche der Europäischen Union",
  "hint.sdgAreas":
    "Nach Anhang I der Verordnung (EU) 2018/1724 über das Zugangstor (SDG). Nur, wenn die Seite dazu informiert.",
  "label.area": "Bereich",
  "label.belongsToCommunes": "Wer bietet es an?",
  "option.belongsToCommunes.ja":
    "Jede Gemeinde für sich. Die Seite führt zu ihren Portalen.",
  "option.belongsToCommunes.leer": "Wir selbst",
} as const;
