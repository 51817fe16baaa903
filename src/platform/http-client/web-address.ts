import { z } from "zod";

/** Where another system listens (http or https), as an administrator types it. Refuses names and passwords in it: they would stand in logs. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine(hasNoCredentials);

/** Asked of what is no address as well, which has none. */
function hasNoCredentials(url: string): boolean {
  const { username = "", password = "" } = URL.parse(url) ?? {};
  return username === "" && password === "";
}
