export const noticesPaths = {
  choices: "/konto/benachrichtigungen",
  phone: "/konto/benachrichtigungen/nummer",
  code: "/konto/benachrichtigungen/code",
  removePhone: "/konto/benachrichtigungen/nummer/entfernen",
  mails: "/verwaltung/mails",
  mail: (kind: string, locale: string) => `/verwaltung/mails/${kind}/${locale}`,
};

/** Names in the forms. */
export const noticesFields = {
  phone: "nummer",
  code: "code",
  subject: "betreff",
  body: "text",
  action: "aktion",
};
