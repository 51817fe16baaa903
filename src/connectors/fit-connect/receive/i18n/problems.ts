/** For the office that sent: German, as the standard has them. Kinds of problems that the standard names. The sender's software reads them, so they are taken over letter by letter. */
export const titles = {
  "invalid-event-log": "Inkonsistentes Event-Log",
  "encryption-issue": "Entschlüsselungs-Fehler",
  "syntax-violation": "Syntax-Fehler",
  "missing-schema": "Schema-Referenz fehlt",
  "schema-violation": "Schema-Fehler",
  "unsupported-schema": "Metadatenschema nicht unterstützt",
  "incorrect-authentication-tag": "Authentication-Tag ungültig",
  "hash-mismatch": "Prüfsumme stimmt nicht",
  "unsupported-service": "Verwaltungsleistung nicht unterstützt",
  "unsupported-data-schema": "Fachdatenschema nicht unterstützt",
  "attachments-mismatch": "Anlagen unvollständig",
} as const;

/** What is wrong, without a word of what the applicant wrote. */
export const details: Readonly<Record<keyof typeof titles, string>> = {
  "invalid-event-log": "Das Event-Log enthält kein gültiges Submit-Event.",
  "encryption-issue": "Der Inhalt konnte nicht entschlüsselt werden.",
  "syntax-violation": "Der Inhalt ist nicht wohlgeformt.",
  "missing-schema": "Die Schema-Referenz fehlt.",
  "schema-violation": "Der Inhalt entspricht nicht dem angegebenen Schema.",
  "unsupported-schema": "Das Schema der Metadaten wird nicht unterstützt.",
  "incorrect-authentication-tag":
    "Der Authentication-Tag stimmt nicht mit dem des Submit-Events überein.",
  "hash-mismatch": "Die Prüfsumme stimmt nicht mit den Metadaten überein.",
  "unsupported-service":
    "Der Zustellpunkt nimmt diese Verwaltungsleistung nicht an.",
  "unsupported-data-schema":
    "Der Zustellpunkt nimmt Fachdaten nach diesem Schema nicht an.",
  "attachments-mismatch":
    "Die Anlagen stimmen nicht mit den angekündigten überein.",
};
