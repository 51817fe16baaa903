import { defineTexts } from "../../../platform/i18n/texts.ts";
import { localDe } from "./local-de.ts";
import { localEn } from "./local-en.ts";

export const localTexts = defineTexts(localDe, localEn);
