export const de = {
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
};
