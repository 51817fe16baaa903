export const en = {
  subject: "A new application is in your queue",
  text: `Hello,

a new application for you has arrived in the portal.

Reference: {reference}
Received: {submittedAt}
Workplace: {workplaceUrl}

To protect personal data, this message contains nothing from the application.
`,
};
