/** Of both directions: where the service is. */
export const serviceDe = {
  "option.tokenUrl": "Adresse für die Anmeldung",
  "hint.tokenUrl":
    "Sie gehört zur Umgebung, zum Beispiel https://auth-prod.fit-connect.fitko.net/token.",
  "option.submissionApiUrl": "Adresse der Submission-API",
  "hint.submissionApiUrl":
    "Zum Beispiel https://prod.fit-connect.fitko.net/submission-api.",
  "option.clientId": "Kennung des API-Clients",
  "option.clientSecret": "Geheimnis des API-Clients",
};
