import { serviceDe } from "../../i18n/service-de.ts";

export const de = {
  title: "FIT-Connect",
  about:
    "Holt Anträge aus anderen Portalen von Ihrem eigenen Zustellpunkt bei FIT-Connect ab. Sie kommen in dieselbe Liste wie Anträge aus Ihrem Portal.",
  ...serviceDe,
  "hint.clientId":
    "Der Subscriber, den Sie im Self-Service-Portal für diesen Zustellpunkt angelegt haben.",
  "option.destinationId": "Kennung Ihres Zustellpunkts",
  "hint.destinationId": "Sie besteht aus 36 Zeichen.",
  "option.decryptionKeys": "Privater Schlüssel zum Entschlüsseln",
  "hint.decryptionKeys":
    "Im Format JWK, mit kid. Beim Wechsel des Schlüssels als JWK Set mit altem und neuem.",
  "option.signingKey": "Privater Schlüssel zum Unterschreiben",
  "hint.signingKey": "Im Format JWK, mit kid.",
  "option.callbackSecret": "Geheimnis für Benachrichtigungen",
  "hint.callbackSecret":
    "Dasselbe wie beim Zustellpunkt eingetragen. Ohne Geheimnis sehen wir alle paar Minuten nach.",
  "option.maxMegabytes": "Höchste Größe eines Antrags in Megabyte",
  "hint.maxMegabytes": "1 bis 500. Größere legen wir Ihnen zur Klärung vor.",
};
