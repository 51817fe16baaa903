/** For tests of other modules, which have teams and people who are away in their stories. */
export { saveTeam } from "../use-cases/change-team.ts";
export { addOwnAbsence } from "../use-cases/own-absence.ts";
