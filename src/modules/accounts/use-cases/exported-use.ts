import type { Context } from "../../../platform/context/context.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import { keptNews } from "../domain/account-news.ts";
import { purposes } from "../domain/identity.ts";
import { noticeTexts } from "../i18n/notice-texts.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { ExportedPart } from "../ports.ts";
import type { listForExport } from "../store/export-store.ts";

type Stored = Awaited<ReturnType<typeof listForExport>>;
type Rest = Omit<Stored, "consents">;
type OpenedConsent = Omit<Stored["consents"][number], "label"> & {
  readonly label: string;
};

/** Their labels decrypted. */
export async function openConsents(
  { cipher }: Context,
  stored: Stored["consents"],
): Promise<readonly OpenedConsent[]> {
  return Promise.all(
    stored.map(async ({ label, ...consent }) => ({
      ...consent,
      label: label
        ? (await cipher.decrypt(label, purposes.consent(consent.id))).toString()
        : "",
    })),
  );
}

/** How the account was used, part of what its owner gets. */
export function usePart(
  { locale }: Context,
  rest: Rest & { readonly consents: readonly OpenedConsent[] },
): ExportedPart {
  const t = accountsTexts(locale);
  const at = (moment: Date | null) =>
    moment ? formatDateTime(moment, locale) : "–";
  return {
    name: "use",
    data: rest,
    title: t("export.use"),
    entries: [
      ...rest.sessions.map((session) => ({
        title: t("export.session"),
        facts: [
          { term: t("export.device"), value: session.device },
          { term: t("export.at"), value: at(session.created_at) },
        ],
      })),
      ...rest.passkeys.map((passkey) => ({
        title: "Passkey",
        facts: [
          { term: t("export.at"), value: at(passkey.created_at) },
          { term: t("identities.used"), value: at(passkey.last_used_at) },
        ],
      })),
      ...rest.notices.map((notice) => ({
        title: t("export.notice"),
        facts: [
          {
            term: t("export.notice.what"),
            value: wordsOf(notice.news, locale),
          },
          { term: t("export.at"), value: at(notice.created_at) },
        ],
      })),
      ...rest.consents.map((consent) => ({
        title: t("export.consent"),
        facts: [
          {
            term: consent.kind,
            value: consent.label === "" ? consent.subject : consent.label,
          },
          { term: t("export.at"), value: at(consent.granted_at) },
          { term: t("export.revoked"), value: at(consent.revoked_at) },
        ],
      })),
    ],
  };
}

function wordsOf(name: string, locale: Context["locale"]): string {
  const news = keptNews.find((it) => it === name);
  return news ? noticeTexts(locale)(`notice.${news}`) : name;
}
