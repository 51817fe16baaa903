import { defineTexts } from "../../../platform/i18n/texts.ts";

/** When mails go out whose subject does not say it. */
export const mailPurposes = defineTexts(
  {
    confirm: "Wenn jemand ein Servicekonto anlegt: Adresse bestätigen",
    reset: "Wenn jemand ein neues Passwort braucht",
    "leave-address": "Neue Adresse: an die alte, ob das so sein soll",
    "take-address": "Neue Adresse: an die neue, ob sie stimmt",
    exists: "Wenn jemand ein Konto anlegt, das es schon gibt",
    unused: "Wenn ein Servicekonto lange nicht benutzt wurde",
  },
  {
    confirm: "When somebody creates an account: confirm the address",
    reset: "When somebody needs a new password",
    "leave-address": "New address: to the old one, whether that is right",
    "take-address": "New address: to the new one, whether it is right",
    exists: "When somebody creates an account that exists already",
    unused: "When an account has not been used for long",
  },
);
