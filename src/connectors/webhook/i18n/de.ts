export const de = {
  title: "Web-Schnittstelle (Web hook)",
  about:
    "Sendet jeden Antrag verschlüsselt und unterschrieben an eine Adresse Ihres Fachverfahrens.",
  "option.url": "Adresse",
  "hint.url":
    "Sie beginnt mit https:// und enthält kein Kennwort, zum Beispiel https://fachverfahren.example/antraege.",
  "option.secret": "Gemeinsames Geheimnis",
  "hint.secret":
    "32 bis 200 Zeichen. Das Fachverfahren prüft damit, dass der Antrag von diesem Portal kommt.",
  "option.maxUploadMegabytes": "Höchste Größe aller Anlagen in Megabyte",
  "hint.maxUploadMegabytes":
    "1 bis 500. Größere Anträge werden nicht gekürzt, sondern Ihnen zur Klärung vorgelegt.",
};
