import { defineTexts } from "../../../platform/i18n/texts.ts";
import { clockDe } from "./clock-de.ts";
import { clockEn } from "./clock-en.ts";
import { colleaguesDe } from "./colleagues-de.ts";
import { colleaguesEn } from "./colleagues-en.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { handOverDe } from "./hand-over-de.ts";
import { handOverEn } from "./hand-over-en.ts";
import { opinionDe } from "./opinion-de.ts";
import { opinionEn } from "./opinion-en.ts";
import { queueDe } from "./queue-de.ts";
import { queueEn } from "./queue-en.ts";
import { statusDe } from "./status-de.ts";
import { statusEn } from "./status-en.ts";

export const vorgaengeTexts = defineTexts(
  {
    ...de,
    ...colleaguesDe,
    ...handOverDe,
    ...opinionDe,
    ...queueDe,
    ...statusDe,
    ...clockDe,
  },
  {
    ...en,
    ...colleaguesEn,
    ...handOverEn,
    ...opinionEn,
    ...queueEn,
    ...statusEn,
    ...clockEn,
  },
);
