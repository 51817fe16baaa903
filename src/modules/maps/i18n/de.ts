export const de = {
  "sample.label": "{label} (gezeichnetes Beispiel, keine wirkliche Karte)",
  "sample.caption":
    "Gezeichnetes Beispiel der Vorführung: So steht hier die Karte, die Straßen sind erfunden.",
} as const;
