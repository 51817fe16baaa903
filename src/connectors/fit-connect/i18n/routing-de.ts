/** What is asked to find a Zustellpunkt. */
export const routingDe = {
  title: "Zustellpunkt suchen",
  about:
    "Der Routingdienst von FIT-Connect weiß, welche Behörde eine Leistung für einen Ort annimmt. Ob eine Angabe echt ist, prüfen wir an ihrer Signatur.",
  "option.leikaKey": "Leistungsschlüssel",
  "hint.leikaKey": "14 Ziffern, beginnt mit 99.",
  "option.ars": "Regionalschlüssel des Orts",
  "hint.ars":
    "12 Ziffern für eine Gemeinde, zum Beispiel 130040000000. Für einen Landkreis 5, für ein Land 2.",
  "option.routingApiUrl": "Adresse der Routing-API",
  "hint.routingApiUrl":
    "Für die Testumgebung https://routing-api-testing.fit-connect.fitko.dev/v1.",
  "option.signerUrl": "Adresse des Self-Service-Portals",
  "hint.signerUrl":
    "Es unterschreibt die Angaben. Für die Testumgebung https://portal.auth-testing.fit-connect.fitko.dev.",
  "option.submissionApiUrl": "Adresse der Submission-API",
  "hint.submissionApiUrl":
    "Dorthin gehen die Anträge. Für die Testumgebung https://test.fit-connect.fitko.dev/submission-api.",
};
