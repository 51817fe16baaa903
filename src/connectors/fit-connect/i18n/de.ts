import { serviceDe } from "./service-de.ts";

export const de = {
  title: "FIT-Connect",
  about:
    "Sendet jeden Antrag durchgehend verschlüsselt an einen Zustellpunkt von FIT-Connect. Ob die empfangende Stelle ihn angenommen hat, erfahren Sie und die Antragstellenden hier.",
  ...serviceDe,
  "hint.clientId": "Sie steht im Self-Service-Portal von FIT-Connect.",
  "option.destinationId": "Kennung des Zustellpunkts",
  "hint.destinationId":
    "Die empfangende Stelle nennt sie Ihnen. Sie besteht aus 36 Zeichen.",
  "option.schemaUri": "Schema der Fachdaten",
  "hint.schemaUri":
    "Eine der Adressen, die der Zustellpunkt für diese Leistung nennt.",
  "option.format": "Format der Fachdaten",
  "choice.format.xml": "XML",
  "choice.format.json": "JSON",
  "option.serviceIdentifier": "Bezeichnung der Leistung am Zustellpunkt",
  "hint.serviceIdentifier":
    "Nur nötig, wenn sie nicht aus dem Leistungsschlüssel besteht.",
  "option.replyEmail": "E-Mail-Adresse für Antworten",
  "hint.replyEmail":
    "Nur, wenn der Zustellpunkt per E-Mail antwortet. Nehmen Sie das Postfach Ihres Amts.",
  "option.certificates": "Prüfung der Schlüssel",
  "choice.certificates.chain":
    "Zertifikate müssen zu einer der genannten Stellen führen",
  "choice.certificates.unchecked": "Ohne Zertifikate, nur für die Testumgebung",
  "option.trustedCertificates": "Vertrauenswürdige Zertifikate",
  "hint.trustedCertificates":
    "Im Format PEM, untereinander: die obersten Zertifikate der Verwaltungs-PKI. Für die Testumgebung leer.",
  "option.callbackSecret": "Geheimnis für Benachrichtigungen",
  "hint.callbackSecret":
    "Dasselbe wie im Self-Service-Portal eingetragen, mindestens 16 Zeichen. Ohne Geheimnis fragen wir in wachsenden Abständen nach.",
  "option.maxUploadMegabytes": "Höchste Größe aller Anlagen in Megabyte",
  "hint.maxUploadMegabytes":
    "1 bis 500. Größere Anträge werden nicht gekürzt, sondern Ihnen zur Klärung vorgelegt.",
};
