export { addStaff } from "./use-cases/add-staff.ts";
export type {
  AddedStaff,
  AddStaffRefusal,
  NewStaff,
} from "./use-cases/add-staff.ts";
export { findStaffSession } from "./use-cases/find-staff-session.ts";
export {
  listEmailsOfRole,
  listStaffByName,
  listStaffEmails,
  listStaffNames,
} from "./use-cases/list-staff-names.ts";
export { confirmAccessReview, listAccess } from "./use-cases/review-access.ts";
export type { StaffSession } from "./domain/member.ts";
export {
  roles as staffRoles,
  type Permission,
  type Role,
} from "./domain/roles.ts";
export { tidyStaffJob } from "./domain/staff-jobs.ts";
export {
  findWorkScope,
  listDuties,
  listOffice,
} from "./use-cases/work-scope.ts";
export {
  mayBeGiven,
  onlyTeamOf,
  type Colleague,
  type Duty,
  type Office,
  type Team,
  type WorkScope,
} from "./domain/team.ts";
