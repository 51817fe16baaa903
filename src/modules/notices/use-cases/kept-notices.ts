import type { AccountKeeper } from "../../accounts/index.ts";
import { topics } from "../domain/choice.ts";
import { noticesTexts } from "../i18n/texts.ts";
import { deleteOfAccount } from "../store/choice-store.ts";
import { readChoices } from "./choices.ts";
import { readOwnPhone } from "./own-phone.ts";

/** Choices and number of an account. After a merge those of the account that stays hold: its person has made them. */
export const keptNotices: AccountKeeper = {
  exportOf: async (context, accountId) => {
    const t = noticesTexts(context.locale);
    const [choices, phone] = await Promise.all([
      readChoices(context, accountId),
      readOwnPhone(context, accountId),
    ]);
    return {
      name: "notices",
      data: { choices, phone: phone?.number },
      title: t("export.title"),
      entries: [
        {
          title: t("export.title"),
          facts: [
            ...topics.map((topic) => ({
              term: t(`choices.${topic}`),
              value: t(`way.${choices[topic]}`),
            })),
            ...(phone
              ? [{ term: t("export.phone"), value: phone.number }]
              : []),
          ],
        },
      ],
    };
  },
  findObstacle: () => Promise.resolve(undefined),
  moveTo: ({ tenantId }, db, { from }) => deleteOfAccount(db, tenantId, from),
  remove: ({ tenantId }, db, accountId) =>
    deleteOfAccount(db, tenantId, accountId),
};
