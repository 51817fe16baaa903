/** Job that has files scanned for which the scanner had no answer; every hour for each tenant. */
export const scanDocumentsJob = "postfach.scan-documents";
