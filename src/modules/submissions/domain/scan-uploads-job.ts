/** Name of the job that scans uploads for malware which could not be scanned when they came. */
export const scanUploadsJob = "submissions.scan-uploads";
