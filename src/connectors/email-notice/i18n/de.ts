export const de = {
  title: "Hinweis per E-Mail",
  about:
    "Schreibt dem Amt, dass ein Antrag im Arbeitsplatz liegt. Die E-Mail enthält keine Angaben aus dem Antrag.",
  "option.to": "Postfach des Amtes",
  "hint.to":
    "Zum Beispiel parken@schwerin.de, nicht die Adresse einer einzelnen Person.",
  purpose: "Für das Amt: ein neuer Antrag liegt im Arbeitsplatz",
  "correction.purpose": "Für das Amt: ein Antrag wurde korrigiert",
  "test.purpose": "Für das Amt: Probe eines Ziels",
  "correction.subject": "Ein Antrag ist korrigiert",
  "correction.text": `Guten Tag,

im Portal hat jemand auf Ihre Rückfrage hin Angaben eines Antrags korrigiert oder ergänzt.

Vorgangsnummer: {reference}
Korrigiert: {submittedAt}
Zum Arbeitsplatz: {workplaceUrl}

Aus Gründen des Datenschutzes enthält diese Nachricht keine Angaben aus dem Antrag.
`,
  subject: "Ein neuer Antrag liegt in Ihrem Eingang",
  text: `Guten Tag,

im Portal ist ein neuer Antrag für Sie eingegangen.

Vorgangsnummer: {reference}
Eingegangen: {submittedAt}
Zum Arbeitsplatz: {workplaceUrl}

Aus Gründen des Datenschutzes enthält diese Nachricht keine Angaben aus dem Antrag.
`,
  "test.subject": "Test: So meldet das Portal einen neuen Antrag",
  "test.text": `Guten Tag,

dies ist ein Test. Es gibt keinen Antrag, und Sie müssen nichts tun. Bei einem echten Antrag stünde hier, wann er eingegangen ist.

Kennung des Tests: {reference}
Zum Arbeitsplatz: {workplaceUrl}
`,
};
