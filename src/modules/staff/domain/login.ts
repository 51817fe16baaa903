/** The login as it is stored and compared: e-mail address in lower case. */
export function normaliseLogin(typed: string): string {
  return typed.normalize("NFC").trim().toLowerCase();
}

/** True for something that can be an e-mail address; whether it exists is the sender's matter. */
export function isLogin(login: string): boolean {
  return login.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(login);
}
