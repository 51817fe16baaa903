import { defineTexts } from "../../../platform/i18n/texts.ts";
import { addressDe } from "./address-de.ts";
import { addressEn } from "./address-en.ts";

export const addressTexts = defineTexts(addressDe, addressEn);
