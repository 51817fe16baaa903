import { serviceEn } from "../../i18n/service-en.ts";
import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  title: "FIT-Connect",
  about:
    "Collects applications of other portals from your own Zustellpunkt at FIT-Connect. They come into the same list as applications from your portal.",
  ...serviceEn,
  "hint.clientId":
    "The subscriber that you made for this Zustellpunkt in the self-service portal.",
  "option.destinationId": "Id of your Zustellpunkt",
  "hint.destinationId": "It has 36 characters.",
  "option.decryptionKeys": "Private key for decrypting",
  "hint.decryptionKeys":
    "As a JWK with kid. While you exchange the key, as a JWK set with the old and the new one.",
  "option.signingKey": "Private key for signing",
  "hint.signingKey": "As a JWK with kid.",
  "option.callbackSecret": "Secret for notifications",
  "hint.callbackSecret":
    "The same as entered for the Zustellpunkt. Without a secret we look every few minutes.",
  "option.maxMegabytes": "Largest application in megabytes",
  "hint.maxMegabytes": "1 to 500. We show larger ones to you for clearing.",
};
