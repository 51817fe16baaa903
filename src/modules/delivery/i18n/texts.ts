import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { de as destinationsDe } from "./destinations-de.ts";
import { en as destinationsEn } from "./destinations-en.ts";
import { en } from "./en.ts";

export const deliveryTexts = defineTexts(de, en);

export type DeliveryText = ReturnType<typeof deliveryTexts>;

/** Of the pages where destinations are set up. */
export const destinationTexts = defineTexts(destinationsDe, destinationsEn);

export type DestinationText = ReturnType<typeof destinationTexts>;
