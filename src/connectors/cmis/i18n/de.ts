import { packageWords } from "../../../modules/delivery/output.ts";

export const de = {
  title: "E-Akte oder DMS (CMIS)",
  about:
    "Legt für jeden Antrag einen Ordner mit allen Dokumenten in Ihrer E-Akte an, über CMIS 1.1 (Browser Binding).",
  "option.url": "Adresse der CMIS-Schnittstelle",
  "hint.url":
    "Die Adresse des Browser Binding, zum Beispiel https://dms.example/cmis/browser. Sie enthält kein Kennwort.",
  "option.user": "Benutzername",
  "option.password": "Kennwort",
  "option.repositoryId": "Kennung des Repositorys",
  "hint.repositoryId": "Nur nötig, wenn es dort mehrere gibt.",
  "option.directory": "Ordner",
  "hint.directory":
    "Vom obersten Ordner aus, zum Beispiel eingang/parken. Er muss schon vorhanden sein.",
  "option.folderType": "Typ der Ordner",
  "option.documentType": "Typ der Dokumente",
  "option.properties": "Eigenschaften der Ordner",
  "hint.properties":
    "Je Zeile eine, zum Beispiel akte:zeichen = {reference}. Möglich sind reference, deliveryId, leistung, leikaKey, authority, submittedAt, submittedAtMs und version.",
  ...packageWords.de,
};
