import { defineTexts } from "../../../platform/i18n/texts.ts";
import { consoleDe } from "./console-de.ts";
import { consoleEn } from "./console-en.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { statusDe } from "./status-de.ts";
import { statusEn } from "./status-en.ts";

export const operationTexts = defineTexts(
  { ...de, ...consoleDe, ...statusDe },
  { ...en, ...consoleEn, ...statusEn },
);
