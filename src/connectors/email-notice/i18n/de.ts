export const de = {
  subject: "Ein neuer Antrag liegt in Ihrem Eingang",
  text: `Guten Tag,

im Portal ist ein neuer Antrag für Sie eingegangen.

Vorgangsnummer: {reference}
Eingegangen: {submittedAt}
Zum Arbeitsplatz: {workplaceUrl}

Aus Gründen des Datenschutzes enthält diese Nachricht keine Angaben aus dem Antrag.
`,
};
