import { defineTexts } from "../../../platform/i18n/texts.ts";
import { consoleDe } from "./console-de.ts";
import { consoleEn } from "./console-en.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export const operationTexts = defineTexts(
  { ...de, ...consoleDe },
  { ...en, ...consoleEn },
);
