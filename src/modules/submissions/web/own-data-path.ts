import { antragPath } from "./antrag-request.ts";

/** Where the applicant sees what the account would fill in, and says whether it may. */
export function ownDataPath(leistungSlug: string): string {
  return antragPath(leistungSlug, "/angaben");
}
