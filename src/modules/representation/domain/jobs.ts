/** Removes invitations that ended a day ago, with the address they went to. */
export const forgetInvitationsJob = "representation.forget-invitations";

/** At the end of a mandate's last day: nobody acts by it any more. */
export const endMandateJob = "representation.end-mandate";
