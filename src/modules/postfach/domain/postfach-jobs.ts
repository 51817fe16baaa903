/** Job that tells somebody of one message. */
export const notifyJob = "postfach.notify";

/** Job that sums up a day's messages for who wishes that; every hour for each tenant. */
export const sumUpJob = "postfach.sum-up";

/** Job that copies messages to where people have another Postfach; at once, and every hour for each tenant. */
export const mirrorJob = "postfach.mirror";

/** Job that looks after Bescheide that nobody retrieves; every hour for each tenant. */
export const followUpJob = "postfach.follow-up";

/** Job that has files scanned for which the scanner had no answer; every hour for each tenant. */
export const scanDocumentsJob = "postfach.scan-documents";
