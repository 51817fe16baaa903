import { redirect, type Redirect } from "./route.ts";

/** 301: what stood here stands at another path of the same portal for good; search engines and bookmarks may follow. */
export function moved(to: string): Redirect {
  return { ...redirect(to), status: 301 };
}
